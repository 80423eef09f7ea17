import { describe, expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

async function stopped(limit: number) {
  const s = stage();
  const arn = await s.config('vcpus', { LicenseCount: limit, LicenseCountHardLimit: true });
  const image = await s.image('amazon-linux-2023');
  const under = { LicenseSpecifications: [{ LicenseConfigurationArn: arn }] };
  const id = await s.run(image, under);
  await s.stop(id);
  return { s, arn, image, under, id };
}

it('count-reacquire-on-start: takes its licences again', async () => {
  const { s, arn, id } = await stopped(2);
  const { StartingInstances } = await s.call('ec2:StartInstances', { InstanceIds: [id] });
  expect(StartingInstances).toEqual([
    { InstanceId: id, CurrentState: { Code: 0, Name: 'pending' }, PreviousState: { Code: 80, Name: 'stopped' } },
  ]);
  expect(await s.consumed(arn)).toBe(2);
});

it('a machine that runs is left as it is', async () => {
  const { s, arn, id } = await stopped(2);
  await s.call('ec2:StartInstances', { InstanceIds: [id] });
  await s.call('ec2:StartInstances', { InstanceIds: [id] });
  expect(await s.consumed(arn)).toBe(2);
});

describe('refusals', () => {
  it('launch-start-checks, launch-hard-block: someone else took the licences meanwhile', async () => {
    const { s, arn, image, under, id } = await stopped(2);
    const other = await s.run(image, under);
    await expect(s.call('ec2:StartInstances', { InstanceIds: [id] })).rejects.toEqual(
      refusal('launch-hard-block', 'LicenseUsageException'),
    );
    expect(await s.instance(id)).toMatchObject({ State: { Name: 'stopped' } });
    await s.stop(other);
    await s.call('ec2:StartInstances', { InstanceIds: [id] });
    expect(await s.consumed(arn)).toBe(2);
  });

  it('launch-atomic: of several machines all start or none', async () => {
    const { s, arn, image, under, id } = await stopped(2);
    const second = await s.run(image, under);
    await s.stop(second);
    await expect(s.call('ec2:StartInstances', { InstanceIds: [id, second] })).rejects.toEqual(
      refusal('launch-hard-block'),
    );
    expect(await s.consumed(arn)).toBe(0);
    expect(await s.instance(id)).toMatchObject({ State: { Name: 'stopped' } });
  });

  it('ec2-instance-state, ec2-instance-not-found: a machine that is gone', async () => {
    const { s, id } = await stopped(2);
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    await expect(s.call('ec2:StartInstances', { InstanceIds: [id] })).rejects.toEqual(
      refusal('ec2-instance-state', 'IncorrectInstanceState'),
    );
    await expect(s.call('ec2:StartInstances', { InstanceIds: ['i-0'] })).rejects.toEqual(
      refusal('ec2-instance-not-found', 'InvalidInstanceID.NotFound'),
    );
  });
});

describe('on Dedicated Hosts', () => {
  async function onHost(Affinity: 'host' | 'default') {
    const s = stage();
    const [first, second] = [await s.host(), await s.host()];
    const image = await s.image('amazon-linux-2023');
    const id = await s.run(image, { Placement: { Tenancy: 'host', HostId: first, Affinity } });
    await s.stop(id);
    // Nothing else fits on the first host now.
    await s.run(image, { InstanceType: 'm5.metal', Placement: { HostId: first } });
    return { s, first, second, id };
  }

  it('host-affinity-restart: with affinity host only on its own host', async () => {
    const { s, id } = await onHost('host');
    await expect(s.call('ec2:StartInstances', { InstanceIds: [id] })).rejects.toEqual(
      refusal('host-capacity-by-size', 'InsufficientCapacityOnHost'),
    );
  });

  it('host-affinity-restart: with affinity default on any that takes it', async () => {
    const { s, second, id } = await onHost('default');
    await s.call('ec2:StartInstances', { InstanceIds: [id] });
    expect(await s.instance(id)).toMatchObject({ Placement: { HostId: second } });
  });
});
