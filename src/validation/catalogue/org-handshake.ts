import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { model, when } from './sources.ts';

const BLOCK = { severity: 'block', exit: EXIT.conflict, basis: 'model' } as const;
const INVITE = ['organizations:InviteAccountToOrganization'] as const;
const ACCEPT = ['organizations:AcceptHandshake'] as const;

/** What AWS Organizations demands of invitations and of the way to all features. */
export const handshakeRows = {
  'org-invite-target': row({
    ...BLOCK,
    statement: 'An account is invited by its id of 12 digits or by the address of its owner.',
    source: model('InviteAccountToOrganization', 'Target'),
    exit: EXIT.refused,
    fault: 'InvalidInputException',
    operations: INVITE,
    message: (a) => `"${a.id}" of type ${a.type} is no account that can be invited`,
    fix: () => ['name the account by its 12 digits (type ACCOUNT) or by an address (type EMAIL)'],
    check: (s: { readonly id: string; readonly type: string }) =>
      when(!TARGETS.some(([type, form]) => type === s.type && form.test(s.id)), { id: s.id, type: s.type }),
  }),
  'org-invite-in-organization': row({
    ...BLOCK,
    statement: 'Only an account that is in no organization can be invited, or accept an invitation.',
    source: model('InviteAccountToOrganization', 'ALREADY_IN_AN_ORGANIZATION'),
    fault: 'HandshakeConstraintViolationException',
    operations: [...INVITE, ...ACCEPT],
    message: (a) => `account ${a.account} is in organization ${a.organization} already`,
    fix: (a) => [`it leaves that first: lm org leave --account ${a.account}`],
    check: (s: { readonly account: string; readonly organization: string | undefined }) =>
      when(s.organization !== undefined, { account: s.account, organization: s.organization ?? '' }),
  }),
  'org-invite-duplicate': row({
    ...BLOCK,
    statement: 'An organization has one open invitation for an account at most.',
    source: model('InviteAccountToOrganization', 'DuplicateHandshakeException'),
    fault: 'DuplicateHandshakeException',
    operations: INVITE,
    message: (a) => `${a.target} is invited already, until ${a.until}: ${a.handshake}`,
    fix: (a) => [`the account accepts it: lm org account accept ${a.handshake} --account ${a.target}`],
    check: (s: {
      readonly target: string;
      readonly open: { readonly id: string; readonly until: string } | undefined;
    }) => when(s.open !== undefined, { target: s.target, handshake: s.open?.id ?? '', until: s.open?.until ?? '' }),
  }),
  'org-invite-during-all-features': row({
    ...BLOCK,
    statement: 'While members are asked to agree to all features, no account can be invited.',
    source: model('InviteAccountToOrganization', 'INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES'),
    fault: 'HandshakeConstraintViolationException',
    operations: INVITE,
    message: (a) => `the organization is on its way to all features (${a.handshake})`,
    fix: (a) => [`finish that first: lm org account accept ${a.handshake}, once every invited member has agreed`],
    check: (s: { readonly pending: string | undefined }) =>
      when(s.pending !== undefined, { handshake: s.pending ?? '' }),
  }),
  'org-has-all-features': row({
    ...BLOCK,
    statement: 'All features are enabled once, and there is no way back.',
    source: model('EnableAllFeatures', 'ORGANIZATION_ALREADY_HAS_ALL_FEATURES'),
    fault: 'HandshakeConstraintViolationException',
    operations: ['organizations:EnableAllFeatures'],
    message: (a) => `organization ${a.organization} has all features already`,
    fix: () => ['nothing needs to be done: lm org show'],
    check: (s: { readonly organization: string; readonly features: string }) =>
      when(s.features === 'ALL', { organization: s.organization }),
  }),
  'org-all-features-pending': row({
    ...BLOCK,
    statement: 'Members are asked to agree to all features once.',
    source: model('EnableAllFeatures', 'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION'),
    fault: 'HandshakeConstraintViolationException',
    operations: ['organizations:EnableAllFeatures'],
    message: (a) => `the organization is on its way to all features already (${a.handshake})`,
    fix: (a) => [`finish that: lm org account accept ${a.handshake}, once every invited member has agreed`],
    check: (s: { readonly pending: string | undefined }) =>
      when(s.pending !== undefined, { handshake: s.pending ?? '' }),
  }),
  'org-handshake-not-found': row({
    ...BLOCK,
    statement: 'A handshake that is named exists.',
    source: model('AcceptHandshake', 'HandshakeNotFoundException'),
    exit: EXIT.notFound,
    fault: 'HandshakeNotFoundException',
    operations: ACCEPT,
    message: (a) => `there is no handshake ${a.handshake}`,
    fix: () => ['the management account sees its handshakes: lm org account list --invited'],
    check: (s: { readonly handshake: string; readonly found: boolean }) => when(!s.found, { handshake: s.handshake }),
  }),
  'org-handshake-of-another': row({
    ...BLOCK,
    statement: 'Only the account that was asked accepts.',
    source: model('AcceptHandshake', 'AccessDeniedException'),
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    operations: ACCEPT,
    message: (a) => `handshake ${a.handshake} asks ${a.target ?? 'nobody in this sandbox'}, not account ${a.account}`,
    fix: (a) => [
      a.target === null
        ? `add the account first: lm local account add ACCOUNT`
        : `accept it as that account: --account ${a.target}`,
    ],
    check: (s: { readonly handshake: string; readonly account: string; readonly target: string | undefined }) =>
      when(s.target !== s.account, { handshake: s.handshake, account: s.account, target: s.target ?? null }),
  }),
  'org-handshake-accepted': row({
    ...BLOCK,
    statement: 'A handshake is accepted once.',
    source: model('AcceptHandshake', 'HandshakeAlreadyInStateException'),
    fault: 'HandshakeAlreadyInStateException',
    operations: ACCEPT,
    message: (a) => `handshake ${a.handshake} was accepted before`,
    fix: () => ['nothing needs to be done: lm org show'],
    check: (s: { readonly handshake: string; readonly state: string }) =>
      when(s.state === 'ACCEPTED', { handshake: s.handshake }),
  }),
  'org-handshake-not-open': row({
    ...BLOCK,
    statement:
      'Only an open handshake can be accepted: an invitation for 15 days, the way to all features once every invited member has agreed.',
    source: model('AcceptHandshake', 'InvalidHandshakeTransitionException'),
    fault: 'InvalidHandshakeTransitionException',
    operations: ACCEPT,
    message: (a) =>
      `handshake ${a.handshake} is ${a.state}${a.waitsFor.length === 0 ? '' : `: waiting for ${a.waitsFor.join(', ')}`}`,
    fix: (a) =>
      a.waitsFor.length === 0
        ? ['the management account invites again: lm org account invite ACCOUNT']
        : a.waitsFor.map(
            (account) => `account ${account} agrees: lm org account accept HANDSHAKE --account ${account}`,
          ),
    check: (s: { readonly handshake: string; readonly state: string; readonly waitsFor: readonly string[] }) =>
      when(s.state !== 'OPEN', { handshake: s.handshake, state: s.state, waitsFor: s.waitsFor }),
  }),
};

const TARGETS = [
  ['ACCOUNT', /^\d{12}$/],
  ['EMAIL', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
] as const;
