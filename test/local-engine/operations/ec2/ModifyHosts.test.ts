import { describe, expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

/** ModifyHosts answers 200 whatever happens to a single host (RULINGS 23). */
const unsuccessful = (ResourceId: string, Code: string) => ({
  Successful: [],
  Unsuccessful: [{ ResourceId, Error: expect.objectContaining({ Code }) }],
});

describe('settings', () => {
  it('host-auto-placement: switched on, an untargeted launch finds the host', async () => {
    const s = stage();
    const host = await s.host({ InstanceFamily: 'm5', AutoPlacement: 'off' });
    const image = await s.image('amazon-linux-2023');
    const untargeted = { Placement: { Tenancy: 'host' as const } };
    await expect(s.run(image, untargeted)).rejects.toEqual(refusal('host-auto-placement'));
    const answer = await s.call('ec2:ModifyHosts', { HostIds: [host], AutoPlacement: 'on' });
    expect(answer).toEqual({ Successful: [host], Unsuccessful: [] });
    await s.run(image, untargeted);
  });

  it('change alone: what is not given stays, even while machines run', async () => {
    const s = stage();
    const host = await s.host();
    await s.run(await s.image('amazon-linux-2023'), { Placement: { Tenancy: 'host' } });
    await s.call('ec2:ModifyHosts', { HostIds: [host], HostRecovery: 'on' });
    await s.call('ec2:ModifyHosts', { HostIds: [host], HostMaintenance: 'on' });
    expect(await s.shownHost(host)).toMatchObject({ AutoPlacement: 'on', HostRecovery: 'on', HostMaintenance: 'on' });
  });

  it('ec2-nothing-to-change: are given', async () => {
    const s = stage();
    await expect(s.call('ec2:ModifyHosts', { HostIds: [await s.host()] })).rejects.toEqual(
      refusal('ec2-nothing-to-change', 'MissingParameter'),
    );
  });
});

describe('what it takes', () => {
  it('becomes one type of its family, and all of them again', async () => {
    const s = stage();
    const host = await s.host();
    await s.call('ec2:ModifyHosts', { HostIds: [host], InstanceType: 'm5.large' });
    expect(await s.shownHost(host)).toMatchObject({
      AllowsMultipleInstanceTypes: 'off',
      AvailableCapacity: {
        AvailableInstanceCapacity: [{ InstanceType: 'm5.large', TotalCapacity: 48, AvailableCapacity: 48 }],
      },
    });
    await s.call('ec2:ModifyHosts', { HostIds: [host], InstanceFamily: 'm5' });
    expect(await s.shownHost(host)).toMatchObject({ AllowsMultipleInstanceTypes: 'on' });
  });

  it('host-modify-needs-empty: stays while a machine runs on it', async () => {
    const s = stage();
    const host = await s.host();
    const id = await s.run(await s.image('amazon-linux-2023'), { Placement: { Tenancy: 'host' } });
    const change = { HostIds: [host], InstanceType: 'm5.large' };
    expect(await s.call('ec2:ModifyHosts', change)).toEqual(unsuccessful(host, 'Client.InvalidHost.Occupied'));
    await s.stop(id);
    expect(await s.call('ec2:ModifyHosts', change)).toEqual({ Successful: [host], Unsuccessful: [] });
  });

  it('host-modify-family: stays within the family', async () => {
    const s = stage();
    const host = await s.host();
    expect(await s.call('ec2:ModifyHosts', { HostIds: [host], InstanceType: 'c5.large' })).toEqual(
      unsuccessful(host, 'InvalidHostConfiguration'),
    );
  });

  it('host-multi-type-nitro: is one type on a host of a family that does not mix', async () => {
    const s = stage();
    const host = await s.host({ InstanceType: 'c4.large' });
    await expect(s.call('ec2:ModifyHosts', { HostIds: [host], InstanceFamily: 'c4' })).rejects.toEqual(
      refusal('host-multi-type-nitro', 'InvalidHostConfiguration'),
    );
    await s.call('ec2:ModifyHosts', { HostIds: [host], InstanceType: 'c4.xlarge' });
    expect(await s.shownHost(host)).toMatchObject({ HostProperties: { InstanceType: 'c4.xlarge' } });
  });

  it('host-capacity-by-size: an m4 host holds what its new type is published with', async () => {
    const s = stage();
    const host = await s.host({ InstanceType: 'm4.large' });
    await s.call('ec2:ModifyHosts', { HostIds: [host], InstanceType: 'm4.xlarge' });
    expect(await s.shownHost(host)).toMatchObject({
      AvailableCapacity: { AvailableInstanceCapacity: [{ InstanceType: 'm4.xlarge', TotalCapacity: 11 }] },
    });
  });

  it('host-allocate-one-kind, ec2-instance-type-unknown, host-type-unsupported: is a type or a family that hosts take', async () => {
    const s = stage();
    const HostIds = [await s.host()];
    await expect(
      s.call('ec2:ModifyHosts', { HostIds, InstanceType: 'm5.large', InstanceFamily: 'm5' }),
    ).rejects.toEqual(refusal('host-allocate-one-kind', 'InvalidParameterCombination'));
    await expect(s.call('ec2:ModifyHosts', { HostIds, InstanceType: 'm5.huge' })).rejects.toEqual(
      refusal('ec2-instance-type-unknown'),
    );
    await expect(s.call('ec2:ModifyHosts', { HostIds, InstanceType: 't2.micro' })).rejects.toEqual(
      refusal('host-type-unsupported'),
    );
  });
});

it('host-not-found, host-released-final: one host that is gone does not hinder the others', async () => {
  const s = stage();
  const [gone, there] = [await s.host(), await s.host()];
  await s.call('ec2:ReleaseHosts', { HostIds: [gone] });
  expect(await s.call('ec2:ModifyHosts', { HostIds: [gone, there, 'h-0'], AutoPlacement: 'off' })).toEqual({
    Successful: [there],
    Unsuccessful: [gone, 'h-0'].map((ResourceId) => ({
      ResourceId,
      Error: expect.objectContaining({ Code: 'InvalidHostID.NotFound' }),
    })),
  });
});
