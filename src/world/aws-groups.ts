import type { Fact, HostFact, HostGroupFact } from '../contract/world.ts';
import { parseGroupArn } from '../validation/arns.ts';
import { HOST_MANAGEMENT, hostGroupSettings } from '../validation/host-group.ts';
import { unitsOf } from '../validation/hosts-table.ts';
import { everyPage, factOf, type Reading } from './reading.ts';

/** A host of a group, as Resource Groups lists it. */
interface Member {
  readonly hostId: string;
  readonly joining: boolean;
}

/** Host resource groups that AWS describes, and which hosts are in them. */
export class AwsGroups {
  readonly #members = new Map<string, Promise<Fact<readonly Member[]>>>();
  #groups: Promise<Fact<ReadonlyMap<string, string>>> | undefined;

  constructor(private readonly reading: Reading) {}

  /** Members and hosts that are joining. */
  members(arn: string): Promise<Fact<readonly Member[]>> {
    const known = this.#members.get(arn) ?? this.readMembers(arn);
    this.#members.set(arn, known);
    return known;
  }

  /** The group of every host that is in one of the account's own or joining it, by host id. */
  ofHosts(): Promise<Fact<ReadonlyMap<string, string>>> {
    this.#groups ??= this.readGroups();
    return this.#groups;
  }

  /**
   * One group by its ARN: its settings, and what runs on its hosts.
   * @param hosts its hosts by their ids, as EC2 describes them
   */
  async one(
    arn: string,
    hosts: (ids: readonly string[]) => Promise<Fact<readonly HostFact[]>>,
  ): Promise<Fact<HostGroupFact>> {
    const { call } = this.reading;
    const parsed = parseGroupArn(arn);
    if (parsed === undefined) return { known: true, value: undefined };
    const read = await factOf('resource-groups:GetGroupConfiguration', async () => {
      const { GroupConfiguration } = await call('resource-groups:GetGroupConfiguration', { Group: arn });
      return GroupConfiguration?.Configuration;
    });
    if (!read.known) return read;
    if (read.value === undefined) return { known: true, value: undefined };
    const members = await this.members(arn);
    if (!members.known) return members;
    const ids = (members.value ?? []).map(({ hostId }) => hostId);
    const found = await hosts(ids);
    if (!found.known) return found;
    const { families, configurations, hostLimit, ...automatic } = hostGroupSettings(read.value);
    const seen = new Set((found.value ?? []).map(({ hostId }) => hostId));
    const isForeign = parsed.account !== this.reading.scope.account;
    // EC2 describes hosts to the account that has them.
    const unseen = isForeign ? (members.value ?? []).filter((one) => !one.joining && !seen.has(one.hostId)) : [];
    const value: HostGroupFact = {
      arn,
      name: parsed.name,
      ownerId: parsed.account,
      // Who may read a group owns it, or has it shared.
      accessible: true,
      ...automatic,
      ...(families === undefined ? {} : { families }),
      ...(configurations === undefined ? {} : { configurations }),
      ...(hostLimit === undefined ? {} : { hostLimit: { limit: hostLimit, present: ids.length } }),
      ...(unseen.length === 0 ? {} : { unseen: unseen.map(({ hostId }) => ({ hostId, chargedTo: [] })) }),
      joining: (members.value ?? []).filter(({ joining }) => joining).length,
      running: kindsOf(found.value ?? []),
    };
    return { known: true, value };
  }

  private readMembers(arn: string): Promise<Fact<readonly Member[]>> {
    const { call } = this.reading;
    return factOf('resource-groups:ListGroupResources', async () => {
      const all = await everyPage(async (NextToken) => {
        const page = await call('resource-groups:ListGroupResources', { Group: arn, NextToken });
        return { rows: page.Resources, next: page.NextToken };
      });
      return all.flatMap(({ Identifier, Status }) => {
        const hostId = Identifier?.ResourceArn?.split('/').at(-1);
        return hostId === undefined ? [] : [{ hostId, joining: Status?.Name === 'PENDING' }];
      });
    });
  }

  private readGroups(): Promise<Fact<ReadonlyMap<string, string>>> {
    const { call } = this.reading;
    return factOf('resource-groups:ListGroups', async () => {
      const Filters = [{ Name: 'configuration-type' as const, Values: [HOST_MANAGEMENT] }];
      const groups = await everyPage(async (NextToken) => {
        const page = await call('resource-groups:ListGroups', { Filters, NextToken });
        return { rows: page.GroupIdentifiers, next: page.NextToken };
      });
      const listed = await Promise.all(
        groups.map(async ({ GroupArn: arn = '' }) => ({ arn, members: await this.members(arn) })),
      );
      return new Map(
        listed.flatMap(({ arn, members }) =>
          members.known ? (members.value ?? []).map(({ hostId }) => [hostId, arn] as const) : [],
        ),
      );
    });
  }
}

/** What runs on hosts, each kind once, by family and type. */
function kindsOf(hosts: readonly HostFact[]): HostGroupFact['running'] {
  const busy = hosts.filter(({ usedUnits }) => usedUnits > 0);
  const kinds = new Map(
    busy.map(({ family, instanceType }) => [
      `${family} ${instanceType ?? ''}`,
      instanceType === undefined ? { family } : { family, instanceType },
    ]),
  );
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}

/** Whether a host takes a type, is available, and has room for one more machine of it. */
export const takesOneMore = (host: HostFact, type: string): boolean =>
  host.state === 'available' &&
  host.family === type.split('.')[0] &&
  (host.instanceType === undefined || host.instanceType === type) &&
  host.capacityUnits - host.usedUnits >= unitsOf(type);
