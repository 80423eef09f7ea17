import { expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });

async function names(input: object): Promise<readonly (string | undefined)[]> {
  const { InstanceTypes = [] } = await stage().call('ec2:DescribeInstanceTypes', input);
  return InstanceTypes.map((type) => type.InstanceType);
}

it('shows what counts licences: vCPUs, cores, threads, and which hosts may be used', async () => {
  const { InstanceTypes } = await stage().call('ec2:DescribeInstanceTypes', { InstanceTypes: ['m5.xlarge'] });
  expect(InstanceTypes).toEqual([
    {
      InstanceType: 'm5.xlarge',
      CurrentGeneration: false,
      BareMetal: false,
      Hypervisor: 'nitro',
      ProcessorInfo: { SupportedArchitectures: ['x86_64'] },
      VCpuInfo: {
        DefaultVCpus: 4,
        DefaultCores: 2,
        DefaultThreadsPerCore: 2,
        ValidCores: [2],
        ValidThreadsPerCore: [1, 2],
      },
      MemoryInfo: { SizeInMiB: 16384 },
      DedicatedHostsSupported: true,
    },
  ]);
});

it('shows no CPU options where there are none', async () => {
  const { InstanceTypes = [] } = await stage().call('ec2:DescribeInstanceTypes', { InstanceTypes: ['m5.metal'] });
  expect(InstanceTypes[0]?.VCpuInfo).toEqual({ DefaultVCpus: 96, DefaultCores: 48, DefaultThreadsPerCore: 2 });
});

it('filters with wildcards, by numbers and by yes or no; all filters must match', async () => {
  expect(await names(filter('instance-type', 't3.*'))).toHaveLength(7);
  const { Filters } = filter('instance-type', 'm5.*');
  expect(await names({ Filters: [...Filters, ...filter('vcpu-info.default-vcpus', '96').Filters] })).toEqual([
    'm5.24xlarge',
    'm5.metal',
  ]);
  expect(await names({ Filters: [...Filters, ...filter('bare-metal', 'true').Filters] })).toEqual(['m5.metal']);
  expect(
    await names({ InstanceTypes: ['m5.large', 't2.micro'], ...filter('dedicated-hosts-supported', 'false') }),
  ).toEqual(['t2.micro']);
});

it('ec2-filter-unknown: a filter that the listing does not know', async () => {
  await expect(names(filter('vcpus', '2'))).rejects.toEqual(refusal('ec2-filter-unknown', 'InvalidParameterValue'));
});

it('ec2-instance-type-unknown: a type that does not exist, with the nearest ones', async () => {
  await expect(names({ InstanceTypes: ['m5.large', 'm5.lage'] })).rejects.toMatchObject({
    code: 'InvalidInstanceType',
    message: expect.stringContaining('m5.large'),
  });
});

it('goes on page by page to the end, each type once', async () => {
  const { call } = stage();
  const whole = await names(filter('instance-type', 'm5*.large'));
  const seen: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await call('ec2:DescribeInstanceTypes', {
      ...filter('instance-type', 'm5*.large'),
      MaxResults: 5,
      NextToken,
    });
    seen.push(...(page.InstanceTypes ?? []).map((type) => type.InstanceType));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(whole.length).toBeGreaterThan(5);
  expect(seen).toEqual(whole);
});

it('page-token-invalid: a token goes with its filters', async () => {
  const { call } = stage();
  const { NextToken } = await call('ec2:DescribeInstanceTypes', { MaxResults: 5 });
  await expect(
    call('ec2:DescribeInstanceTypes', { ...filter('bare-metal', 'true'), MaxResults: 5, NextToken }),
  ).rejects.toEqual(refusal('page-token-invalid'));
});
