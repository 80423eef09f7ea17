import { expect, it } from 'vitest';
import { awaitTasks } from '../../../src/commands/convert/wait.ts';
import { stage } from '../../local-engine/operations/ec2/support.ts';
import { REGION } from '../../support/sandbox.ts';
import { context } from '../context-stub.ts';

const MINUTE = 60_000;
const CaptureTime = '2026-11-21T03:00:00Z';

it('progress tells how many have ended, how many of them failed, and how many are billed anew', async () => {
  const sandbox = stage();
  const [tasks, arns]: [string[], string[]] = [[], []];
  const image = await sandbox.image('windows-2022');
  const begin = async () => {
    const id = await sandbox.run(image, { InstanceType: 'm5.xlarge' });
    await sandbox.stop(id);
    const ResourceArn = `arn:aws:ec2:${REGION}:111122223333:instance/${id}`;
    arns.push(ResourceArn);
    const Items = [{ TypeName: 'AWS:Application', SchemaVersion: '1.0', CaptureTime, Content: [] }];
    await sandbox.call('ssm:PutInventory', { InstanceId: id, Items });
    const { LicenseConversionTaskId = '' } = await sandbox.call(
      'license-manager:CreateLicenseConversionTaskForResource',
      {
        ResourceArn,
        SourceLicenseContext: { UsageOperation: 'RunInstances:0002' },
        DestinationLicenseContext: { UsageOperation: 'RunInstances:0006' },
      },
    );
    tasks.push(LicenseConversionTaskId);
    return id;
  };
  await begin();
  const gone = await begin();
  sandbox.tick(MINUTE / 2);
  await begin();
  await sandbox.call('ec2:TerminateInstances', { InstanceIds: [gone] });
  const said: string[] = [];
  const ctx = context({
    call: sandbox.call,
    stopped: () => new Promise(() => undefined),
    pause: async () => sandbox.tick(MINUTE / 2),
  });
  const { how } = await awaitTasks(ctx, tasks, arns, (text) => said.push(text));
  expect([how, said]).toEqual([
    'ended',
    [
      'converting 3 instances: 0 done',
      'converting 3 instances: 0 done, 1 failed, 1 billed anew',
      'converting 3 instances: 0 done, 1 failed, 2 billed anew',
      'converting 3 instances: 1 done, 1 failed, 1 billed anew',
    ],
  ]);
});
