import type { Host, Instance } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Fact, HostFact, HostGroupFact } from '../contract/world.ts';
import { hostFamily } from '../validation/host-families.ts';
import { familyOf as kindFamily } from '../validation/host-kind.ts';
import { capacityUnits, unitsOf } from '../validation/hosts-table.ts';
import { instanceType } from '../validation/instance-types.ts';
import { fullestOfEachKind, parseGroupHostsKey } from '../validation/licensing/group-hosts.ts';
import { AwsGroups, takesOneMore } from './aws-groups.ts';
import { everyPage, factOf, type Reading } from './reading.ts';

type Charges = ReadonlyMap<string, readonly string[]>;

/**
 * Hosts that AWS describes, with the configurations charged for each. Which are charged is needed wherever a host is, so a
 * refusal to say it makes the hosts unknown as well.
 */
export class AwsHosts {
  #hosts: Promise<Fact<readonly Host[]>> | undefined;
  #charges: Promise<Fact<Charges>> | undefined;

  readonly #groups: AwsGroups;

  constructor(private readonly reading: Reading) {
    this.#groups = new AwsGroups(reading);
  }

  /** A host resource group by its ARN. */
  async group(arn: string): Promise<Fact<HostGroupFact>> {
    const group = await this.#groups.one(arn, (ids) => this.named(ids));
    if (!group.known || group.value?.unseen === undefined) return group;
    const charges = await this.charges();
    if (!charges.known) return charges;
    const unseen = group.value.unseen.map(({ hostId }) => ({ hostId, chargedTo: charges.value?.get(hostId) ?? [] }));
    return { known: true, value: { ...group.value, unseen } };
  }

  /** `GROUP-ARN INSTANCE-TYPE COUNT`: members that are available and have room for one more machine of the type. */
  async ofGroup(key: string): Promise<Fact<readonly HostFact[]>> {
    const { arn, instanceType: type, count } = parseGroupHostsKey(key);
    const members = await this.#groups.members(arn);
    if (!members.known) return members;
    const joined = (members.value ?? []).filter(({ joining }) => !joining).map(({ hostId }) => hostId);
    const hosts = await this.named(joined);
    if (!hosts.known) return hosts;
    const roomy = (hosts.value ?? []).filter((host) => takesOneMore(host, type));
    return { known: true, value: fullestOfEachKind(roomy, count) };
  }

  ofFamily(family: string): Promise<Fact<readonly HostFact[]>> {
    return this.where((host) => familyOf(host) === family);
  }

  /** Those of these hosts that are still allocated, in rising id order. */
  private named(ids: readonly string[]): Promise<Fact<readonly HostFact[]>> {
    return ids.length === 0
      ? Promise.resolve({ known: true, value: [] })
      : this.where(({ HostId = '' }) => ids.includes(HostId));
  }

