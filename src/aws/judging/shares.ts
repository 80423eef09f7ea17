import { Fault } from '../../contract/fault.ts';
import type { Input, Output } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import { everyPage, factOf } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

/** AcceptResourceShareInvitation and RejectResourceShareInvitation: the invitation waits still. */
export async function judgeAnswer(
  { resourceShareInvitationArn: arn = '' }: Input<'ram:AcceptResourceShareInvitation'>,
  { call, scope }: Asking,
): Promise<Judged> {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareInvitations', { nextToken });
    return { rows: page.resourceShareInvitations, next: page.nextToken };
  });
  const found = all.find((one) => one.resourceShareInvitationArn === arn);
  if (found === undefined)
    return broken(check('share-invitation-not-found', { arn, account: scope.account, found: false }));
  const now = { share: found.resourceShareName ?? '', status: found.status ?? '' };
  return broken([
    ...check('share-invitation-accepted', now),
    ...check('share-invitation-rejected', now),
    ...check('share-invitation-expired', now),
  ]);
}

/** EnableSharingWithAwsOrganization: by the management account of an organization with all features. */
export async function judgeEnable(_input: object, { call, scope }: Asking): Promise<Judged> {
  const { account: accountId } = scope;
  const organization = await factOf('organizations:DescribeOrganization', async () => {
    const { Organization } = await call('organizations:DescribeOrganization', {}).catch(outside);
    return Organization;
  });
  if (!organization.known) {
    const { why, permission } = organization;
    const open = { what: 'the organization', why: `could not be read (${why})` };
    return {
      ...broken([]),
      verdict: 'unknown',
      notChecked: [permission === undefined ? open : { ...open, permission }],
    };
  }
  const { MasterAccountId: management, FeatureSet: features } = organization.value ?? {};
  const known = {
    ...(management === undefined ? {} : { management }),
    ...(features === undefined ? {} : { features }),
  };
  return broken(check('share-enable-management', { accountId, ...known }));
}

/** An account that is in no organization is told so by an error. */
function outside(error: unknown): Output<'organizations:DescribeOrganization'> {
  if (error instanceof Fault && error.code === 'AWSOrganizationsNotInUseException') return {};
  throw error;
}
