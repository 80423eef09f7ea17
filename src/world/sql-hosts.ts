import type { Scope } from '../contract/ports.ts';
import type { HostFact, HostGroupFact } from '../contract/world.ts';
import { isSharedWith } from '../local-engine/store/reach.ts';
import type { Tx } from '../local-engine/store/store.ts';
import type { HostGroupRow } from '../local-engine/store/tables/host-groups.ts';
import type { HostRow } from '../local-engine/store/tables/hosts.ts';
import { configurationArn, groupArn, parseGroupArn } from '../validation/arns.ts';
import { hostGroupSettings } from '../validation/host-group.ts';
import { unitsOf } from '../validation/hosts-table.ts';
import { instanceType } from '../validation/instance-types.ts';
import { mostOfAKind, parseGroupHostsKey } from '../validation/licensing/group-hosts.ts';

/** Hosts as placement sees them, in the order of their rows. */
export function hostFacts(tx: Tx, rows: readonly HostRow[]): readonly HostFact[] {
  const charged = tx.charges.namesOf(rows.map((row) => row.id));
  const groups = groupArns(tx, rows);
  return rows.map((row) => ({
    hostId: row.id,
    ownerId: row.account,
    family: row.family,
    ...(row.instanceType === undefined ? {} : { instanceType: row.instanceType }),
    zone: row.zone,
    state: row.state,
    autoPlacement: row.autoPlacement,
    cores: row.cores,
    sockets: row.sockets,
    capacityUnits: row.capacityUnits,
    usedUnits: row.usedUnits,
    usedCores: row.usedCores,
    chargedTo: (charged.get(row.id) ?? []).map(({ account, region, id }) => configurationArn({ account, region }, id)),
    ...groups.get(row.groupKey),
  }));
}

/** Another account's host is seen only by whoever has machines on it. */
export function hostFact(tx: Tx, scope: Scope, id: string): HostFact | undefined {
  const row = tx.across.host(id);
  if (row === undefined || row.region !== scope.region) return undefined;
  const [host] = hostFacts(tx, [row]);
  if (host === undefined || row.account === scope.account) return host;
  const isOn = tx.across.onHost(id).some((machine) => machine.account === scope.account);
  return isOn ? { ...host, foreign: true } : undefined;
}

/** The group that each host is in, as its fact says it; asked once a group. */
function groupArns(tx: Tx, rows: readonly HostRow[]) {
  const keys = new Set(rows.map((row) => row.groupKey));
  const found = [...keys].flatMap((key) => {
    const group = key === undefined ? undefined : tx.members.byKey(key);
    return group === undefined ? [] : [[key, { resourceGroupArn: groupArn(group, group.name) }] as const];
  });
  return new Map<number | undefined, { readonly resourceGroupArn: string }>(found);
}

function groupRow(tx: Tx, arn: string): HostGroupRow | undefined {
  const parsed = parseGroupArn(arn);
  return parsed && tx.in(parsed).groups.named(parsed.name);
}

/** A group by its ARN, in the Region of the asking account. */
export function groupFact(tx: Tx, scope: Scope, arn: string): HostGroupFact | undefined {
  const row = groupRow(tx, arn);
  if (row === undefined || row.region !== scope.region) return undefined;
  const { families, configurations, hostLimit, ...automatic } = hostGroupSettings(JSON.parse(row.configuration));
  return {
    arn,
    name: row.name,
    ownerId: row.account,
    accessible: row.account === scope.account || isSharedWith(tx, arn, scope.account),
    ...automatic,
    ...(families === undefined ? {} : { families }),
    ...(configurations === undefined ? {} : { configurations }),
    ...(hostLimit === undefined ? {} : { hostLimit: { limit: hostLimit, present: tx.members.count(row.key) } }),
    ...(row.account === scope.account ? {} : unseenOf(tx, row)),
    // Only a group without room asks for it.
    get joining() {
      return tx.members.joining(row.key);
    },
    // Only machines that are not Nitro-based, and changes of the group, ask for it.
    get running() {
      return tx.members
        .running(row.key)
        .map(({ family, instanceType: type }) => (type === undefined ? { family } : { family, instanceType: type }));
    },
  };
}

/** Only a copy of an account has hosts of which it knows no more than that they are there. */
function unseenOf(tx: Tx, { key }: HostGroupRow): Pick<HostGroupFact, 'unseen'> {
  const hosts = tx.members.unseen(key);
  return hosts.length === 0
    ? {}
    : { unseen: hostFacts(tx, hosts).map(({ hostId, chargedTo }) => ({ hostId, chargedTo })) };
}

/** `GROUP-ARN INSTANCE-TYPE COUNT`. */
export function groupHosts(tx: Tx, key: string): readonly HostFact[] {
  const { arn, instanceType: name, count } = parseGroupHostsKey(key);
  const row = groupRow(tx, arn);
  const type = instanceType(name);
  if (row === undefined || type === undefined) return [];
  const ask = { groupKey: row.key, family: type.family, instanceType: name, units: unitsOf(name) };
  return hostFacts(tx, tx.members.withRoom({ ...ask, most: mostOfAKind(count) }));
}
