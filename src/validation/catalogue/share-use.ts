import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { fewOf } from '../words.ts';
import { guide, model, note, RAM_ANSWER, ramGuide, when } from './sources.ts';

const ANSWERED = { severity: 'block', exit: EXIT.conflict, basis: 'model', operations: RAM_ANSWER } as const;
const DENIED = { severity: 'block', exit: EXIT.denied } as const;

const NOTICE = {
  severity: 'warn',
  exit: EXIT.refused,
  source: guide('Removing Dedicated Hosts from a host resource group'),
  basis: 'stated',
  fault: 'EvictionNotice',
} as const;

/** An invitation as it is found when somebody answers it. */
export type InvitationSubject = { readonly share: string; readonly status: string };

/** Who may use what is shared, how an account comes to it, and what follows. */
export const shareUseRows = {
  'config-share-use-precondition': row({
    ...DENIED,
    statement:
      "Another account's license configuration is put on something only while it is in a share, the account is a principal of that share, and is still in the organization where the share rests on that.",
    source: guide('Child account user cannot associate shared license configuration with an instance'),
    basis: 'stated',
    fault: 'AccessDeniedException',
    operations: ['license-manager:UpdateLicenseSpecificationsForResource'],
    message: (a) => `${a.configuration} belongs to account ${a.owner} and is not shared with account ${a.caller}`,
    fix: (a) => [
      `ask account ${a.owner} to share it: lm config share ${a.configuration} --with ${a.caller}`,
      `lm share list shows what is shared with account ${a.caller}, and invitations that wait for it`,
    ],
    check: (s: {
      readonly configuration: string;
      readonly ownerId: string;
      readonly accountId: string;
      readonly accessible: boolean;
    }) => when(!s.accessible, { configuration: s.configuration, owner: s.ownerId, caller: s.accountId }),
  }),
  'hrg-remove-host-shared': row({
    ...NOTICE,
    statement:
      'A host that leaves a shared group is no longer shared: other accounts get 15 days to move their machines off it.',
    operations: ['resource-groups:UngroupResources'],
    message: (a) =>
      `${a.host} has left the shared group ${a.group}: account ${a.consumer} has until ${a.deadline} to move ${fewOf(a.machines)} off it`,
    why: () => 'Its machines run on, but the host is shared with their owner no longer.',
    fix: (a) => [
      `in account ${a.consumer}: lm instance stop ${a.machines[0]}, then lm instance start ${a.machines[0]}, which takes another host of the group`,
      `or elsewhere: lm instance move ${a.machines[0]} --host HOST`,
    ],
    check: (s: {
      readonly hostId: string;
      readonly group: string;
      readonly consumer: string;
      readonly machines: readonly string[];
      /** Milliseconds since 1970. */
      readonly deadline: number;
    }) =>
      when(s.machines.length > 0, {
        host: s.hostId,
        group: s.group,
        consumer: s.consumer,
        machines: s.machines,
        deadline: new Date(s.deadline).toISOString(),
      }),
  }),
  'time-eviction-15d': row({
    ...NOTICE,
    statement:
      'The notice to move off a host that is no longer shared runs out 15 days after the host left the group; a sandbox tells both accounts and lets the machines run.',
    operations: ['schedule'],
    message: (a) => `${a.machine} is still on ${a.host} of account ${a.owner}, which it had to leave by ${a.deadline}`,
    why: () => 'What happens then is not documented, so in a sandbox nothing does.',
    fix: (a) => [
      `lm instance stop ${a.machine}, then lm instance start ${a.machine}, which takes another host of the group`,
    ],
    check: (s: {
      readonly instanceId: string;
      readonly hostId: string;
      readonly ownerId: string;
      /** Milliseconds since 1970. */
      readonly deadline: number;
      readonly now: number;
    }) =>
      when(s.now >= s.deadline, {
        machine: s.instanceId,
        host: s.hostId,
        owner: s.ownerId,
        deadline: new Date(s.deadline).toISOString(),
      }),
  }),
  'share-holds-more': row({
    severity: 'block',
    statement:
      'lm ends sharing by the share that is for one resource alone; a share that holds more is changed by whoever made it.',
    source: { document: 'lm help', section: 'sharing' },
    basis: 'reading',
    exit: EXIT.conflict,
    fault: 'ShareHoldsMore',
    operations: ['ram:DisassociateResourceShare'],
    message: (a) => `${a.principal} has ${a.resource} by the share ${a.share}, which holds other things too`,
    why: () => 'Taking the account out of that share would end those as well.',
    fix: (a) => [`to end all that it shares: lm share delete ${a.share}`, 'or take it apart in the RAM console'],
    check: (s: {
      readonly share: string;
      readonly principal: string;
      readonly resource: string;
      readonly alone: boolean;
    }) => when(!s.alone, { share: s.share, principal: s.principal, resource: s.resource }),
  }),
  'share-enable-management': row({
    ...DENIED,
    statement: 'Sharing within an organization is switched on by its management account, with all features enabled.',
    source: ramGuide('Enable resource sharing within AWS Organizations'),
    basis: 'external',
    fault: 'OperationNotPermittedException',
    operations: ['ram:EnableSharingWithAwsOrganization'],
    message: (a) =>
      a.management === null
        ? `account ${a.caller} is in no organization`
        : a.management === a.caller
          ? 'the organization has consolidated billing only, not all features'
          : `account ${a.caller} is not the management account, which is ${a.management}`,
    fix: (a) =>
      a.management === null
        ? ['make one: lm org create']
        : a.management === a.caller
          ? ['enable all features first: lm org enable-all-features']
          : [`--account ${a.management}`],
    check: (s: { readonly accountId: string; readonly management?: string; readonly features?: string }) =>
      when(s.management !== s.accountId || s.features !== 'ALL', {
        caller: s.accountId,
        management: s.management ?? null,
      }),
  }),
  'share-invitation-not-found': row({
    ...ANSWERED,
    statement: 'An invitation is answered by the account that received it.',
    source: model('AcceptResourceShareInvitation', 'ResourceShareInvitationArnNotFoundException'),
    exit: EXIT.notFound,
    fault: 'ResourceShareInvitationArnNotFoundException',
    operations: [...RAM_ANSWER, 'ram:GetResourceShareInvitations'],
    message: (a) => `account ${a.account} has no invitation ${a.arn}`,
    fix: () => ['lm share list shows the invitations that wait'],
    check: (s: { readonly arn: string; readonly account: string; readonly found: boolean }) =>
      when(!s.found, { arn: s.arn, account: s.account }),
  }),
  'share-invitation-accepted': row({
    ...ANSWERED,
    statement: 'An accepted invitation cannot be answered again.',
    source: model('AcceptResourceShareInvitation', 'ResourceShareInvitationAlreadyAcceptedException'),
    fault: 'ResourceShareInvitationAlreadyAcceptedException',
    message: (a) => `the invitation to ${a.share} was accepted already`,
    fix: () => ['nothing needs to be done; to end it, ask the owner of the share'],
    check: (s: InvitationSubject) => when(s.status === 'ACCEPTED', { share: s.share }),
  }),
  'share-invitation-rejected': row({
    ...ANSWERED,
    statement: 'A rejected invitation cannot be answered again.',
    source: model('AcceptResourceShareInvitation', 'ResourceShareInvitationAlreadyRejectedException'),
    fault: 'ResourceShareInvitationAlreadyRejectedException',
    message: (a) => `the invitation to ${a.share} was rejected already`,
    fix: () => ['ask the owner to share again, which sends a new one'],
    check: (s: InvitationSubject) => when(s.status === 'REJECTED', { share: s.share }),
  }),
  'share-invitation-expired': row({
    ...ANSWERED,
    statement: 'An invitation that offers license configurations expires after seven days.',
    source: ramGuide('Accepting and rejecting resource share invitations'),
    basis: 'external',
    fault: 'ResourceShareInvitationExpiredException',
    message: (a) => `the invitation to ${a.share} has expired`,
    why: () => 'It could be answered for seven days.',
    fix: () => ['ask the owner to share again, which sends a new one'],
    check: (s: InvitationSubject) => when(s.status === 'EXPIRED', { share: s.share }),
  }),
};

/** What sharing does, where nothing is refused. */
export const shareNotes = {
  'config-share-ram': note({
    statement:
      'A license configuration is shared through a resource share of RAM: with accounts, or with an organization.',
    source: guide('Share a license configuration'),
    basis: 'stated',
  }),
  'config-share-consumes-owner-pool': note({
    statement:
      "What other accounts run under a shared configuration takes from its owner's licences, and stands in the owner's usage with their account ids.",
    source: guide('License Manager across your AWS accounts'),
    basis: 'stated',
  }),
  'org-central-model': note({
    statement:
      'License configurations are made once, in the management account, and reach the member accounts by sharing.',
    source: guide('License Manager across your AWS accounts'),
    basis: 'stated',
  }),
};
