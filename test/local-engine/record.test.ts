import { expect, test } from 'vitest';
import { START, testSandbox } from '../support/sandbox.ts';
import { refusal, stage } from './operations/ec2/support.ts';

test('every call is an event: what, when, by whom, and how it was refused', async () => {
  const { call, database, home, engine } = testSandbox();
  await call('license-manager:CreateLicenseConfiguration', { Name: 'a', LicenseCountingType: 'vCPU' });
  const refused = call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: 'a' });
  const thrown = await refused.catch((error: unknown) => error);
  const rows = database.all('SELECT * FROM event ORDER BY key');
  const common = { account: home.account, region: home.region, at: START, read_only: 0 };
  expect(rows).toEqual([
    expect.objectContaining({
      ...common,
      operation: 'license-manager:CreateLicenseConfiguration',
      request: '{"Name":"a","LicenseCountingType":"vCPU"}',
      error_code: null,
    }),
    expect.objectContaining({
      ...common,
      operation: 'license-manager:DeleteLicenseConfiguration',
      error_code: 'InvalidParameterValueException',
    }),
  ]);
  expect(thrown).toMatchObject({ requestId: rows[1]?.request_id });
  engine.close();
});

test('reads are written after the answer, in one go', async () => {
  const { call, database, engine } = testSandbox();
  await call('license-manager:ListLicenseConfigurations', {});
  await call('ec2:DescribeHosts', {});
  expect(database.all('SELECT * FROM event')).toEqual([]);
  const written: unknown[] = [];
  const close = database.close.bind(database);
  database.close = () => {
    written.push(...database.all('SELECT operation, read_only FROM event ORDER BY key'));
    close();
  };
  engine.close();
  expect(written).toEqual([
    { operation: 'license-manager:ListLicenseConfigurations', read_only: 1 },
    { operation: 'ec2:DescribeHosts', read_only: 1 },
  ]);
});

test('the trail keeps that a secret was sent, never what', async () => {
  const { call, database } = testSandbox();
  const launch = { ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1, UserData: 'cGFzc3dvcmQ=' };
  await expect(call('ec2:RunInstances', launch)).rejects.toEqual(refusal('launch-ami-access'));
  const [event] = database.all('SELECT request FROM event');
  expect(event?.request).toContain('UserData');
  expect(event?.request).not.toContain('cGFzc3dvcmQ=');
});

test('launch-block-reported: an alert for the owner of the configuration, whoever launched', async () => {
  const sandbox = stage();
  const LicenseConfigurationArn = await sandbox.config('sql', { LicenseCount: 1, LicenseCountHardLimit: true });
  const by = { LicenseSpecifications: [{ LicenseConfigurationArn }] };
  await expect(sandbox.run(await sandbox.image('amazon-linux-2023'), by)).rejects.toEqual(refusal('launch-hard-block'));
  const alerts = sandbox.database.all('SELECT account, kind, operation, caller, violation FROM alert');
  expect(alerts).toEqual([
    {
      account: sandbox.home.account,
      kind: 'refused',
      operation: 'ec2:RunInstances',
      caller: sandbox.home.account,
      violation: expect.stringContaining('"launch-hard-block"'),
    },
  ]);
});
