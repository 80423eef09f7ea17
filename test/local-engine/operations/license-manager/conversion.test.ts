import { describe, expect, test } from 'vitest';
import { REGION } from '../../../support/sandbox.ts';
import { OTHER, refusal, stage } from '../ec2/support.ts';

type Sandbox = ReturnType<typeof stage>;

const MINUTE = 60_000;
const arnOf = (id: string, account = '111122223333') => `arn:aws:ec2:${REGION}:${account}:instance/${id}`;

/** A stopped machine that reports, and whose Windows AWS includes. */
async function machine(sandbox: Sandbox): Promise<string> {
  const id = await sandbox.run(await sandbox.image('windows-2022'), { InstanceType: 'm5.xlarge' });
  await sandbox.stop(id);
  const item = { TypeName: 'AWS:Application', SchemaVersion: '1.0', CaptureTime: '2026-11-21T03:00:00Z', Content: [] };
  await sandbox.call('ssm:PutInventory', { InstanceId: id, Items: [item] });
  return id;
}

async function convert(sandbox: Sandbox, id: string): Promise<string> {
  const { LicenseConversionTaskId = '' } = await sandbox.call(
    'license-manager:CreateLicenseConversionTaskForResource',
    {
      ResourceArn: arnOf(id),
      SourceLicenseContext: { UsageOperation: 'RunInstances:0002' },
      DestinationLicenseContext: { UsageOperation: 'RunInstances:0006' },
    },
  );
  return LicenseConversionTaskId;
}

const list = async (sandbox: Sandbox, ...Filters: { Name: string; Values: string[] }[]) =>
  (await sandbox.call('license-manager:ListLicenseConversionTasks', { Filters })).LicenseConversionTasks?.map(
    ({ LicenseConversionTaskId: id }) => id,
  );

describe('conversion tasks that are asked for', () => {
  test('convert-task-not-found: one that there is, in this account', async () => {
    const sandbox = stage();
    const LicenseConversionTaskId = await convert(sandbox, await machine(sandbox));
    const get = (id: string, scope?: typeof OTHER) =>
      sandbox.call('license-manager:GetLicenseConversionTask', { LicenseConversionTaskId: id }, scope);
    await expect(get(LicenseConversionTaskId)).resolves.toMatchObject({ Status: 'IN_PROGRESS' });
    const absent = refusal('convert-task-not-found', 'InvalidParameterValueException');
    await expect(get('lct-00000000000000000000000000000000')).rejects.toEqual(absent);
    await expect(get(LicenseConversionTaskId, OTHER)).rejects.toEqual(absent);
  });

  test('convert-resource-arn: the ARN names the account and the Region of the machine, not its id alone', async () => {
    const sandbox = stage();
    const id = await machine(sandbox);
    const to = (ResourceArn: string) =>
      sandbox.call('license-manager:CreateLicenseConversionTaskForResource', {
        ResourceArn,
        SourceLicenseContext: { UsageOperation: 'RunInstances:0002' },
        DestinationLicenseContext: { UsageOperation: 'RunInstances:0006' },
      });
    const elsewhere = refusal('convert-resource-arn', 'InvalidParameterValueException');
    await expect(to(arnOf(id, OTHER.account))).rejects.toEqual(elsewhere);
    await expect(to(arnOf(id).replace(REGION, 'eu-west-1'))).rejects.toEqual(elsewhere);
    await expect(to(arnOf(id))).resolves.toBeDefined();
  });

  test('convert-list-filters: by instance and by status, both at once, and by nothing else', async () => {
    const sandbox = stage();
    const [first, second] = [await machine(sandbox), await machine(sandbox)];
    const done = await convert(sandbox, first);
    sandbox.tick(2 * MINUTE);
    const open = await convert(sandbox, second);
    const status = (...Values: string[]) => ({ Name: 'Status', Values });
    const of = (...Values: string[]) => ({ Name: 'ResourceArns', Values });
    expect(await list(sandbox)).toEqual([done, open]);
    expect(await list(sandbox, status('SUCCEEDED'))).toEqual([done]);
    expect(await list(sandbox, status('SUCCEEDED', 'IN_PROGRESS'))).toEqual([done, open]);
    expect(await list(sandbox, of(arnOf(second)))).toEqual([open]);
    expect(await list(sandbox, of(arnOf(second)), status('SUCCEEDED'))).toEqual([]);
    for (const wrong of [status('DONE'), { Name: 'status', Values: ['SUCCEEDED'] }, { Name: 'Name', Values: ['a'] }])
      await expect(list(sandbox, wrong)).rejects.toEqual(
        refusal('convert-list-filters', 'InvalidParameterValueException'),
      );
  });
});
