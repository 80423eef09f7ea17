import { describe, expect, it } from 'vitest';
import { OTHER, refusal, stage } from './support.ts';

describe('DescribeImages', () => {
  const names = async (s: ReturnType<typeof stage>, input: object) =>
    ((await s.call('ec2:DescribeImages', input)).Images ?? []).map((image) => image.Name);

  it("shows a new sandbox's AMIs, which cover the usual billing codes", async () => {
    const { Images = [] } = await stage().call('ec2:DescribeImages', { Owners: ['amazon'] });
    expect(Images.map((image) => image.UsageOperation)).toEqual([
      'RunInstances',
      'RunInstances:0010',
      'RunInstances:000g',
      'RunInstances:0g00',
      'RunInstances:0002',
      'RunInstances:0006',
      'RunInstances:0102',
    ]);
  });

  it('filters by owner, billing code, wildcard and tag', async () => {
    const s = stage();
    await s.call('ec2:RegisterImage', { Name: 'own' });
    expect(await names(s, { Owners: ['self'] })).toEqual(['own']);
    expect(await names(s, { Filters: [{ Name: 'usage-operation', Values: ['*:0002'] }] })).toEqual(['windows-2022']);
    expect(await names(s, { Filters: [{ Name: 'name', Values: ['rhel-?', 'sles*'] }] })).toEqual(['rhel-9', 'sles-15']);
    expect(await names(s, { Filters: [{ Name: 'tag:team', Values: ['web'] }] })).toEqual([]);
  });

  it('ec2-filter-unknown: knows its filters', async () => {
    await expect(names(stage(), { Filters: [{ Name: 'usage', Values: ['x'] }] })).rejects.toEqual(
      refusal('ec2-filter-unknown', 'InvalidParameterValue'),
    );
  });

  it('launch-ami-access: names AMIs that the caller can use', async () => {
    const s = stage();
    const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'own' });
    await expect(s.shownImage(ImageId, OTHER)).rejects.toEqual(refusal('launch-ami-access', 'InvalidAMIID.NotFound'));
    expect(await s.shownImage(ImageId)).toMatchObject({ Name: 'own' });
  });

  it('page-token-invalid: goes on page by page; a token of other filters is refused', async () => {
    const s = stage();
    const first = await s.call('ec2:DescribeImages', { MaxResults: 5 });
    const second = await s.call('ec2:DescribeImages', { MaxResults: 5, NextToken: first.NextToken });
    expect([first.Images?.length, second.Images?.length, second.NextToken]).toEqual([5, 2, undefined]);
    await expect(names(s, { Owners: ['self'], NextToken: first.NextToken })).rejects.toEqual(
      refusal('page-token-invalid', 'InvalidPaginationToken'),
    );
  });
});

describe('DescribeInstances', () => {
  async function three() {
    const s = stage();
    const image = await s.image('amazon-linux-2023');
    const { Instances = [] } = await s.call('ec2:RunInstances', {
      ImageId: image,
      InstanceType: 'm5.large',
      MinCount: 2,
      MaxCount: 2,
    });
    const pair = Instances.map((one) => one.InstanceId ?? '');
    return { s, pair, single: await s.run(image, { InstanceType: 'm5.xlarge' }) };
  }

  it('shows machines of one launch together', async () => {
    const { s, pair, single } = await three();
    const { Reservations = [] } = await s.call('ec2:DescribeInstances', {});
    expect(Reservations.map((one) => one.Instances?.map((each) => each.InstanceId))).toEqual([pair, [single]]);
  });

  it('fills its pages with what the filter lets through', async () => {
    const s = stage();
    const { Instances = [] } = await s.call('ec2:RunInstances', {
      ImageId: await s.image('amazon-linux-2023'),
      InstanceType: 'm5.large',
      MinCount: 12,
      MaxCount: 12,
    });
    const ids = Instances.map((one) => one.InstanceId ?? '');
    await s.call('ec2:StopInstances', { InstanceIds: ids.slice(0, 6) });
    const page = async (NextToken?: string) => {
      const Filters = [{ Name: 'instance-state-name', Values: ['running'] }];
      const answer = await s.call('ec2:DescribeInstances', { Filters, MaxResults: 5, NextToken });
      const shown = (answer.Reservations ?? []).flatMap((one) => one.Instances ?? []);
      return { ids: shown.map((one) => one.InstanceId), next: answer.NextToken };
    };
    const first = await page();
    expect(first.ids).toEqual(ids.slice(6, 11));
    expect(await page(first.next)).toEqual({ ids: ids.slice(11), next: undefined });
  });

  it('ec2-instance-not-found, ec2-filter-unknown: names what is there', async () => {
    const { s, single } = await three();
    await expect(s.call('ec2:DescribeInstances', { InstanceIds: [single] }, OTHER)).rejects.toEqual(
      refusal('ec2-instance-not-found', 'InvalidInstanceID.NotFound'),
    );
    await expect(
      s.call('ec2:DescribeInstances', { Filters: [{ Name: 'state', Values: ['running'] }] }),
    ).rejects.toEqual(refusal('ec2-filter-unknown'));
    expect(await s.instance(single)).toMatchObject({ InstanceType: 'm5.xlarge' });
  });

  it('page-token-invalid: takes its own tokens only', async () => {
    const { s } = await three();
    await expect(s.call('ec2:DescribeInstances', { NextToken: 'elsewhere' })).rejects.toEqual(
      refusal('page-token-invalid', 'InvalidPaginationToken'),
    );
  });
});

describe('DescribeHosts', () => {
  it('lists by page and by filter', async () => {
    const s = stage();
    const ids = [await s.host(), await s.host({ InstanceType: 'c5.large' }), await s.host()];
    const listed: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await s.call('ec2:DescribeHosts', { MaxResults: 2, NextToken });
      listed.push(...(page.Hosts ?? []).map((host) => host.HostId));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(listed).toEqual(ids);
    const { Hosts = [] } = await s.call('ec2:DescribeHosts', {
      Filter: [{ Name: 'instance-type', Values: ['c5.large'] }],
    });
    expect(Hosts.map((host) => host.HostId)).toEqual([ids[1]]);
  });

  it('host-not-found, ec2-filter-unknown, page-token-invalid: names what is there', async () => {
    const s = stage();
    const host = await s.host();
    await expect(s.call('ec2:DescribeHosts', { HostIds: [host] }, OTHER)).rejects.toEqual(
      refusal('host-not-found', 'InvalidHostID.NotFound'),
    );
    await expect(s.call('ec2:DescribeHosts', { Filter: [{ Name: 'host', Values: [host] }] })).rejects.toEqual(
      refusal('ec2-filter-unknown'),
    );
    await expect(s.call('ec2:DescribeHosts', { NextToken: 'elsewhere' })).rejects.toEqual(
      refusal('page-token-invalid', 'InvalidPaginationToken'),
    );
    expect(await s.shownHost(host)).toMatchObject({ HostId: host });
  });
});
