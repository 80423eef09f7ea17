import { describe, expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

const AvailabilityZone = 'us-east-1a';

it('host-allocate-defaults: auto-placement, recovery and maintenance are off unless asked for', async () => {
  const s = stage();
  const { HostIds = [] } = await s.call('ec2:AllocateHosts', { AvailabilityZone, InstanceFamily: 'm5' });
  expect(await s.shownHost(HostIds[0] ?? '')).toMatchObject({
    AutoPlacement: 'off',
    HostRecovery: 'off',
    HostMaintenance: 'off',
  });
});

it('host-properties: shows cores, sockets, vCPUs, what it takes and what still fits', async () => {
  const s = stage();
  const id = await s.host();
  await s.run(await s.image('amazon-linux-2023'), { InstanceType: 'm5.4xlarge', Placement: { Tenancy: 'host' } });
  const host = await s.shownHost(id);
  expect(host).toMatchObject({
    State: 'available',
    AvailabilityZone,
    HostProperties: { Cores: 48, Sockets: 2, TotalVCpus: 96, InstanceFamily: 'm5' },
    AvailableCapacity: { AvailableVCpus: 80 },
  });
  expect(host?.AvailableCapacity?.AvailableInstanceCapacity).toContainEqual({
    InstanceType: 'm5.4xlarge',
    TotalCapacity: 6,
    AvailableCapacity: 5,
  });
});

it('allocates several at once, with tags', async () => {
  const s = stage();
  const { HostIds = [] } = await s.call('ec2:AllocateHosts', {
    AvailabilityZone,
    InstanceFamily: 'm5',
    Quantity: 3,
    TagSpecifications: [{ ResourceType: 'dedicated-host', Tags: [{ Key: 'team', Value: 'dba' }] }],
  });
  expect(new Set(HostIds).size).toBe(3);
  const Filter = [{ Name: 'tag:team', Values: ['dba'] }];
  expect((await s.call('ec2:DescribeHosts', { Filter })).Hosts).toHaveLength(3);
});

describe('refusals', () => {
  it.each([
    ['host-allocate-one-kind', 'InvalidParameterCombination', { InstanceFamily: 'm5', InstanceType: 'm5.large' }],
    ['host-allocate-one-kind', 'InvalidParameterCombination', {}],
    ['ec2-instance-type-unknown', 'InvalidInstanceType', { InstanceFamily: 'm55' }],
    ['ec2-instance-type-unknown', 'InvalidInstanceType', { InstanceType: 'm5.lrage' }],
    ['host-type-unsupported', 'UnsupportedHostConfiguration', { InstanceType: 't2.micro' }],
    ['host-multi-type-nitro', 'InvalidHostConfiguration', { InstanceFamily: 'c4' }],
    ['ec2-zone-unknown', 'InvalidParameterValue', { InstanceFamily: 'm5', AvailabilityZone: 'eu-west-1a' }],
  ])('%s: %s for %o', async (id, code, input) => {
    const { call } = stage();
    await expect(call('ec2:AllocateHosts', { AvailabilityZone, ...input })).rejects.toEqual(refusal(id, code));
  });

  it.each([{ InstanceFamily: 'm5' }, { InstanceType: 'm5.large' }, { InstanceType: 'c4.large' }])(
    'near miss: %o is allocated',
    async (input) => {
      const { HostIds } = await stage().call('ec2:AllocateHosts', { AvailabilityZone, ...input });
      expect(HostIds).toHaveLength(1);
    },
  );

  it('host-on-demand-quota: hosts of one family, those released not counted', async () => {
    const s = stage();
    s.quota('hosts-per-family', 2);
    const [first] = [await s.host(), await s.host()];
    await expect(s.host()).rejects.toEqual(refusal('host-on-demand-quota', 'HostLimitExceeded'));
    await s.host({ InstanceFamily: 'c5' });
    await s.call('ec2:ReleaseHosts', { HostIds: [first] });
    await s.host();
  });

  it('client-token-mismatch: a token allocates once', async () => {
    const s = stage();
    const once = { AvailabilityZone, InstanceFamily: 'm5', ClientToken: 'once' };
    const first = await s.call('ec2:AllocateHosts', once);
    expect(await s.call('ec2:AllocateHosts', once)).toEqual(first);
    expect((await s.call('ec2:DescribeHosts', {})).Hosts).toHaveLength(1);
    await expect(s.call('ec2:AllocateHosts', { ...once, InstanceFamily: 'c5' })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
  });
});
