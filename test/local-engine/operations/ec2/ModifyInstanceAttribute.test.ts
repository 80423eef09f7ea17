import { describe, expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

async function stopped(more = {}) {
  const s = stage();
  const id = await s.run(await s.image('amazon-linux-2023'), { InstanceType: 'm5.xlarge', ...more });
  await s.stop(id);
  return { s, id };
}

describe('changing the type', () => {
  it('count-type-change: a stopped machine counts its new size from the next start', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const id = await s.run(await s.image('amazon-linux-2023'), {
      InstanceType: 'm5.xlarge',
      LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
    await s.stop(id);
    await s.call('ec2:ModifyInstanceAttribute', { InstanceId: id, InstanceType: { Value: 'm5.2xlarge' } });
    expect(await s.consumed(arn)).toBe(0);
    await s.call('ec2:StartInstances', { InstanceIds: [id] });
    expect(await s.consumed(arn)).toBe(8);
  });

  it('can be asked for by attribute too', async () => {
    const { s, id } = await stopped();
    await s.call('ec2:ModifyInstanceAttribute', { InstanceId: id, Attribute: 'instanceType', Value: 'c5.large' });
    expect(await s.instance(id)).toMatchObject({ InstanceType: 'c5.large' });
  });

  it.each([
    [6, { CoreCount: 4, ThreadsPerCore: 1 }],
    [2, { CoreCount: 2, ThreadsPerCore: 1 }],
  ])('of %i cores keeps what the new type offers, and drops the rest', async (CoreCount, CpuOptions) => {
    const { s, id } = await stopped({ InstanceType: 'm5.4xlarge', CpuOptions: { CoreCount, ThreadsPerCore: 1 } });
    await s.call('ec2:ModifyInstanceAttribute', { InstanceId: id, InstanceType: { Value: 'm5.2xlarge' } });
    expect(await s.instance(id)).toMatchObject({ CpuOptions });
  });

  it('host-type-supported: a type that its host cannot take is judged at the start, not now', async () => {
    const s = stage();
    const host = await s.host();
    const id = await s.run(await s.image('amazon-linux-2023'), {
      Placement: { Tenancy: 'host', HostId: host, Affinity: 'host' },
    });
    await s.stop(id);
    await s.call('ec2:ModifyInstanceAttribute', { InstanceId: id, InstanceType: { Value: 'c5.large' } });
    await expect(s.call('ec2:StartInstances', { InstanceIds: [id] })).rejects.toEqual(
      refusal('host-type-supported', 'UnsupportedInstanceTypeOnHost'),
    );
  });
});

describe('refusals', () => {
  it('ec2-instance-state: a running machine keeps its type', async () => {
    const { s, id } = await stopped();
    await s.call('ec2:StartInstances', { InstanceIds: [id] });
    const change = { InstanceId: id, InstanceType: { Value: 'm5.large' } };
    await expect(s.call('ec2:ModifyInstanceAttribute', change)).rejects.toEqual(
      refusal('ec2-instance-state', 'IncorrectInstanceState'),
    );
    await s.stop(id);
    await s.call('ec2:ModifyInstanceAttribute', change);
    expect(await s.instance(id)).toMatchObject({ InstanceType: 'm5.large' });
  });

  it('ec2-instance-type-unknown: the nearest type is offered', async () => {
    const { s, id } = await stopped();
    const change = { InstanceId: id, InstanceType: { Value: 'm5.lrage' } };
    await expect(s.call('ec2:ModifyInstanceAttribute', change)).rejects.toMatchObject({
      code: 'InvalidInstanceType',
      message: expect.stringContaining('m5.large'),
    });
  });

  it('ec2-attribute-not-modelled: anything but the type is refused, not ignored', async () => {
    const { s, id } = await stopped();
    const both = { InstanceId: id, InstanceType: { Value: 'm5.large' }, DisableApiStop: { Value: true } };
    await expect(s.call('ec2:ModifyInstanceAttribute', both)).rejects.toEqual(
      refusal('ec2-attribute-not-modelled', 'UnsupportedOperation'),
    );
    await expect(
      s.call('ec2:ModifyInstanceAttribute', { InstanceId: id, Attribute: 'kernel', Value: 'aki-1' }),
    ).rejects.toEqual(refusal('ec2-attribute-not-modelled'));
    expect(await s.instance(id)).toMatchObject({ InstanceType: 'm5.xlarge' });
  });

  it('ec2-nothing-to-change: a request without a change', async () => {
    const { s, id } = await stopped();
    await expect(s.call('ec2:ModifyInstanceAttribute', { InstanceId: id })).rejects.toEqual(
      refusal('ec2-nothing-to-change', 'MissingParameter'),
    );
  });

  it('ec2-instance-not-found: a machine that is not there', async () => {
    const { s } = await stopped();
    await expect(
      s.call('ec2:ModifyInstanceAttribute', { InstanceId: 'i-0', InstanceType: { Value: 'm5.large' } }),
    ).rejects.toEqual(refusal('ec2-instance-not-found', 'InvalidInstanceID.NotFound'));
  });
});