  private async where(wanted: (host: Host) => boolean): Promise<Fact<readonly HostFact[]>> {
    this.#hosts ??= this.listed();
    const [hosts, charges] = await Promise.all([this.#hosts, this.charges()]);
    if (!hosts.known) return hosts;
    if (!charges.known) return charges;
    const held = (hosts.value ?? []).filter((host) => wanted(host) && !GONE.test(host.State ?? ''));
    const groups = await this.groupsOf(held);
    const facts = held.map((host) => this.fact(host, charges.value, groups));
    return { known: true, value: facts.sort((a, b) => (a.hostId < b.hostId ? -1 : 1)) };
  }

  /** Which groups hosts are in or joining. EC2 calls a host a member only once it has joined, so the groups are asked. */
  private async groupsOf(hosts: readonly Host[]): Promise<ReadonlyMap<string, string>> {
    if (hosts.length === 0) return new Map();
    const groups = await this.#groups.ofHosts();
    return groups.known ? (groups.value ?? new Map()) : new Map();
  }

  async one(hostId: string): Promise<Fact<HostFact>> {
    const { call } = this.reading;
    const [hosts, charges] = await Promise.all([
      factOf('ec2:DescribeHosts', async () => (await call('ec2:DescribeHosts', { HostIds: [hostId] })).Hosts?.[0]),
      this.charges(),
    ]);
    if (!hosts.known || hosts.value === undefined) return hosts.known ? { known: true, value: undefined } : hosts;
    if (!charges.known) return charges;
    return { known: true, value: this.fact(hosts.value, charges.value, await this.groupsOf([hosts.value])) };
  }

  private listed(): Promise<Fact<readonly Host[]>> {
    const { call } = this.reading;
    return factOf('ec2:DescribeHosts', () =>
      everyPage(async (NextToken) => {
        const page = await call('ec2:DescribeHosts', { NextToken });
        return { rows: page.Hosts, next: page.NextToken };
      }),
    );
  }

  private charges(): Promise<Fact<Charges>> {
    this.#charges ??= factOf('license-manager:ListUsageForLicenseConfiguration', () => this.readCharges());
    return this.#charges;
  }

  /**
   * The EC2_HOST rows of every configuration that has any. Of one that another account shares only its owner sees them: then
   * a host is charged for the account's own machines under it.
   */
  private async readCharges(): Promise<Charges> {
    const { call } = this.reading;
    const configurations = await everyPage(async (NextToken) => {
      const page = await call('license-manager:ListLicenseConfigurations', { NextToken });
      return { rows: page.LicenseConfigurations, next: page.NextToken };
    });
    const charging = configurations.filter((one) =>
      one.ConsumedLicenseSummaryList?.some(
        ({ ResourceType, ConsumedLicenses = 0 }) => ResourceType === 'EC2_HOST' && ConsumedLicenses > 0,
      ),
    );
    const isOwn = ({ OwnerAccountId: owner }: LicenseConfiguration) => owner === this.reading.scope.account;
    const shared = charging.some((one) => !isOwn(one)) ? await this.onHosts() : [];
    const rows = await Promise.all(
      charging.map(async (one) => {
        const { LicenseConfigurationArn: arn = '' } = one;
        return { arn, hosts: isOwn(one) ? await this.chargedFor(arn) : chargedThrough(shared, arn) };
      }),
    );
    const charges = new Map<string, readonly string[]>();
    for (const { arn, hosts } of rows) for (const id of hosts) charges.set(id, [...(charges.get(id) ?? []), arn]);
    return charges;
  }

  /** The account's machines that run on Dedicated Hosts. */
  private onHosts(): Promise<readonly Instance[]> {
    const Filters = [
      { Name: 'tenancy', Values: ['host'] },
      { Name: 'instance-state-name', Values: ['pending', 'running'] },
    ];
    return everyPage(async (NextToken) => {
      const page = await this.reading.call('ec2:DescribeInstances', { Filters, NextToken });
      return { rows: page.Reservations?.flatMap(({ Instances = [] }) => Instances), next: page.NextToken };
    });
  }

  private async chargedFor(LicenseConfigurationArn: string): Promise<readonly string[]> {
    const Filters = [{ Name: 'resourceType', Values: ['EC2_HOST'] }];
    const usage = await everyPage(async (NextToken) => {
      const page = await this.reading.call('license-manager:ListUsageForLicenseConfiguration', {
        LicenseConfigurationArn,
        Filters,
        NextToken,
      });
      return { rows: page.LicenseConfigurationUsageList, next: page.NextToken };
    });
    return usage
      .filter(({ ConsumedLicenses = 0 }) => ConsumedLicenses > 0)
      .flatMap(({ ResourceArn }) => ResourceArn?.split('/').at(-1) ?? []);
  }

  private fact(host: Host, charges: Charges = new Map(), groups: ReadonlyMap<string, string> = new Map()): HostFact {
    const { HostId: hostId = '', HostProperties = {}, Instances = [] } = host;
    const family = familyOf(host);
    const types = Instances.map(({ InstanceType = '' }) => InstanceType);
    const cores = HostProperties.Cores ?? hostFamily(family)?.physicalCores ?? 0;
    const whole = capacityUnits(family, HostProperties.InstanceType) ?? cores;
    return {
      hostId,
      ownerId: host.OwnerId ?? this.reading.scope.account,
      family,
      ...(HostProperties.InstanceType === undefined ? {} : { instanceType: HostProperties.InstanceType }),
      zone: host.AvailabilityZone ?? '',
      state: host.State ?? '',
      autoPlacement: host.AutoPlacement === 'on',
      cores,
      sockets: HostProperties.Sockets ?? hostFamily(family)?.sockets ?? 0,
      capacityUnits: whole,
      // A machine of a type that no table knows fills its host, rather than making room that may not be there.
      usedUnits: types.reduce((sum, type) => sum + Math.min(whole, unitsOf(type)), 0),
      usedCores: types.reduce((sum, type) => sum + (instanceType(type)?.cores ?? cores), 0),
      chargedTo: charges.get(hostId) ?? [],
      ...groupOf(host, groups),
    };
  }
}

/** Hosts that carry machines under a configuration. */
const chargedThrough = (machines: readonly Instance[], arn: string): readonly string[] => [
  ...new Set(
    machines
      .filter(({ Licenses = [] }) => Licenses.some((one) => one.LicenseConfigurationArn === arn))
      .flatMap(({ Placement }) => Placement?.HostId ?? []),
  ),
];

const GONE = /^released/;
/** DescribeHosts says that a host belongs to a group, not to which; it may be a group that the caller may not read. */
const MANAGED = 'a host resource group';

function groupOf(
  { HostId = '', MemberOfServiceLinkedResourceGroup: member }: Host,
  groups: ReadonlyMap<string, string>,
) {
  const resourceGroupArn = groups.get(HostId) ?? (member === true ? MANAGED : undefined);
  return resourceGroupArn === undefined ? {} : { resourceGroupArn };
}

const familyOf = ({ HostProperties = {} }: Host): string => kindFamily(HostProperties);
