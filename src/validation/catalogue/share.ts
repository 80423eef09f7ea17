import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { allOf } from '../words.ts';
import { guide, model, RAM, RAM_ANSWER, RAM_CHANGE, RAM_MAKE, ramGuide, when } from './sources.ts';

/** An organization, or a unit of it, with which an account would share. */
export type OrganizationSubject = {
  readonly organization: string;
  readonly unit?: string;
  /** Its management account. */
  readonly management: string;
  /** Who would share. */
  readonly account: string;
  /** Whether that account is in it. */
  readonly member: boolean;
  /** Whether sharing with RAM is switched on in it. */
  readonly sharing: boolean;
  /** Whether the unit exists; true where none is named. */
  readonly unitFound: boolean;
};

/** Who would be given something that stays within an organization, and whether its sharing is switched on. */
export type WithinSubject = {
  readonly what: string;
  /** Principals outside, or inside one that does not share. */
  readonly outside: readonly string[];
};

/** What RAM demands of resource shares, their resources and principals, and of the answers to invitations. */
export const shareRows = {
  'share-arn-malformed': row({
    ...RAM,
    statement: 'Shares, invitations and resources are named by ARNs of their own form.',
    source: model('GetResourceShares', 'MalformedArnException'),
    basis: 'model',
    fault: 'MalformedArnException',
    operations: [...RAM_MAKE, ...RAM_CHANGE, ...RAM_ANSWER, 'ram:GetResourceShares', 'ram:GetResourceShareInvitations'],
    message: (a) => `"${a.arn}" is not the ARN of ${a.what}`,
    fix: () => ['lm share list shows the shares and invitations there are'],
    check: (s: { readonly arn: string; readonly what: string; readonly valid: boolean }) =>
      when(!s.valid, { arn: s.arn, what: s.what }),
  }),
  'share-not-found': row({
    ...RAM,
    statement: 'A resource share that is named exists, and the account owns it.',
    source: model('AssociateResourceShare', 'UnknownResourceException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'UnknownResourceException',
    operations: [...RAM_CHANGE, 'ram:GetResourceShares', 'ram:GetResourceShareAssociations'],
    message: (a) => `account ${a.account} has no resource share ${a.arn}`,
    fix: () => ['lm share list shows the shares there are'],
    check: (s: { readonly arn: string; readonly account: string; readonly found: boolean }) =>
      when(!s.found, { arn: s.arn, account: s.account }),
  }),
  'share-deleted': row({
    ...RAM,
    statement: 'A deleted resource share is still shown for a while and cannot be changed.',
    source: model('UpdateResourceShare', 'InvalidStateTransitionException'),
    basis: 'model',
    exit: EXIT.conflict,
    fault: 'InvalidStateTransitionException',
    operations: RAM_CHANGE,
    message: (a) => `the resource share ${a.share} is deleted`,
    fix: () => ['share again: lm config share NAME --with ACCOUNT'],
    check: (s: { readonly share: string; readonly status: string }) => when(s.status === 'DELETED', { share: s.share }),
  }),
  'share-resource-type': row({
    ...RAM,
    statement: 'License configurations and host resource groups can be shared here, and nothing else.',
    source: ramGuide('Shareable AWS resources'),
    basis: 'reading',
    operations: RAM_MAKE,
    message: (a) => `${a.arn} is neither a license configuration nor a host resource group`,
    fix: () => ['lm config share NAME --with ACCOUNT, or lm hrg share NAME --with ORG'],
    check: (s: { readonly arn: string; readonly shareable: boolean }) => when(!s.shareable, { arn: s.arn }),
  }),
  'share-resource-unknown': row({
    ...RAM,
    statement: 'A resource that is shared exists, in the Region of the share.',
    source: model('CreateResourceShare', 'UnknownResourceException'),
    basis: 'model',
    exit: EXIT.notFound,
    fault: 'UnknownResourceException',
    operations: RAM_MAKE,
    message: (a) => `there is no ${a.arn} in ${a.region}`,
    fix: () => ['lm config list and lm hrg list show what there is'],
    check: (s: { readonly arn: string; readonly region: string; readonly found: boolean }) =>
      when(!s.found, { arn: s.arn, region: s.region }),
  }),
  'share-resource-owner': row({
    ...RAM,
    statement: 'Only the owner of a resource shares it; what was shared with an account is not shared on.',
    source: ramGuide('Creating a resource share in AWS RAM'),
    basis: 'external',
    exit: EXIT.denied,
    fault: 'OperationNotPermittedException',
    operations: RAM_MAKE,
    message: (a) => `${a.arn} belongs to account ${a.owner}; account ${a.caller} cannot share it`,
    fix: (a) => [`--account ${a.owner}`],
    check: (s: { readonly arn: string; readonly ownerId: string; readonly accountId: string }) =>
      when(s.ownerId !== s.accountId, { arn: s.arn, owner: s.ownerId, caller: s.accountId }),
  }),
  'share-principal-malformed': row({
    ...RAM,
    statement:
      'Something is shared with account ids of 12 digits, and with the ARNs of organizations and organizational units.',
    source: ramGuide('Shareable AWS resources'),
    basis: 'external',
    operations: [...RAM_MAKE, 'ram:DisassociateResourceShare'],
    message: (a) => `Principal ID ${a.principal} is malformed`,
    why: () => 'Roles, users and services cannot be given license configurations or host resource groups.',
    fix: () => [
      '--with an account id such as 444455556666',
      'or --with organization, or --with ou-... for a part of it',
    ],
    check: (s: { readonly principal: string; readonly valid: boolean }) => when(!s.valid, { principal: s.principal }),
  }),
  'share-organization-unknown': row({
    ...RAM,
    statement:
      'An organization or a unit of it is a principal for its own accounts only, and only once its management account has switched on sharing with RAM.',
    source: ramGuide('Enable resource sharing within AWS Organizations'),
    basis: 'external',
    exit: EXIT.notFound,
    fault: 'UnknownResourceException',
    operations: RAM_MAKE,
    message: (a) =>
      a.why === 'foreign'
        ? `Organization ${a.organization} could not be found: account ${a.account} is not in it`
        : a.why === 'unit'
          ? `OrganizationalUnit ${a.unit} could not be found in ${a.organization}`
          : `Organization ${a.organization} could not be found: sharing with RAM is not switched on in it`,
    fix: (a) =>
      a.why === 'off'
        ? [`once, in the management account: lm share enable-organization --account ${a.management}`]
        : a.why === 'unit'
          ? ['lm org show shows its units']
          : [`--with an account id instead, which then gets an invitation`],
    check: ({ member, sharing, unitFound, organization, unit = '', management, account }: OrganizationSubject) =>
      when(!member || !sharing || !unitFound, {
        why: !member ? 'foreign' : sharing ? 'unit' : 'off',
        organization,
        unit,
        management,
        account,
      }),
  }),
  'share-organization-only': row({
    ...RAM,
    statement:
      'A host resource group, and whatever is in a share that is closed to outsiders, is shared only with accounts of one organization in which sharing is switched on.',
    source: guide('Share a host resource group'),
    basis: 'stated',
    fault: 'OperationNotPermittedException',
    operations: [...RAM_MAKE, 'ram:UpdateResourceShare'],
    message: (a) => `${a.what} can be shared within the organization only, not with ${allOf(a.outside)}`,
    why: () => 'The same is said while sharing within the organization is not switched on.',
    fix: () => [
      'leave these out',
      'or invite the account into the organization: lm org account invite ACCOUNT',
      'or switch sharing on, in the management account: lm share enable-organization',
    ],
    check: (s: WithinSubject) => when(s.outside.length > 0, { what: s.what, outside: s.outside }),
  }),
  'share-entity-unknown': row({
    ...RAM,
    statement: 'What is taken out of a resource share is in it.',
    source: model('DisassociateResourceShare', 'UnknownResourceException'),
    basis: 'reading',
    exit: EXIT.notFound,
    fault: 'UnknownResourceException',
    operations: ['ram:DisassociateResourceShare'],
    message: (a) => `${a.entity} is not in the share ${a.share}`,
    fix: () => ['lm share list shows what is shared with whom'],
    check: (s: { readonly share: string; readonly entity: string; readonly found: boolean }) =>
      when(!s.found, { share: s.share, entity: s.entity }),
  }),
};
