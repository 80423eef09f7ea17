import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../src/contract/ports.ts';
import { type Local, openLocal } from '../src/local-engine/index.ts';
import { median } from './process.ts';
import type { Row } from './row.ts';

const LARGEST = 1_000_000;
const SIZES = [1_000, 100_000, LARGEST] as const;

/** How many machines a call launches, how many calls are measured, and what the largest sandbox promises a second. */
const CALLS = [
  { machines: 1, calls: 300, least: 1_000 },
  { machines: 10, calls: 100, least: 4_000 },
  { machines: 100, calls: 40, least: 10_000 },
  { machines: 1_000, calls: 15, least: 20_000 },
] as const;

const YEAR = 365 * 24 * 3_600_000;
const count = (value: number) => value.toLocaleString('en');

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** An AMI under a hard vCPU limit that is never reached, so that every launch is counted and none refused. */
async function trackedImage({ call, scope }: Backend): Promise<string> {
  const { LicenseConfigurationArn } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'bench',
    LicenseCountingType: 'vCPU',
    LicenseCount: 1_000_000_000,
    LicenseCountHardLimit: true,
  });
  const { ImageId } = await call('ec2:RegisterImage', {
    Name: 'bench',
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-0123456789abcdef0' } }],
  });
  if (ImageId === undefined) throw new Error('RegisterImage answered without an id.');
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: `arn:aws:ec2:${scope.region}::image/${ImageId}`,
    AddLicenseSpecifications: [{ LicenseConfigurationArn }],
  });
  return ImageId;
}

const launch = ({ call }: Backend, imageId: string, machines: number) =>
  call('ec2:RunInstances', {
    ImageId: imageId,
    InstanceType: 'm5.large',
    MinCount: machines,
    MaxCount: machines,
  });

/** Launches until so many machines are tracked. Launching more than are there to be measured changes the size by little. */
async function fill(backend: Backend, imageId: string, from: number, to: number): Promise<void> {
  for (let tracked = from; tracked < to; tracked += 1_000)
    await launch(backend, imageId, Math.min(1_000, to - tracked));
}

interface Measured {
  readonly rows: readonly Row[];
  readonly launched: number;
  /** Milliseconds of the middle call that launches one machine. */
  readonly single: number;
}

async function measure(backend: Backend, imageId: string, tracked: number): Promise<Measured> {
  const rows: Row[] = [];
  let single = Number.NaN;
  let launched = 0;
  for (const { machines, calls, least } of CALLS) {
    const times: number[] = [];
    for (let done = 0; done < calls; done++) times.push(await milliseconds(() => launch(backend, imageId, machines)));
    launched += machines * calls;
    if (machines === 1) single = median(times);
    const seconds = times.reduce((sum, each) => sum + each, 0) / 1_000;
    rows.push({
      what: `launches in calls of ${count(machines)}, ${count(tracked)} tracked`,
      value: (machines * calls) / seconds,
      unit: 'launches/s',
      ...(tracked === LARGEST ? { budget: { least } } : {}),
    });
  }
  return { rows, launched, single };
}

async function launches(local: Local): Promise<readonly Row[]> {
  const { backend } = local;
  const imageId = await trackedImage(backend);
  const measured: Measured[] = [];
  let tracked = 0;
  for (const size of SIZES) {
    await fill(backend, imageId, tracked, size);
    const here = await measure(backend, imageId, size);
    tracked = size + here.launched;
    measured.push(here);
  }
  const [smallest, largest] = [measured.at(0)?.single ?? Number.NaN, measured.at(-1)?.single ?? Number.NaN];
  return [
    ...measured.flatMap(({ rows }) => rows),
    {
      what: `one launch with ${count(LARGEST)} tracked, against one with ${count(SIZES[0])}`,
      value: largest / smallest,
      unit: 'times',
      budget: { most: 1.5 },
    },
  ];
}

/** The first call to a sandbox that nobody touched for a year, with its million machines. */
async function catchUp(home: string, wall: number): Promise<Row> {
  const { backend } = await openLocal({ home, sandbox: 'bench', wall: () => wall + YEAR });
  const value = await milliseconds(() => backend.call('license-manager:ListLicenseConfigurations', {}));
  backend.close();
  return { what: 'first call after an idle year', value, unit: 'ms', budget: { most: 50 } };
}

/** The engine in process, on this machine's disk, with full synchronisation. */
export async function run(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  const wall = Date.now();
  try {
    const local = await openLocal({ home, sandbox: 'bench', wall: () => wall });
    const rows = await launches(local);
    local.backend.close();
    return [...rows, await catchUp(home, wall)];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
