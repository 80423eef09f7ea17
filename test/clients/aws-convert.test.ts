import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, REGION, type Served, serveSandbox } from './server.ts';

/** The `aws` command converts a licence type: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws license-manager conversion tasks, aws ssm inventory', () => {
  let served: Served;
  let aws: Aws;
  const made = { machine: '', arn: '', task: '' };
  const convert = (from: string, to: string) =>
    aws('license-manager create-license-conversion-task-for-resource', {
      'resource-arn': made.arn,
      'source-license-context': { UsageOperation: from },
      'destination-license-context': `UsageOperation=${to}`,
    });
  const report = (items: object, id = made.machine) => aws('ssm put-inventory', { 'instance-id': id, items });

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
    const image = await aws('ec2 import-image', { 'license-type': 'BYOL', platform: 'Windows' });
    const run = await aws('ec2 run-instances --instance-type m5.xlarge --placement Tenancy=dedicated', {
      'image-id': textOf(image.value, 'ImageId'),
    });
    made.machine = textOf(memberOf(memberOf(run.value, 'Instances'), '0'), 'InstanceId');
    made.arn = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/${made.machine}`;
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('is refused while the machine runs, with the reason', async () => {
    const refused = await convert('RunInstances:0800', 'RunInstances:0002');
    expect([refused.code, refused.message]).toEqual([
      'ValidationException',
      expect.stringContaining('must be stopped'),
    ]);
  });

  it('is refused for a code that is none, and for a filter that is none', async () => {
    expect((await convert('0800', 'RunInstances:0002')).code).toBe('InvalidParameterValueException');
    const filters = [{ Name: 'TaskId', Values: ['lct-1'] }];
    const listed = await aws('license-manager list-license-conversion-tasks', { filters });
    expect([listed.code, listed.message]).toEqual([
      'InvalidParameterValueException',
      expect.stringContaining('is not a filter of conversion tasks'),
    ]);
  });

  it('reports inventory and reads it back', async () => {
    await aws(`ec2 stop-instances --instance-ids ${made.machine}`);
    expect((await convert('RunInstances:0800', 'RunInstances:0002')).message).toContain('Inventory');
    const item = { TypeName: 'AWS:Application', SchemaVersion: '1.1', CaptureTime: '2026-11-21T03:00:00Z' };
    expect((await report([{ ...item, Content: [{ Name: 'IIS', Version: '10' }] }])).exit).toBe(0);
    const entries = await aws('ssm list-inventory-entries --type-name AWS:Application', {
      'instance-id': made.machine,
    });
    expect(entries.value).toMatchObject({ InstanceId: made.machine, Entries: [{ Name: 'IIS', Version: '10' }] });
    const filters = [{ Key: 'AWS:Application.Name', Values: ['IIS'], Type: 'Equal' }];
    const found = await aws('ssm get-inventory', { filters });
    expect(found.value).toMatchObject({ Entities: [{ Id: made.machine }] });
    const missing = await report([item], 'i-0000000000000000f');
    expect(missing.code).toBe('InvalidInstanceId');
    expect((await report([{ ...item, ContentHash: 'other' }])).code).toBe('ItemContentMismatchException');
  });

  it('describes managed machines, and lets a server that is no instance go', async () => {
    const item = { TypeName: 'AWS:InstanceInformation', SchemaVersion: '1.0', CaptureTime: '2026-11-21T03:00:00Z' };
    const server = 'mi-0123456789abcdef0';
    await report([{ ...item, Content: [{ ComputerName: 'rack-1', AgentVersion: '3.1.0.0' }] }], server);
    const all = async () => memberOf((await aws('ssm describe-instance-information')).value, 'InstanceInformationList');
    expect(await all()).toMatchObject([
      { InstanceId: made.machine, PingStatus: 'ConnectionLost', PlatformType: 'Windows', ResourceType: 'EC2Instance' },
      { InstanceId: server, ComputerName: 'rack-1', AgentVersion: '3.1.0.0', ResourceType: 'ManagedInstance' },
    ]);
    await aws(`ssm deregister-managed-instance --instance-id ${server}`);
    expect(await all()).toHaveLength(1);
    expect((await aws(`ssm deregister-managed-instance --instance-id ${server}`)).code).toBe('InvalidInstanceId');
    const unknown = await aws('ssm describe-instance-information --filters Key=Colour,Values=red');
    expect(unknown.code).toBe('InvalidFilterKey');
  });

  it('begins a task, shows it and lists it (convert-task-id)', async () => {
    const begun = await convert('RunInstances:0800', 'RunInstances:0002');
    made.task = textOf(begun.value, 'LicenseConversionTaskId');
    expect(made.task).toMatch(/^lct-[a-zA-Z0-9]+$/);
    const shown = await aws('license-manager get-license-conversion-task', {
      'license-conversion-task-id': made.task,
    });
    expect(shown.value).toMatchObject({
      LicenseConversionTaskId: made.task,
      ResourceArn: made.arn,
      SourceLicenseContext: { UsageOperation: 'RunInstances:0800' },
      DestinationLicenseContext: { UsageOperation: 'RunInstances:0002' },
      Status: 'IN_PROGRESS',
    });
    const filters = [
      { Name: 'ResourceArns', Values: [made.arn] },
      { Name: 'Status', Values: ['IN_PROGRESS'] },
    ];
    const listed = await aws('license-manager list-license-conversion-tasks', { filters });
    expect(memberOf(listed.value, 'LicenseConversionTasks')).toMatchObject([{ LicenseConversionTaskId: made.task }]);
    expect((await convert('RunInstances:0800', 'RunInstances:0002')).code).toBe('ValidationException');
  });

  it('ends when its time has come: the instance tells, the AMI does not', async () => {
    served.local.sandbox.advanceClock(120_000);
    const shown = await aws('license-manager get-license-conversion-task', {
      'license-conversion-task-id': made.task,
    });
    expect(shown.value).toMatchObject({ Status: 'SUCCEEDED' });
    const described = await aws(`ec2 describe-instances --instance-ids ${made.machine}`);
    const reservation = memberOf(memberOf(described.value, 'Reservations'), '0');
    expect(memberOf(memberOf(reservation, 'Instances'), '0')).toMatchObject({
      UsageOperation: 'RunInstances:0002',
      PlatformDetails: 'Windows',
    });
  });
});
