import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ConfigurationFact,
  Fact,
  HostFact,
  HostGroupFact,
  ImageFact,
  InstanceFact,
  TemplateFact,
  World,
} from '../../src/contract/world.ts';
import { instanceType } from '../../src/validation/instance-types.ts';

export const SCOPE = { account: '111122223333', region: 'us-east-1' };
export const APP = 'ami-0aaa0000000000001';
export const WINDOWS = 'ami-0aaa0000000000002';
export const ARN = configurationArn(1);

export function configurationArn(number: number): string {
  const id = String(number).padStart(32, '0');
  return `arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-${id}`;
}

/** The text of a file in test/fixtures. */
export const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');

export const configuration = (fact: Partial<ConfigurationFact> = {}): ConfigurationFact => ({
  arn: ARN,
  name: 'app-vcpu',
  ownerId: SCOPE.account,
  accessible: true,
  status: 'AVAILABLE',
  counting: 'vCPU',
  rules: [],
  limit: 40,
  hard: true,
  consumed: 0,
  oracle: false,
  ...fact,
});

export const image = (imageId: string, configurations: readonly string[] = []): ImageFact => ({
  imageId,
  name: imageId,
  ownerId: SCOPE.account,
  state: 'available',
  accessible: true,
  usageOperation: 'RunInstances',
  platformDetails: 'Linux/UNIX',
  configurations,
});

export const host = (hostId: string, fact: Partial<HostFact> = {}): HostFact => ({
  hostId,
  ownerId: SCOPE.account,
  family: 'm5',
  zone: 'us-east-1a',
  state: 'available',
  autoPlacement: true,
  cores: 48,
  sockets: 2,
  capacityUnits: 48,
  usedUnits: 0,
  usedCores: 0,
  chargedTo: [],
  ...fact,
});

export const machine = (instanceId: string, fact: Partial<InstanceFact> = {}): InstanceFact => ({
  instanceId,
  ownerId: SCOPE.account,
  imageId: APP,
  instanceType: 'm5.large',
  state: 'running',
  tenancy: 'default',
  affinity: 'default',
  zone: 'us-east-1a',
  usageOperation: 'RunInstances',
  configurations: [],
  ...fact,
});

interface Facts {
  readonly configurations?: readonly ConfigurationFact[];
  readonly images?: readonly ImageFact[];
  readonly hosts?: readonly HostFact[];
  readonly machines?: readonly InstanceFact[];
  readonly templates?: Readonly<Record<string, TemplateFact['data']>>;
}

/** A world in memory that holds these facts; the two images of the fixtures are there unless others are given. */
export function world(facts: Facts = {}): World {
  const {
    configurations = [],
    images = [image(APP), image(WINDOWS)],
    hosts = [],
    machines = [],
    templates = {},
  } = facts;
  const known = <T>(value: T | undefined): Fact<T> => ({ known: true, value });
  return {
    caller: SCOPE,
    image: (id) => known(images.find((one) => one.imageId === id)),
    configuration: (arn) => known(configurations.find((one) => one.arn === arn)),
    instanceType: (name) => known(instanceType(name)),
    hosts: (family) => known(hosts.filter((one) => one.family === family)),
    host: (id) => known(hosts.find((one) => one.hostId === id)),
    group: () => known<HostGroupFact>(undefined),
    groupHosts: () => known([]),
    hostCount: () => known(0),
    instance: (id) => known(machines.find((one) => one.instanceId === id)),
    template: (key) => {
      const data = templates[key];
      return known(data && { launchTemplateId: key, version: 1, data });
    },
    associations: () => known([]),
    quota: () => known(25),
    charging: () => known('per-host' as const),
    role: () => known(true),
    permission: () => known(true),
    inventory: () => known(undefined),
    origin: () => known(undefined),
    conversions: () => known([]),
  };
}
