import type {
  ConfigurationFact,
  ConversionFact,
  Fact,
  HostFact,
  HostGroupFact,
  ImageFact,
  InstanceFact,
  InventoryFact,
  OriginFact,
  QuotaName,
  TemplateFact,
  World,
} from '../../../src/contract/world.ts';
import { unitsOf } from '../../../src/validation/hosts-table.ts';
import { instanceType } from '../../../src/validation/instance-types.ts';

export type Unknown = Extract<Fact<unknown>, { readonly known: false }>;

/** The facts of a small world; what is left out is as in `BASE`. `unknown` names questions that have no answer. */
export interface Facts {
  readonly image?: Partial<ImageFact>;
  readonly configurations?: readonly (Partial<ConfigurationFact> & { readonly name: string })[];
  readonly hosts?: readonly (Partial<HostFact> & { readonly hostId: string })[];
  readonly instance?: Partial<InstanceFact>;
  readonly template?: TemplateFact;
  readonly group?: HostGroupFact;
  readonly charging?: 'per-host' | 'per-machine';
  readonly role?: boolean;
  /** Actions that the caller may not use. */
  readonly denied?: readonly string[];
  /** Null for a machine that does not report. */
  readonly inventory?: InventoryFact | null;
  readonly origin?: OriginFact;
  readonly conversions?: readonly ConversionFact[];
  readonly unknown?: { readonly [K in keyof World]?: Unknown };
}

export const CALLER = { account: '111122223333', region: 'us-east-1' };

/** The ARN of a configuration by its name: the name's letters, as hexadecimal digits, make its id. */
export const arn = (name: string): string => {
  const id = [...name].map((letter) => letter.charCodeAt(0).toString(16)).join('');
  return `arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-${id.padEnd(32, '0')}`;
};

export const image = (facts: Partial<ImageFact> = {}): ImageFact => ({
  imageId: 'ami-1',
  name: 'web',
  ownerId: CALLER.account,
  state: 'available',
  accessible: true,
  usageOperation: 'RunInstances',
  platformDetails: 'Linux/UNIX',
  configurations: [],
  ...facts,
});

export const configuration = (facts: Partial<ConfigurationFact> & { readonly name: string }): ConfigurationFact => ({
  arn: arn(facts.name),
  ownerId: CALLER.account,
  accessible: true,
  status: 'AVAILABLE',
  counting: 'vCPU',
  rules: [],
  hard: true,
  consumed: 0,
  oracle: false,
  ...facts,
});

/** An empty m5 host of 48 cores with auto-placement on. */
export const host = (facts: Partial<HostFact> & { readonly hostId: string }): HostFact => ({
  ownerId: CALLER.account,
  family: 'm5',
  zone: 'us-east-1a',
  state: 'available',
  autoPlacement: true,
  cores: 48,
  sockets: 2,
  capacityUnits: 48,
  usedUnits: 0,
  usedCores: facts.usedUnits ?? 0,
  chargedTo: [],
  ...facts,
});

export const instance = (facts: Partial<InstanceFact> = {}): InstanceFact => ({
  instanceId: 'i-1',
  ownerId: CALLER.account,
  imageId: 'ami-1',
  instanceType: 'm5.xlarge',
  state: 'stopped',
  tenancy: 'default',
  affinity: 'default',
  zone: 'us-east-1a',
  usageOperation: 'RunInstances',
  configurations: [],
  ...facts,
});

const QUOTAS: Readonly<Record<QuotaName, number>> = {
  configurations: 25,
  'configurations-per-resource': 10,
  'configurations-per-day': 1000,
  'hosts-per-family': 1000,
};

const known = <T>(value: T | undefined): Fact<T> => ({ known: true, value });

/** The hosts of the world's group that take a type and have room for one more machine of it. */
function inGroup({ group }: Facts, hosts: readonly HostFact[], key: string): readonly HostFact[] {
  const [arn, type = ''] = key.split(' ');
  return hosts.filter(
    (one) =>
      one.resourceGroupArn === arn &&
      one.resourceGroupArn === group?.arn &&
      one.family === instanceType(type)?.family &&
      (one.instanceType === undefined || one.instanceType === type) &&
      one.state === 'available' &&
      one.capacityUnits - one.usedUnits >= unitsOf(type),
  );
}

/** A World made by hand. */
export function worldOf(facts: Facts): World {
  const { unknown = {} } = facts;
  const configurations = (facts.configurations ?? []).map(configuration);
  const hosts = (facts.hosts ?? []).map(host);
  const machine = instance(facts.instance);
  const ami = image({ configurations: configurations.map((one) => one.arn), ...facts.image });
  return {
    caller: CALLER,
    image: (id) => unknown.image ?? known(id === ami.imageId ? ami : undefined),
    configuration: (wanted) => unknown.configuration ?? known(configurations.find((one) => one.arn === wanted)),
    instanceType: (name) => unknown.instanceType ?? known(instanceType(name)),
    hosts: (family) => unknown.hosts ?? known(hosts.filter((one) => one.family === family)),
    group: (arn) => unknown.group ?? known(facts.group?.arn === arn ? facts.group : undefined),
    groupHosts: (key) => unknown.groupHosts ?? known(inGroup(facts, hosts, key)),
    host: (id) => unknown.host ?? known(hosts.find((one) => one.hostId === id)),
    hostCount: (key) =>
      unknown.hostCount ?? known(hosts.filter((one) => key === `${one.ownerId} ${one.family}`).length),
    instance: (id) => unknown.instance ?? known(id === machine.instanceId ? machine : undefined),
    template: () => unknown.template ?? known(facts.template),
    associations: () => unknown.associations ?? known([]),
    quota: (name) => unknown.quota ?? known(QUOTAS[name]),
    charging: () => unknown.charging ?? known(facts.charging ?? 'per-host'),
    role: () => unknown.role ?? known(facts.role ?? true),
    permission: (action) => unknown.permission ?? known(!(facts.denied ?? []).includes(action)),
    inventory: () =>
      unknown.inventory ?? known(facts.inventory === null ? undefined : (facts.inventory ?? { applications: [] })),
    origin: () => unknown.origin ?? known(facts.origin ?? { imported: true, from: 'imported by this account' }),
    conversions: () => unknown.conversions ?? known(facts.conversions ?? []),
  };
}
