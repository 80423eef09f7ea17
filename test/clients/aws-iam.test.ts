import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, type Served, serveSandbox } from './server.ts';

const CORE = 'AWSServiceRoleForAWSLicenseManagerRole';

/** The `aws` command deletes and makes License Manager's core role: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws iam', () => {
  let served: Served;
  const iam = (words: string, options?: Readonly<Record<string, string | object>>) =>
    awsAt(served.endpoint)(`iam ${words}`, options);
  const ended = async (task: string) =>
    (await iam('get-service-linked-role-deletion-status', { 'deletion-task-id': task })).value;

  beforeAll(async () => {
    served = await serveSandbox();
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('shows the core role, with the service that may assume it', async () => {
    const { value } = await iam('get-role', { 'role-name': CORE });
    const path = '/aws-service-role/license-manager.amazonaws.com/';
    expect(memberOf(value, 'Role')).toMatchObject({ Path: path, Arn: `arn:aws:iam::${ACCOUNT}:role${path}${CORE}` });
    const statement = memberOf(value, 'Role', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal');
    expect(statement).toEqual({ Service: 'license-manager.amazonaws.com' });
    expect((await iam('get-role', { 'role-name': 'nobody' })).code).toBe('NoSuchEntity');
    const { value: listed } = await iam('list-roles', { 'path-prefix': '/aws-service-role/', 'page-size': '1' });
    expect(memberOf(listed, 'Roles')).toHaveLength(1);
  });

  it('keeps the role while a configuration needs it, and says which', async () => {
    const made = await awsAt(served.endpoint)('license-manager create-license-configuration', {
      name: 'sql',
      'license-counting-type': 'vCPU',
    });
    const arn = textOf(made.value, 'LicenseConfigurationArn');
    const { value } = await iam('delete-service-linked-role', { 'role-name': CORE });
    expect(await ended(textOf(value, 'DeletionTaskId'))).toMatchObject({
      Status: 'FAILED',
      Reason: { RoleUsageList: [{ Region: 'us-east-1', Resources: [arn] }] },
    });
    await awsAt(served.endpoint)('license-manager delete-license-configuration', { 'license-configuration-arn': arn });
  });

  it('deletes it, and makes it again', async () => {
    const { value } = await iam('delete-service-linked-role', { 'role-name': CORE });
    expect(await ended(textOf(value, 'DeletionTaskId'))).toMatchObject({ Status: 'SUCCEEDED' });
    expect((await iam('get-role', { 'role-name': CORE })).code).toBe('NoSuchEntity');
    const service = { 'aws-service-name': 'license-manager.amazonaws.com' };
    const again = await iam('create-service-linked-role', service);
    expect(textOf(again.value, 'Role', 'RoleName')).toBe(CORE);
    expect((await iam('create-service-linked-role', service)).code).toBe('InvalidInput');
  });
});
