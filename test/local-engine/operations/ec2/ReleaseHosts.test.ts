import { describe, expect, it } from 'vitest';
import { HOUR, stage } from './support.ts';

const refused = (ResourceId: string, Code: string) => ({
  Successful: [],
  Unsuccessful: [{ ResourceId, Error: expect.objectContaining({ Code }) }],
});
const released = (...ids: string[]) => ({ Successful: ids, Unsuccessful: [] });

it('host-released-final: it stays visible as released, and is not released twice', async () => {
  const s = stage();
  const host = await s.host();
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(released(host));
  expect(await s.shownHost(host)).toMatchObject({ State: 'released', ReleaseTime: expect.any(Date) });
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(refused(host, 'InvalidHostID.NotFound'));
});

it('host-release-needs-empty, host-unused-definition: not while a machine runs on it; a stopped one does not count', async () => {
  const s = stage();
  const host = await s.host();
  const id = await s.run(await s.image('amazon-linux-2023'), { Placement: { Tenancy: 'host' } });
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(refused(host, 'Client.InvalidHost.Occupied'));
  await s.stop(id);
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(released(host));
  expect(await s.instance(id)).toMatchObject({ Placement: { Tenancy: 'host' } });
});

it('host-mac-24h: a Mac host not within 24 hours', async () => {
  const s = stage();
  const host = await s.host({ InstanceType: 'mac1.metal' });
  s.tick(24 * HOUR - 1);
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(refused(host, 'Client.InvalidHost.Occupied'));
  s.tick(1);
  expect(await s.call('ec2:ReleaseHosts', { HostIds: [host] })).toEqual(released(host));
});

describe('licences', () => {
  async function charged(LicenseRules: string[]) {
    const s = stage();
    const host = await s.host();
    const arn = await s.config('cores', {
      LicenseCountingType: 'Core',
      LicenseRules: ['#allowedTenancy=EC2-DedicatedHost', ...LicenseRules],
    });
    const id = await s.run(await s.image('windows-2022'), {
      Placement: { Tenancy: 'host' },
      LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
    });
    await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
    return { s, host, arn };
  }

  it('host-release-keeps-affinity: that affinity ties to it stay taken until the tie ends', async () => {
    const { s, host, arn } = await charged(['#licenseAffinityToHost=2']);
    expect(await s.consumed(arn)).toBe(48);
    await s.call('ec2:ReleaseHosts', { HostIds: [host] });
    expect(await s.consumed(arn)).toBe(48);
    s.tick(3 * 24 * HOUR);
    expect(await s.consumed(arn)).toBe(0);
  });

  it('count-last-instance-on-host: without a tie are free when the last machine has left', async () => {
    const { s, arn } = await charged([]);
    expect(await s.consumed(arn)).toBe(0);
  });
});
