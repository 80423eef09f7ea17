import type { LaunchPlan } from '../src/contract/launch.ts';
import type { Input } from '../src/contract/operations.ts';
import type { ConfigurationFact, Fact, ImageFact, World } from '../src/contract/world.ts';
import { instanceType } from '../src/validation/instance-types.ts';
import { decideLaunch } from '../src/validation/licensing/decide-launch.ts';
import { Overlay } from '../src/validation/licensing/overlay.ts';
import { median } from './process.ts';
import type { Row } from './row.ts';

const LAUNCHES = 10_000;
const CONFIGURATIONS = 25;
/** An image falls under at most ten configurations; each of ours under three. */
const PER_IMAGE = 3;
const TYPES = ['m5.large', 'm5.4xlarge', 'c5.2xlarge', 'r5.8xlarge'] as const;
const caller = { account: '111122223333', region: 'us-east-1' };

const known = <T>(value: T | undefined): Fact<T> => ({ known: true, value });
const arnOf = (index: number) =>
  `arn:aws:license-manager:${caller.region}:${caller.account}:license-configuration:lic-${String(index).padStart(32, '0')}`;

function configuration(index: number): ConfigurationFact {
  return {
    arn: arnOf(index),
    name: `configuration-${index}`,
    ownerId: caller.account,
    accessible: true,
    status: 'AVAILABLE',
    counting: index % 2 === 0 ? 'vCPU' : 'Instance',
    rules: index % 2 === 0 ? ['#minimumVcpus=2'] : [],
    limit: 1_000_000,
    hard: true,
    consumed: 0,
    oracle: false,
  };
}

function image(index: number): ImageFact {
  return {
    imageId: `ami-${String(index).padStart(17, '0')}`,
    name: `image-${index}`,
    ownerId: caller.account,
    state: 'available',
    accessible: true,
    usageOperation: 'RunInstances',
    platformDetails: 'Linux/UNIX',
    configurations: Array.from({ length: PER_IMAGE }, (_, step) => arnOf((index + step) % CONFIGURATIONS)),
  };
}

/** A world in memory, so that the decision alone is measured. */
function world(): World {
  const range = Array.from({ length: CONFIGURATIONS }, (_, index) => index);
  const configurations = new Map(range.map(configuration).map((fact) => [fact.arn, fact]));
  const images = new Map(range.map(image).map((fact) => [fact.imageId, fact]));
  return {
    caller,
    image: (id) => known(images.get(id)),
    configuration: (arn) => known(configurations.get(arn)),
    instanceType: (name) => known(instanceType(name)),
    hosts: () => known([]),
    host: () => known(undefined),
    group: () => known(undefined),
    groupHosts: () => known([]),
    hostCount: () => known(0),
    instance: () => known(undefined),
    template: () => known(undefined),
    associations: () => known([]),
    quota: () => known(CONFIGURATIONS),
    charging: () => known('per-host' as const),
    role: () => known(true),
    permission: () => known(true),
    inventory: () => known(undefined),
    origin: () => known(undefined),
    conversions: () => known([]),
  };
}

function launch(index: number): Input<'ec2:RunInstances'> {
  const { imageId } = image(index % CONFIGURATIONS);
  return { ImageId: imageId, InstanceType: TYPES[index % TYPES.length], MinCount: 1, MaxCount: 1 };
}

/** Decides all launches in order, each seeing what the earlier ones take. Returns milliseconds. */
function decideAll(launches: readonly Input<'ec2:RunInstances'>[]): number {
  const overlay = new Overlay(world());
  const later = overlay.world;
  const plans: LaunchPlan[] = [];
  const start = process.hrtime.bigint();
  for (const input of launches) {
    const { plan, verdict } = decideLaunch(input, later);
    if (verdict !== 'allowed') throw new Error(`The benchmark's launches should all be allowed; one is ${verdict}.`);
    overlay.add(plan);
    plans.push(plan);
  }
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (plans.length !== launches.length) throw new Error('Not every launch was decided.');
  return elapsed;
}

/** A plan of 10,000 launches against 25 configurations: the first run, as a command meets it, and the median of later ones. */
export async function run(): Promise<readonly Row[]> {
  const launches = Array.from({ length: LAUNCHES }, (_, index) => launch(index));
  const first = decideAll(launches);
  const later = median(Array.from({ length: 4 }, () => decideAll(launches)));
  const what = 'decision over 10,000 launches, 25 configurations';
  return [
    { what, value: first, unit: 'ms', budget: { most: 500 } },
    { what: `${what}, warm`, value: later, unit: 'ms' },
  ];
}
