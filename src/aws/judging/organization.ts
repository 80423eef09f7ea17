import type { Handshake, Organization } from '@aws-sdk/client-organizations';
import type { Violation } from '../../contract/decision.ts';
import { Fault } from '../../contract/fault.ts';
import type { Input, OperationName } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import { isDenied, missingPermission } from '../../validation/denied.ts';
import { everyPage } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

const WAITING = ['OPEN', 'REQUESTED'];

/** A judgement; where the caller may not ask what it rests on, it is not known, and the permission is named. */
async function judgedBy(operation: OperationName, judge: () => Promise<readonly Violation[]>): Promise<Judged> {
  try {
    return broken(await judge());
  } catch (error) {
    if (!(error instanceof Fault) || !isDenied(error)) throw error;
    const permission = missingPermission(error, operation);
    const notChecked = [{ what: 'the organization', why: 'may not be read', permission }];
    return { verdict: 'unknown', violations: [], alerts: [], notChecked };
  }
}

const READ = 'organizations:DescribeOrganization';
const MEMBERS = 'organizations:ListAccounts';
const HANDSHAKES = 'organizations:ListHandshakesForOrganization';

/** Undefined for an account that is in none. */
export async function organizationOf({ call }: Asking): Promise<Organization | undefined> {
  try {
    return (await call(READ, {})).Organization;
  } catch (error) {
    if (error instanceof Fault && error.code === 'AWSOrganizationsNotInUseException') return undefined;
    throw error;
  }
}

const waiting = async ({ call }: Asking): Promise<readonly Handshake[]> => {
  const all = await everyPage(async (NextToken) => {
    const page = await call('organizations:ListHandshakesForOrganization', { NextToken });
    return { rows: page.Handshakes, next: page.NextToken };
  });
  return all.filter(({ State = '' }) => WAITING.includes(State));
};

const membersOf = ({ call }: Asking): Promise<readonly string[]> =>
  everyPage(async (NextToken) => {
    const page = await call('organizations:ListAccounts', { NextToken });
    return { rows: page.Accounts?.map(({ Id = '' }) => Id), next: page.NextToken };
  });

/** CreateOrganization: by an account that is in none. */
export const judgeOrganization = (_input: object, asking: Asking): Promise<Judged> =>
  judgedBy(READ, async () => {
    const organization = await organizationOf(asking);
    return check('org-already-member', { account: asking.scope.account, organization: organization?.Id });
  });

type Look = (organization: Organization) => Promise<readonly Violation[]>;

/**
 * What the management account alone may do.
 * @param reads what the look reads besides the organization
 * @param look what else must hold
 */
function managing(asking: Asking, reads: OperationName, look: Look): Promise<Judged> {
  return judgedBy(reads, async () => {
    const organization = await organizationOf(asking);
    const { account } = asking.scope;
    if (organization === undefined) return check('org-needed', { account, organization });
    const denied = check('org-management-only', { account, managementAccount: organization.MasterAccountId ?? '' });
    return denied.length > 0 ? denied : look(organization);
  });
}

/** CreateAccount: whether the address is free, AWS alone knows. */
export const judgeAccount = (_input: object, asking: Asking): Promise<Judged> => managing(asking, READ, async () => []);

/** DeleteOrganization: nobody is left in it. */
export const judgeDisband = (_input: object, asking: Asking): Promise<Judged> =>
  managing(asking, MEMBERS, async ({ MasterAccountId }) => {
    const members = await membersOf(asking);
    return check('org-not-empty', { members: members.filter((account) => account !== MasterAccountId) });
  });

/** EnableAllFeatures: neither done nor begun. */
export const judgeAllFeatures = (_input: object, asking: Asking): Promise<Judged> =>
  managing(asking, HANDSHAKES, async ({ Id: organization = '', FeatureSet: features = '' }) => {
    const had = check('org-has-all-features', { organization, features });
    return had.length > 0 ? had : check('org-all-features-pending', { pending: wayOf(await waiting(asking)) });
  });

const wayOf = (handshakes: readonly Handshake[]): string | undefined =>
  handshakes.find(({ Action }) => Action === 'ENABLE_ALL_FEATURES')?.Id;

/** InviteAccountToOrganization: whether the account is in another organization, AWS alone knows. */
export const judgeInvite = ({ Target }: Input<Inviting>, asking: Asking): Promise<Judged> =>
  managing(asking, HANDSHAKES, async ({ Id }) => {
    const { Id: target = '', Type: type = 'ACCOUNT' } = Target ?? {};
    const handshakes = await waiting(asking);
    const open = handshakes.find(
      ({ Action, Parties = [] }) => Action === 'INVITE' && Parties.some((party) => party.Id === target),
    );
    const until = open?.ExpirationTimestamp?.toISOString() ?? '';
    const isMember = (await membersOf(asking)).includes(target);
    return [
      ...check('org-invite-target', { id: target, type }),
      ...check('org-invite-during-all-features', { pending: wayOf(handshakes) }),
      ...check('org-invite-in-organization', { account: target, organization: isMember ? Id : undefined }),
      ...check('org-invite-duplicate', { target, open: open && { id: open.Id ?? '', until } }),
    ];
  });

type Inviting = 'organizations:InviteAccountToOrganization';

/** RemoveAccountFromOrganization: an account that is in it, and does not manage it. */
export const judgeRemove = (
  { AccountId: account = '' }: Input<'organizations:RemoveAccountFromOrganization'>,
  asking: Asking,
): Promise<Judged> =>
  managing(asking, MEMBERS, async ({ Id = '', MasterAccountId: managementAccount = '' }) => {
    const isMember = (await membersOf(asking)).includes(account);
    const missing = check('org-account-not-found', { account, organization: Id, found: isMember });
    return missing.length > 0 ? missing : check('org-management-cannot-leave', { account, managementAccount });
  });

/** LeaveOrganization: of an account that is in one and does not manage it. */
export const judgeLeave = (_input: object, asking: Asking): Promise<Judged> =>
  judgedBy(READ, async () => {
    const organization = await organizationOf(asking);
    const { account } = asking.scope;
    if (organization === undefined) return check('org-needed', { account, organization });
    return check('org-management-cannot-leave', { account, managementAccount: organization.MasterAccountId ?? '' });
  });
