import { describe, expect, it } from 'vitest';
import { HOUR, OTHER, refusal, stage } from './support.ts';

async function running() {
  const s = stage();
  const arn = await s.config('vcpus');
  const id = await s.run(await s.image('amazon-linux-2023'), {
    LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
  });
  return { s, arn, id };
}

describe('StopInstances', () => {
  it('count-release-on-stop: gives the licences back and keeps the association', async () => {
    const { s, arn, id } = await running();
    const { StoppingInstances } = await s.call('ec2:StopInstances', { InstanceIds: [id] });
    expect(StoppingInstances).toEqual([
      { InstanceId: id, CurrentState: { Code: 64, Name: 'stopping' }, PreviousState: { Code: 16, Name: 'running' } },
    ]);
    expect(await s.consumed(arn)).toBe(0);
    expect(await s.instance(id)).toMatchObject({ Licenses: [{ LicenseConfigurationArn: arn }] });
  });

  it('leaves a stopped machine as it is', async () => {
    const { s, arn, id } = await running();
    await s.stop(id);
    await s.stop(id);
    expect(await s.consumed(arn)).toBe(0);
  });

  it('ec2-instance-state: a terminated machine cannot be stopped', async () => {
    const { s, id } = await running();
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    await expect(s.stop(id)).rejects.toEqual(refusal('ec2-instance-state', 'IncorrectInstanceState'));
  });

  it("ec2-instance-not-found: another account's machine is not there", async () => {
    const { s, id } = await running();
    await expect(s.call('ec2:StopInstances', { InstanceIds: [id] }, OTHER)).rejects.toEqual(
      refusal('ec2-instance-not-found', 'InvalidInstanceID.NotFound'),
    );
  });
});

describe('TerminateInstances', () => {
  it('count-release-on-terminate, count-ends-at-termination: licences and association go', async () => {
    const { s, arn, id } = await running();
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    expect(await s.consumed(arn)).toBe(0);
    expect(await s.instance(id)).toMatchObject({ State: { Name: 'terminated' }, Licenses: [] });
  });

  it('gives nothing back twice', async () => {
    const { s, arn, id } = await running();
    await s.run(await s.image('amazon-linux-2023'), { LicenseSpecifications: [{ LicenseConfigurationArn: arn }] });
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    const { TerminatingInstances = [] } = await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    expect(TerminatingInstances[0]?.CurrentState?.Name).toBe('terminated');
    expect(await s.consumed(arn)).toBe(2);
  });

  it('shows the machine for another hour', async () => {
    const { s, id } = await running();
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    s.tick(HOUR - 1);
    expect(await s.instance(id)).toBeDefined();
    s.tick(1);
    await expect(s.instance(id)).rejects.toEqual(refusal('ec2-instance-not-found'));
  });

  it('ec2-instance-not-found: one unknown machine keeps the others', async () => {
    const { s, id } = await running();
    await expect(s.call('ec2:TerminateInstances', { InstanceIds: [id, 'i-0'] })).rejects.toEqual(
      refusal('ec2-instance-not-found'),
    );
    expect(await s.instance(id)).toMatchObject({ State: { Name: 'running' } });
  });
});

describe('RebootInstances', () => {
  it('count-reboot-neutral: changes neither association nor consumption', async () => {
    const { s, arn, id } = await running();
    await s.call('ec2:RebootInstances', { InstanceIds: [id] });
    expect(await s.consumed(arn)).toBe(2);
    expect(await s.instance(id)).toMatchObject({ State: { Name: 'running' } });
  });

  it('ec2-instance-state, ec2-instance-not-found: takes a machine that runs', async () => {
    const { s, id } = await running();
    await s.stop(id);
    await expect(s.call('ec2:RebootInstances', { InstanceIds: [id] })).rejects.toEqual(
      refusal('ec2-instance-state', 'IncorrectInstanceState'),
    );
    await expect(s.call('ec2:RebootInstances', { InstanceIds: ['i-0'] })).rejects.toEqual(
      refusal('ec2-instance-not-found'),
    );
  });
});
