import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { _InstanceType } from '@aws-sdk/client-ec2';
import type { Backend } from '../src/contract/ports.ts';
import { openLocal } from '../src/local-engine/index.ts';
import { hostFamily } from '../src/validation/host-families.ts';
import { GENERIC, HOST_MANAGEMENT } from '../src/validation/host-group.ts';
import { instanceType } from '../src/validation/instance-types.ts';
import type { Row } from './row.ts';

const LAUNCHES = 10_000;
const SOME = 1_000;
/** Idle hosts of a group, and how many machines are then launched one by one. */
const IDLE = [10, 1_000, 10_000] as const;
const SINGLE = 300;

/** What a mixed fleet launches, small ones more often than large ones; sizes repeat, their order does not. */
const MIX: readonly (readonly [type: _InstanceType, weight: number])[] = [
  ['m5.large', 24],
  ['m5.xlarge', 20],
  ['m5.2xlarge', 14],
  ['m5.4xlarge', 10],
  ['m5.8xlarge', 5],
  ['m5.12xlarge', 2],
  ['r5.large', 10],
  ['r5.2xlarge', 8],
  ['r5.4xlarge', 4],
  ['r5.16xlarge', 1],
  ['r5.24xlarge', 2],
];

/** The same sequence every time: a linear congruential generator (Numerical Recipes), no randomness of this machine. */
function sequence(length: number): readonly _InstanceType[] {
  const all = MIX.flatMap(([type, weight]) => Array.from({ length: weight }, () => type));
  let state = 42;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return all[Math.floor((state / 2 ** 32) * all.length)] ?? 'm5.large';
  });
}

/** An AMI under a core configuration, and a group that opens hosts by itself. */
async function stage({ call, scope }: Backend): Promise<{ readonly imageId: string; readonly group: string }> {
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'cores',
    LicenseCountingType: 'Core',
    LicenseCount: 1_000_000_000,
    LicenseCountHardLimit: true,
  });
  const { ImageId = '' } = await call('ec2:RegisterImage', {
    Name: 'bench',
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-0123456789abcdef0' } }],
  });
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: `arn:aws:ec2:${scope.region}::image/${ImageId}`,
    AddLicenseSpecifications: [{ LicenseConfigurationArn }],
  });
  const on = (Name: string) => ({ Name, Values: ['true'] });
  const { Group } = await call('resource-groups:CreateGroup', {
    Name: 'packing',
    Configuration: [
      { Type: HOST_MANAGEMENT, Parameters: [on('any-host-based-license-configuration'), on('auto-allocate-host')] },
      {
        Type: GENERIC,
        Parameters: [
          { Name: 'allowed-resource-types', Values: ['AWS::EC2::Host'] },
          { Name: 'deletion-protection', Values: ['UNLESS_EMPTY'] },
        ],
      },
    ],
  });
  return { imageId: ImageId, group: Group?.GroupArn ?? '' };
}

/** The fewest hosts that could carry the machines: in each family all cores, by the cores of a host, rounded up. */
function lowerBound(types: readonly _InstanceType[]): number {
  const cores = new Map<string, number>();
  for (const type of types) {
    const { family = '', cores: each = 0 } = instanceType(type) ?? {};
    cores.set(family, (cores.get(family) ?? 0) + each);
  }
  return [...cores].reduce((sum, [family, all]) => sum + Math.ceil(all / (hostFamily(family)?.physicalCores ?? 1)), 0);
}

/** Processor time of one launch, in µs, over some of them: on a machine that does other work besides, the clock would measure that. */
async function costOf(work: () => Promise<void>, launches: number): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / launches;
}

async function launchAll(backend: Backend, types: readonly _InstanceType[]): Promise<Row[]> {
  const { imageId, group } = await stage(backend);
  const hosts = new Set<string>();
  const launch = async (some: readonly _InstanceType[]): Promise<void> => {
    for (const InstanceType of some) {
      const { Instances = [] } = await backend.call('ec2:RunInstances', {
        ImageId: imageId,
        InstanceType,
        MinCount: 1,
        MaxCount: 1,
        Placement: { HostResourceGroupArn: group },
      });
      for (const { Placement } of Instances) hosts.add(Placement?.HostId ?? '');
    }
  };
  const costs: number[] = [];
  for (let from = 0; from < types.length; from += SOME)
    costs.push(await costOf(() => launch(types.slice(from, from + SOME)), SOME));
  const [first = Number.NaN, last = Number.NaN] = [costs[0], costs.at(-1)];
  return [
    {
      what: `hosts that ${types.length.toLocaleString('en')} mixed launches into one group open, against the fewest that could do`,
      value: hosts.size / lowerBound(types),
      unit: 'times',
      budget: { most: 1.1 },
    },
    { what: `processor time of one launch into a group of ${hosts.size} hosts`, value: last, unit: 'µs' },
    {
      what: `the last ${SOME.toLocaleString('en')} of these launches, against the first ${SOME.toLocaleString('en')}`,
      value: last / first,
      unit: 'times',
      budget: { most: 1.5 },
    },
  ];
}

/** A group that keeps its hosts, all of them idle: on each a machine of its whole size has come and gone. */
async function idleGroup(backend: Backend, idle: number) {
  const { imageId, group } = await stage(backend);
  const request = { ImageId: imageId, MinCount: 1, Placement: { HostResourceGroupArn: group } };
  const gone: string[][] = [];
  for (let left = idle; left > 0; left -= SOME) {
    const whole = { ...request, InstanceType: 'm5.24xlarge', MaxCount: Math.min(left, SOME) } as const;
    const { Instances = [] } = await backend.call('ec2:RunInstances', whole);
    gone.push(Instances.flatMap(({ InstanceId }) => InstanceId ?? []));
  }
  for (const InstanceIds of gone) await backend.call('ec2:TerminateInstances', { InstanceIds });
  return request;
}

/** Processor time of one launch into a group of so many idle hosts, in µs. */
async function beside(backend: Backend, idle: number): Promise<number> {
  const request = { ...(await idleGroup(backend, idle)), InstanceType: 'm5.large', MaxCount: 1 } as const;
  const launch = async (): Promise<void> => {
    for (let at = 0; at < SINGLE; at += 1) await backend.call('ec2:RunInstances', request);
  };
  await launch();
  return costOf(launch, SINGLE);
}

async function idleRows(home: string, wall: number): Promise<Row[]> {
  const costs: number[] = [];
  for (const idle of IDLE) {
    const { backend } = await openLocal({ home, sandbox: `idle-${idle}`, wall: () => wall });
    costs.push(await beside(backend, idle));
    backend.close();
  }
  const [first = Number.NaN] = costs;
  const hosts = (at: number) => (IDLE[at] ?? 0).toLocaleString('en');
  return [
    { what: `processor time of one launch into a group of ${hosts(0)} idle hosts`, value: first, unit: 'µs' },
    ...costs.slice(1).map(
      (cost, at): Row => ({
        what: `the same with ${hosts(at + 1)} idle hosts, against ${hosts(0)}`,
        value: cost / first,
        unit: 'times',
        budget: { most: 1.5 },
      }),
    ),
  ];
}

/** Packing: how few hosts a group opens, and whether its launches cost more the more hosts it has. */
export async function run(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  try {
    const wall = Date.now();
    const { backend } = await openLocal({ home, sandbox: 'packing', wall: () => wall });
    const rows = await launchAll(backend, sequence(LAUNCHES));
    backend.close();
    return [...rows, ...(await idleRows(home, wall))];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
