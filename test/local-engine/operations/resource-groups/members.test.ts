import { describe, expect, it } from 'vitest';
import { OTHER, refusal } from '../ec2/support.ts';
import { groupStage, SECOND } from './support.ts';

/** What GroupResources or UngroupResources says of the one host that stays where it is. */
const failure = (code: string, id: string) =>
  expect.objectContaining({
    Succeeded: [],
    Failed: [expect.objectContaining({ ErrorCode: code, ErrorMessage: expect.stringContaining(`(${id})`) })],
  });

describe('GroupResources', () => {
  it('hrg-add-host-delay, time-host-add: pending for 90 seconds, then a member; adding again changes nothing', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = await s.host();
    const arn = `arn:aws:ec2:us-east-1:111122223333:dedicated-host/${host}`;
    expect(await s.add('prod', host)).toEqual({ Succeeded: [], Failed: [], Pending: [{ ResourceArn: arn }] });
    s.tick(89 * SECOND);
    expect(await s.add('prod', host)).toMatchObject({ Pending: [{ ResourceArn: arn }] });
    expect(await s.members('prod')).toEqual([`${host}?`]);
    s.tick(SECOND);
    expect(await s.members('prod')).toEqual([host]);
    expect(await s.add('prod', host)).toEqual({ Succeeded: [arn], Failed: [], Pending: [] });
  });

  it('hrg-host-flag: DescribeHosts tells of members, not of hosts that are joining', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = await s.host();
    await s.add('prod', host);
    expect((await s.shownHost(host))?.MemberOfServiceLinkedResourceGroup).toBe(false);
    s.tick(90 * SECOND);
    expect((await s.shownHost(host))?.MemberOfServiceLinkedResourceGroup).toBe(true);
    await s.remove('prod', host);
    expect((await s.shownHost(host))?.MemberOfServiceLinkedResourceGroup).toBe(false);
  });

  it('hrg-add-host-match: only hosts of the families it allows, the others join', async () => {
    const s = groupStage();
    await s.create('prod', { families: ['c5'] });
    const [m5, c5] = [await s.host(), await s.host({ InstanceFamily: 'c5' })];
    const answer = await s.add('prod', m5, c5);
    expect(answer.Failed).toEqual([
      {
        ResourceArn: `arn:aws:ec2:us-east-1:111122223333:dedicated-host/${m5}`,
        ErrorCode: 'BadRequestException',
        ErrorMessage: `${m5} is a host of the family m5, and prod allows c5. To fix: add a host of an allowed family: lm host allocate --family c5; or allow it: lm hrg update prod --family c5 --family m5 (hrg-add-host-match)`,
      },
    ]);
    expect(await s.members('prod')).toEqual([`${c5}?`]);
  });

  it('hrg-add-host-match: a host that is charged to another configuration than the group allows stays out', async () => {
    const s = groupStage();
    const core = { LicenseCountingType: 'Core' } as const;
    const [sql, win] = [await s.config('sql', core), await s.config('win', core)];
    await s.create('prod', { configurations: [sql] });
    const host = await s.host();
    const image = await s.image('amazon-linux-2023');
    const LicenseSpecifications = [{ LicenseConfigurationArn: win }];
    const machine = await s.run(image, { Placement: { Tenancy: 'host' }, LicenseSpecifications });
    expect(await s.add('prod', host)).toEqual(failure('BadRequestException', 'hrg-add-host-match'));
    await s.call('ec2:TerminateInstances', { InstanceIds: [machine] });
    await s.run(image, { Placement: { Tenancy: 'host' }, LicenseSpecifications: [{ LicenseConfigurationArn: sql }] });
    expect(await s.add('prod', host)).toMatchObject({ Failed: [] });
  });

  it('hrg-nitro-mixed: hosts of one type that is not Nitro-based join only their like', async () => {
    const s = groupStage();
    await s.create('prod');
    const image = await s.image('amazon-linux-2023');
    const large = await s.host({ InstanceType: 'c4.large' });
    await s.run(image, { InstanceType: 'c4.large', Placement: { Tenancy: 'host' } });
    await s.add('prod', large);
    const xlarge = await s.host({ InstanceType: 'c4.xlarge' });
    expect(await s.add('prod', xlarge)).toEqual(failure('BadRequestException', 'hrg-nitro-mixed'));
    const likes = [await s.host({ InstanceType: 'c4.large' }), await s.host({ InstanceFamily: 'm5' })];
    expect((await s.add('prod', ...likes)).Pending).toHaveLength(2);
  });

  it('hrg-host-limit: as many as the limit says', async () => {
    const s = groupStage();
    await s.create('prod', { hostLimit: 2 });
    const hosts = [await s.host(), await s.host(), await s.host()];
    const { Pending, Failed } = await s.add('prod', ...hosts);
    expect(Pending).toHaveLength(2);
    expect(Failed).toMatchObject([{ ErrorMessage: expect.stringContaining('prod holds 2 hosts, limit 2') }]);
  });

  it('hrg-host-in-group: one group at a time', async () => {
    const s = groupStage();
    await s.create('prod');
    await s.create('test');
    const host = await s.host();
    await s.add('prod', host);
    expect(await s.add('test', host)).toEqual(failure('BadRequestException', 'hrg-host-in-group'));
    await s.remove('prod', host);
    expect(await s.add('test', host)).toMatchObject({ Failed: [] });
  });

  it('hrg-add-host-owner, host-not-found, host-launch-states: own hosts that are allocated', async () => {
    const s = groupStage();
    await s.create('prod');
    const ResourceArns = [`arn:aws:ec2:us-east-1:${OTHER.account}:dedicated-host/h-0123456789abcdef0`];
    expect(await s.call('resource-groups:GroupResources', { Group: 'prod', ResourceArns })).toEqual(
      failure('ForbiddenException', 'hrg-add-host-owner'),
    );
    expect(await s.add('prod', 'h-0123456789abcdef0')).toEqual(failure('NotFoundException', 'host-not-found'));
    const host = await s.host();
    await s.call('ec2:ReleaseHosts', { HostIds: [host] });
    expect(await s.add('prod', host)).toEqual(failure('BadRequestException', 'host-launch-states'));
  });

  it('hrg-only-hosts: a machine, or a host of another Region, refuses the whole call', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = `arn:aws:ec2:us-east-1:111122223333:dedicated-host/${await s.host()}`;
    for (const wrong of [
      'arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0',
      'arn:aws:ec2:eu-west-1:111122223333:dedicated-host/h-0123456789abcdef0',
    ]) {
      const input = { Group: 'prod', ResourceArns: [host, wrong] };
      await expect(s.call('resource-groups:GroupResources', input)).rejects.toEqual(
        refusal('hrg-only-hosts', 'BadRequestException'),
      );
    }
    expect(await s.members('prod')).toEqual([]);
  });

  it('hrg-add-host-several: ten in one call', async () => {
    const s = groupStage();
    await s.create('prod');
    const hosts: string[] = [];
    while (hosts.length < 11) hosts.push(await s.host());
    await expect(s.add('prod', ...hosts)).rejects.toEqual(refusal('shape-length', 'BadRequestException'));
    expect((await s.add('prod', ...hosts.slice(1))).Pending).toHaveLength(10);
  });

  it('hrg-owner-only, hrg-not-found: nobody changes a group of another account', async () => {
    const s = groupStage();
    await s.create('prod');
    const ResourceArns = [`arn:aws:ec2:us-east-1:${OTHER.account}:dedicated-host/h-0123456789abcdef0`];
    const input = { Group: s.group('prod'), ResourceArns };
    await expect(s.call('resource-groups:GroupResources', input, OTHER)).rejects.toEqual(
      refusal('hrg-not-found', 'NotFoundException'),
    );
  });
});

