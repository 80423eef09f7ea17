import { expect, it } from 'vitest';
import { groupArn } from '../../../src/validation/arns.ts';
import { sqlWorld } from '../../../src/world/sql.ts';
import { testSandbox } from '../../support/sandbox.ts';

it('what runs in a group is told once for each kind of host', async () => {
  const { engine, home, call } = testSandbox();
  const zone = { AvailabilityZone: 'us-east-1a', AutoPlacement: 'on' } as const;
  const hosts = ['m5', 'm5', 'c5'].map((InstanceFamily) => ({ InstanceFamily, Quantity: 1, ...zone }));
  const single = (['m4.large', 'm4.xlarge'] as const).map((InstanceType) => ({ InstanceType, Quantity: 1, ...zone }));
  const ids: string[] = [];
  for (const input of [...hosts, ...single]) ids.push(...((await call('ec2:AllocateHosts', input)).HostIds ?? []));
  engine.change(({ tx, now }) => {
    const configuration = JSON.stringify([{ Type: 'AWS::EC2::HostManagement', Parameters: [] }]);
    tx.in(home).groups.insert({ name: 'mixed', description: undefined, configuration, createdAt: now });
    tx.db.run('UPDATE host SET group_key = 1, running = 1 WHERE family <> $idle', { idle: 'c5' });
  });
  const fact = engine.ask(({ tx }) => sqlWorld(tx, home).group(groupArn(home, 'mixed')));
  expect(ids).toHaveLength(5);
  expect(fact.known && fact.value?.running).toEqual([
    { family: 'm4', instanceType: 'm4.large' },
    { family: 'm4', instanceType: 'm4.xlarge' },
    { family: 'm5' },
  ]);
});
