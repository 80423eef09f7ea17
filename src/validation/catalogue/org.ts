import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { counted } from '../words.ts';
import { model, when } from './sources.ts';

const BLOCK = { severity: 'block', exit: EXIT.conflict, basis: 'model' } as const;

/** The calls that only the management account may make, but for switching trusted access, which says so itself. */
const MANAGEMENT = [
  'organizations:ListAccounts',
  'organizations:DescribeAccount',
  'organizations:CreateAccount',
  'organizations:DescribeCreateAccountStatus',
  'organizations:InviteAccountToOrganization',
  'organizations:ListHandshakesForOrganization',
  'organizations:RemoveAccountFromOrganization',
  'organizations:EnableAllFeatures',
  'organizations:DeleteOrganization',
  'organizations:ListRoots',
  'organizations:CreateOrganizationalUnit',
  'organizations:MoveAccount',
  'organizations:ListAccountsForParent',
  'organizations:ListChildren',
] as const;

/** Who calls, and which account leads the organization. */
export type ManagementSubject = { readonly account: string; readonly managementAccount: string };

export const notManagement = ({ account, managementAccount }: ManagementSubject) =>
  when(account !== managementAccount, { account, managementAccount });

/** What AWS Organizations demands of an organization and of the accounts in it. */
export const orgRows = {
  'org-needed': row({
    ...BLOCK,
    statement: 'Features that reach across accounts need AWS Organizations: the account is in an organization.',
    source: { document: 'License Manager User Guide', section: 'Using service-linked roles for AWS License Manager' },
    basis: 'stated',
    fault: 'AWSOrganizationsNotInUseException',
    operations: [
      ...MANAGEMENT,
      'organizations:DescribeOrganization',
      'organizations:LeaveOrganization',
      'organizations:EnableAWSServiceAccess',
      'organizations:DisableAWSServiceAccess',
      'organizations:ListAWSServiceAccessForOrganization',
    ],
    message: (a) => `account ${a.account} is in no organization`,
    fix: () => ['make one: lm org create', 'or accept the invitation to one: lm org account accept HANDSHAKE'],
    check: (s: { readonly account: string; readonly organization: string | undefined }) =>
      when(s.organization === undefined, { account: s.account }),
  }),
  'org-already-member': row({
    ...BLOCK,
    statement: 'An account is in one organization at most.',
    source: model('CreateOrganization', 'AlreadyInOrganizationException'),
    fault: 'AlreadyInOrganizationException',
    operations: ['organizations:CreateOrganization'],
    message: (a) => `account ${a.account} is in organization ${a.organization} already`,
    fix: () => ['lm org show shows it', 'to leave it first: lm org leave'],
    check: (s: { readonly account: string; readonly organization: string | undefined }) =>
      when(s.organization !== undefined, { account: s.account, organization: s.organization ?? '' }),
  }),
  'org-management-only': row({
    ...BLOCK,
    statement: 'Only the management account changes the organization and lists what is in it.',
    source: model('CreateAccount', 'AccessDeniedException'),
    exit: EXIT.denied,
    fault: 'AccessDeniedException',
    operations: MANAGEMENT,
    message: (a) => `account ${a.account} is a member; account ${a.managementAccount} manages the organization`,
    fix: (a) => [`act as the management account: --account ${a.managementAccount}`],
    check: notManagement,
  }),
  'org-account-not-found': row({
    ...BLOCK,
    statement: 'An account that is named is in the organization.',
    source: model('RemoveAccountFromOrganization', 'AccountNotFoundException'),
    exit: EXIT.notFound,
    fault: 'AccountNotFoundException',
    operations: [
      'organizations:DescribeAccount',
      'organizations:RemoveAccountFromOrganization',
      'organizations:MoveAccount',
    ],
    message: (a) => `account ${a.account} is not in organization ${a.organization}`,
    fix: () => ['lm org account list shows who is'],
    check: (s: { readonly account: string; readonly organization: string; readonly found: boolean }) =>
      when(!s.found, { account: s.account, organization: s.organization }),
  }),
  'org-management-cannot-leave': row({
    ...BLOCK,
    statement: 'The management account leaves only by deleting the organization.',
    source: model('LeaveOrganization', 'MasterCannotLeaveOrganizationException'),
    fault: 'MasterCannotLeaveOrganizationException',
    operations: ['organizations:LeaveOrganization', 'organizations:RemoveAccountFromOrganization'],
    message: (a) => `account ${a.account} manages the organization and cannot leave it`,
    fix: () => ['remove all members (lm org account remove), then delete the organization: lm org delete'],
    check: (s: ManagementSubject) => when(s.account === s.managementAccount, { account: s.account }),
  }),
  'org-not-empty': row({
    ...BLOCK,
    statement: 'An organization is deleted only when no member account is left in it.',
    source: model('DeleteOrganization', 'OrganizationNotEmptyException'),
    fault: 'OrganizationNotEmptyException',
    operations: ['organizations:DeleteOrganization'],
    message: (a) => `${counted(a.members.length, 'member account')} left in the organization: ${a.members.join(', ')}`,
    fix: (a) => a.members.map((account) => `lm org account remove ${account}`),
    check: (s: { readonly members: readonly string[] }) => when(s.members.length > 0, { members: s.members }),
  }),
  'org-account-request-not-found': row({
    ...BLOCK,
    statement: 'The status of a request for an account is asked by the id that CreateAccount gave.',
    source: model('DescribeCreateAccountStatus', 'CreateAccountStatusNotFoundException'),
    exit: EXIT.notFound,
    fault: 'CreateAccountStatusNotFoundException',
    operations: ['organizations:DescribeCreateAccountStatus'],
    message: (a) => `this organization has no request ${a.id} for an account`,
    fix: () => ['use the id that lm org account create printed', 'lm org account list shows the accounts that exist'],
    check: (s: { readonly id: string; readonly found: boolean }) => when(!s.found, { id: s.id }),
  }),
  'org-parent-not-found': row({
    ...BLOCK,
    statement: 'A root or organizational unit that is named is in the organization.',
    source: model('CreateOrganizationalUnit', 'ParentNotFoundException'),
    exit: EXIT.notFound,
    fault: 'ParentNotFoundException',
    operations: [
      'organizations:CreateOrganizationalUnit',
      'organizations:ListAccountsForParent',
      'organizations:ListChildren',
    ],
    message: (a) => `there is no root or organizational unit ${a.parent} in organization ${a.organization}`,
    fix: (a) => [
      `the root is ${a.root}`,
      `its units: aws organizations list-children --parent-id ${a.root} --child-type ORGANIZATIONAL_UNIT`,
    ],
    check: (s: {
      readonly parent: string;
      readonly organization: string;
      readonly root: string;
      readonly found: boolean;
    }) => when(!s.found, { parent: s.parent, organization: s.organization, root: s.root }),
  }),
  'org-move-source': row({
    ...BLOCK,
    statement: 'An account is moved from the root or unit in which it stands.',
    source: model('MoveAccount', 'SourceParentNotFoundException'),
    exit: EXIT.notFound,
    fault: 'SourceParentNotFoundException',
    operations: ['organizations:MoveAccount'],
    message: (a) => `account ${a.account} stands in ${a.parent}, not in ${a.source}`,
    fix: (a) => [`name ${a.parent} as the source`],
    check: (s: { readonly account: string; readonly parent: string; readonly source: string }) =>
      when(s.parent !== s.source, { account: s.account, parent: s.parent, source: s.source }),
  }),
  'org-move-destination': row({
    ...BLOCK,
    statement: 'An account is moved to a root or unit of its organization.',
    source: model('MoveAccount', 'DestinationParentNotFoundException'),
    exit: EXIT.notFound,
    fault: 'DestinationParentNotFoundException',
    operations: ['organizations:MoveAccount'],
    message: (a) => `there is no root or organizational unit ${a.destination} in organization ${a.organization}`,
    fix: (a) => [`the root is ${a.root}`],
    check: (s: {
      readonly destination: string;
      readonly organization: string;
      readonly root: string;
      readonly found: boolean;
    }) => when(!s.found, { destination: s.destination, organization: s.organization, root: s.root }),
  }),
  'org-unit-name-in-use': row({
    ...BLOCK,
    statement: 'The names of organizational units in one parent differ.',
    source: model('CreateOrganizationalUnit', 'DuplicateOrganizationalUnitException'),
    fault: 'DuplicateOrganizationalUnitException',
    operations: ['organizations:CreateOrganizationalUnit'],
    message: (a) => `${a.parent} has an organizational unit ${a.name} already`,
    fix: () => ['choose another name'],
    check: (s: { readonly parent: string; readonly name: string; readonly taken: boolean }) =>
      when(s.taken, { parent: s.parent, name: s.name }),
  }),
};