describe('UngroupResources', () => {
  it('hrg-remove-host-instances-stay: machines run on, and the host takes direct launches again', async () => {
    const s = groupStage();
    const core = await s.config('core', { LicenseCountingType: 'Core', LicenseCount: 48 });
    await s.create('prod');
    const host = await s.host();
    const image = await s.image('amazon-linux-2023');
    const LicenseSpecifications = [{ LicenseConfigurationArn: core }];
    const machine = await s.run(image, { Placement: { Tenancy: 'host' }, LicenseSpecifications });
    await s.add('prod', host);
    s.tick(90 * SECOND);
    expect(await s.remove('prod', host)).toMatchObject({ Succeeded: [expect.stringContaining(host)], Failed: [] });
    expect(await s.members('prod')).toEqual([]);
    expect(await s.instance(machine)).toMatchObject({ State: { Name: 'running' }, Placement: { HostId: host } });
    expect(await s.consumed(core)).toBe(48);
    await s.run(image, { Placement: { Tenancy: 'host', HostId: host } });
  });

  it('a host that is still joining can be taken out', async () => {
    const s = groupStage();
    await s.create('prod');
    const host = await s.host();
    await s.add('prod', host);
    await s.remove('prod', host);
    s.tick(90 * SECOND);
    expect(await s.members('prod')).toEqual([]);
  });

  it('hrg-host-not-member: what is not in the group is not taken out', async () => {
    const s = groupStage();
    await s.create('prod');
    expect(await s.remove('prod', await s.host())).toEqual(failure('BadRequestException', 'hrg-host-not-member'));
  });
});

describe('ListGroupResources', () => {
  it('pages in the order of the hosts, and filters by resource type', async () => {
    const s = groupStage();
    await s.create('prod');
    const hosts = [await s.host(), await s.host(), await s.host()];
    await s.add('prod', ...hosts);
    const list = async (input: object) => {
      const answer = await s.call('resource-groups:ListGroupResources', { Group: 'prod', ...input });
      expect(answer.ResourceIdentifiers).toEqual(answer.Resources?.map(({ Identifier }) => Identifier));
      return { ids: (answer.Resources ?? []).map((one) => one.Identifier?.ResourceArn?.slice(-19)), ...answer };
    };
    const first = await list({ MaxResults: 2 });
    expect(first.ids).toEqual(hosts.slice(0, 2));
    expect((await list({ MaxResults: 2, NextToken: first.NextToken })).ids).toEqual(hosts.slice(2));
    const filter = (type: string) => list({ Filters: [{ Name: 'resource-type', Values: [type] }] });
    expect((await filter('AWS::EC2::Host')).ids).toEqual(hosts);
    expect((await filter('AWS::EC2::Instance')).ids).toEqual([]);
    await s.create('test');
    const elsewhere = { Group: 'test', NextToken: first.NextToken };
    await expect(s.call('resource-groups:ListGroupResources', elsewhere)).rejects.toEqual(
      refusal('page-token-invalid', 'BadRequestException'),
    );
  });
});
