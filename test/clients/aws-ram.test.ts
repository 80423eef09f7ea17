import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, OTHER, REGION, type Served, serveSandbox } from './server.ts';

/** The `aws` command shares a license configuration: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws ram', () => {
  let served: Served;
  let aws: Aws;
  let other: Aws;
  const made = { configuration: '', share: '', invitation: '' };
  const SHARE = new RegExp(`^arn:aws:ram:${REGION}:${ACCOUNT}:resource-share/[0-9a-f-]{36}$`);

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
    other = awsAt(served.endpoint, OTHER);
    const config = { name: 'sql', 'license-counting-type': 'vCPU' };
    const { value } = await aws('license-manager create-license-configuration', config);
    made.configuration = textOf(value, 'LicenseConfigurationArn');
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('makes a share, by a token once only', async () => {
    const input = {
      name: 'sql',
      'resource-arns': made.configuration,
      tags: 'key=team,value=db',
      'client-token': 'once',
    };
    const { value } = await aws('ram create-resource-share', input);
    made.share = textOf(value, 'resourceShare', 'resourceShareArn');
    expect(made.share).toMatch(SHARE);
    expect(value).toMatchObject({
      resourceShare: { name: 'sql', status: 'ACTIVE', owningAccountId: ACCOUNT },
      clientToken: 'once',
    });
    const again = await aws('ram create-resource-share', input);
    expect(textOf(again.value, 'resourceShare', 'resourceShareArn')).toBe(made.share);
    const otherwise = await aws('ram create-resource-share', { ...input, name: 'other' });
    expect(otherwise.code).toBe('IdempotentParameterMismatchException');
  });

  it('invites an account, which sees the configuration once it has accepted', async () => {
    const share = { 'resource-share-arn': made.share };
    const { value } = await aws('ram associate-resource-share', { ...share, principals: OTHER });
    expect(value).toMatchObject({ resourceShareAssociations: [{ associatedEntity: OTHER, status: 'ASSOCIATING' }] });
    const before = await other('license-manager list-license-configurations');
    expect(before.value).toMatchObject({ LicenseConfigurations: [] });
    const waiting = await other('ram get-resource-share-invitations');
    made.invitation = textOf(waiting.value, 'resourceShareInvitations', 0, 'resourceShareInvitationArn');
    const invitation = { 'resource-share-invitation-arn': made.invitation };
    const accepted = await other('ram accept-resource-share-invitation', invitation);
    expect(accepted.value).toMatchObject({ resourceShareInvitation: { status: 'ACCEPTED', senderAccountId: ACCOUNT } });
    const twice = await other('ram reject-resource-share-invitation', invitation);
    expect(twice.code).toBe('ResourceShareInvitationAlreadyAcceptedException');
    const after = await other('license-manager list-license-configurations');
    expect(after.value).toMatchObject({ LicenseConfigurations: [{ Name: 'sql', OwnerAccountId: ACCOUNT }] });
  });

  it('lists it from both ends', async () => {
    const own = await aws('ram get-resource-shares --resource-owner SELF');
    expect(own.value).toMatchObject({
      resourceShares: [{ resourceShareArn: made.share, tags: [{ key: 'team', value: 'db' }] }],
    });
    const theirs = await other('ram get-resource-shares --resource-owner OTHER-ACCOUNTS');
    expect(theirs.value).toMatchObject({ resourceShares: [{ resourceShareArn: made.share }] });
    const resources = await other('ram list-resources --resource-owner OTHER-ACCOUNTS');
    expect(resources.value).toMatchObject({
      resources: [{ arn: made.configuration, type: 'license-manager:LicenseConfiguration' }],
    });
    const principals = await aws('ram list-principals --resource-owner SELF');
    expect(principals.value).toMatchObject({ principals: [{ id: OTHER, external: true }] });
    const associations = await aws('ram get-resource-share-associations --association-type RESOURCE');
    expect(textOf(associations.value, 'resourceShareAssociations', 0, 'associatedEntity')).toBe(made.configuration);
  });

  it('renames it, takes the account out again, and deletes it', async () => {
    const share = { 'resource-share-arn': made.share };
    const renamed = await aws('ram update-resource-share', { ...share, name: 'sql-all' });
    expect(renamed.value).toMatchObject({ resourceShare: { name: 'sql-all' } });
    const ended = await aws('ram disassociate-resource-share', { ...share, principals: OTHER });
    expect(ended.value).toMatchObject({ resourceShareAssociations: [{ status: 'DISASSOCIATING' }] });
    const gone = await other('license-manager list-license-configurations');
    expect(memberOf(gone.value, 'LicenseConfigurations')).toEqual([]);
    const { value } = await aws('ram delete-resource-share', share);
    expect(value).toMatchObject({ returnValue: true });
    const deleted = await aws('ram update-resource-share', { ...share, name: 'x' });
    expect(deleted.code).toBe('InvalidStateTransitionException');
  });

  it.each([
    ['create-resource-share --name x --principals o-abcdefghij', 'InvalidParameterException'],
    [
      `create-resource-share --name x --principals arn:aws:organizations::${ACCOUNT}:organization/o-abcdefghij`,
      'UnknownResourceException',
    ],
    ['create-resource-share --name x --resource-arns sql', 'MalformedArnException'],
    ['get-resource-shares --resource-owner SELF --resource-share-arns x', 'MalformedArnException'],
    ['get-resource-shares --resource-owner NOBODY', 'InvalidParameterException'],
    ['list-resources --resource-owner SELF --resource-type ec2:Subnet', 'InvalidResourceTypeException'],
    ['enable-sharing-with-aws-organization', 'OperationNotPermittedException'],
  ])('%s: %s', async (words, code) => {
    expect((await aws(`ram ${words}`)).code).toBe(code);
  });
});
