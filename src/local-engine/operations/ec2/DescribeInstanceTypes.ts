import type { InstanceTypeInfo } from '@aws-sdk/client-ec2';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { allInstanceTypes, instanceType, nearestInstanceTypes } from '../../../validation/instance-types.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { matches } from '../filters.ts';
import { instanceTypeAnswer } from '../instance-type.ts';

const PAGE = 100;

/** Types carry no tags, so only their own fields can be asked for. */
type Entry = InstanceTypeInfo & { readonly Tags?: undefined };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html */
export default operation({
  name: 'ec2:DescribeInstanceTypes',
  access: 'read',
  constraints: ['ec2-instance-type-unknown', 'ec2-filter-unknown', 'page-token-invalid'],
  run(_tx, input, { scope }) {
    const { InstanceTypes: names = [], Filters = [], NextToken: token } = input;
    const wanted = matches<Entry>(Filters, FIELDS);
    if (names.length > 0) {
      guard(names.flatMap(unknown));
      const types = names.flatMap((name) => instanceType(name) ?? []);
      return { InstanceTypes: types.map(instanceTypeAnswer).filter(wanted) };
    }
    const listing = { operation: 'DescribeInstanceTypes', scope, filters: Filters, token };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => matching(wanted, Number(after?.[0] ?? -1), limit),
      ({ position }) => [position],
    );
    return { InstanceTypes: page.rows.map((row) => row.entry), NextToken: page.nextToken };
  },
});

const unknown = (name: string) =>
  instanceType(name) === undefined
    ? check('ec2-instance-type-unknown', { instanceType: name, known: false, nearest: nearestInstanceTypes(name) })
    : [];

/** The types that pass a filter, after a position in the table. */
function matching(wanted: (entry: Entry) => boolean, after: number, limit: number) {
  return allInstanceTypes()
    .map((type, position) => ({ entry: instanceTypeAnswer(type), position }))
    .filter(({ entry, position }) => position > after && wanted(entry))
    .slice(0, limit);
}

const FIELDS = {
  'instance-type': (one: Entry) => [one.InstanceType],
  'bare-metal': (one: Entry) => [one.BareMetal],
  'current-generation': (one: Entry) => [one.CurrentGeneration],
  'dedicated-hosts-supported': (one: Entry) => [one.DedicatedHostsSupported],
  hypervisor: (one: Entry) => [one.Hypervisor],
  'memory-info.size-in-mib': (one: Entry) => [one.MemoryInfo?.SizeInMiB],
  'processor-info.supported-architecture': (one: Entry) => one.ProcessorInfo?.SupportedArchitectures ?? [],
  'vcpu-info.default-vcpus': (one: Entry) => [one.VCpuInfo?.DefaultVCpus],
  'vcpu-info.default-cores': (one: Entry) => [one.VCpuInfo?.DefaultCores],
  'vcpu-info.default-threads-per-core': (one: Entry) => [one.VCpuInfo?.DefaultThreadsPerCore],
  'vcpu-info.valid-cores': (one: Entry) => one.VCpuInfo?.ValidCores ?? [],
  'vcpu-info.valid-threads-per-core': (one: Entry) => one.VCpuInfo?.ValidThreadsPerCore ?? [],
};
