import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, OTHER, type Served, serveSandbox } from './server.ts';

/** The `aws` command runs an organization of two accounts: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws organizations', () => {
  let served: Served;
  const made = { handshake: '', request: '' };
  const as = (account: string) => (words: string, options?: Readonly<Record<string, string | object>>) =>
    awsAt(served.endpoint, account)(`organizations ${words}`, options);
  const manager = (words: string, options?: Readonly<Record<string, string | object>>) => as(ACCOUNT)(words, options);

  beforeAll(async () => {
    served = await serveSandbox();
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('is told that there is none, and makes one', async () => {
    expect((await manager('describe-organization')).code).toBe('AWSOrganizationsNotInUseException');
    const created = await manager('create-organization --feature-set ALL');
    const { value } = await manager('describe-organization');
    expect(value).toEqual(created.value);
    expect(memberOf(value, 'Organization')).toMatchObject({ FeatureSet: 'ALL', MasterAccountId: ACCOUNT });
    expect((await manager('create-organization')).code).toBe('AlreadyInOrganizationException');
  });

  it('invites an account, which accepts', async () => {
    const { value } = await manager('invite-account-to-organization', { target: `Id=${OTHER},Type=ACCOUNT` });
    made.handshake = textOf(value, 'Handshake', 'Id');
    const accept = { 'handshake-id': made.handshake };
    expect((await manager('accept-handshake', accept)).code).toBe('AccessDeniedException');
    expect(textOf((await as(OTHER)('accept-handshake', accept)).value, 'Handshake', 'State')).toBe('ACCEPTED');
    const { value: listed } = await manager('list-accounts');
    expect(memberOf(listed, 'Accounts')).toMatchObject([{ Id: ACCOUNT }, { Id: OTHER, JoinedMethod: 'INVITED' }]);
    expect((await as(OTHER)('list-accounts')).code).toBe('AccessDeniedException');
    const { value: handshakes } = await manager('list-handshakes-for-organization');
    expect(memberOf(handshakes, 'Handshakes')).toMatchObject([{ Id: made.handshake, State: 'ACCEPTED' }]);
  });

  it('pages through the accounts with a page size of its own', async () => {
    const { value } = await manager('list-accounts', { 'page-size': '1' });
    expect(memberOf(value, 'Accounts')).toHaveLength(2);
  });

  it('makes an account, which is there a minute later', async () => {
    const asked = await manager('create-account', { email: 'pay@example.com', 'account-name': 'payroll' });
    made.request = textOf(asked.value, 'CreateAccountStatus', 'Id');
    const state = async () => {
      const of = { 'create-account-request-id': made.request };
      return textOf((await manager('describe-create-account-status', of)).value, 'CreateAccountStatus', 'State');
    };
    expect(await state()).toBe('IN_PROGRESS');
    served.local.sandbox.advanceClock(60_000);
    expect(await state()).toBe('SUCCEEDED');
    expect(memberOf((await manager('list-accounts')).value, 'Accounts')).toHaveLength(3);
  });

  it('trusts License Manager, and ends that', async () => {
    const of = { 'service-principal': 'license-manager.amazonaws.com' };
    const enabled = await manager('enable-aws-service-access', of);
    expect([enabled.exit, enabled.value]).toEqual([0, undefined]);
    const { value } = await manager('list-aws-service-access-for-organization');
    expect(textOf(value, 'EnabledServicePrincipals', 0, 'ServicePrincipal')).toBe(of['service-principal']);
    expect((await as(OTHER)('disable-aws-service-access', of)).code).toBe('AccessDeniedException');
    expect((await manager('disable-aws-service-access', of)).exit).toBe(0);
  });

  it('puts an account into a unit', async () => {
    const root = textOf((await manager('list-roots')).value, 'Roots', 0, 'Id');
    const unit = await manager('create-organizational-unit', { 'parent-id': root, name: 'prod' });
    const to = textOf(unit.value, 'OrganizationalUnit', 'Id');
    const move = { 'account-id': OTHER, 'source-parent-id': root, 'destination-parent-id': to };
    expect((await manager('move-account', move)).exit).toBe(0);
    const { value } = await manager('list-accounts-for-parent', { 'parent-id': to });
    expect(textOf(value, 'Accounts', 0, 'Id')).toBe(OTHER);
  });

  it('is refused what would leave members behind, and goes once they are gone', async () => {
    expect((await manager('delete-organization')).code).toBe('OrganizationNotEmptyException');
    expect((await as(OTHER)('leave-organization')).exit).toBe(0);
    const missing = await manager('remove-account-from-organization', { 'account-id': OTHER });
    expect(missing.code).toBe('AccountNotFoundException');
  });
});
