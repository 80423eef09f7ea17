import type { Instance } from '@aws-sdk/client-ec2';
import type { Row, Section } from '../../contract/result.ts';
import { chargeWords } from '../shared/charges.ts';
import { type Room, roomOf, roomWords, takesWords } from '../shared/host-room.ts';
import { nameTag } from '../shared/tags.ts';
import { type GroupHost, stateOf } from './hosts.ts';

/** The widest bar, in columns: a host of 48 cores shows each of them. */
const WIDEST = 48;

/** One machine one sign, as long as there are signs. */
const SIGNS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const MANY = '#';
const FREE = '.';
/** Free, and the licences are there already: affinity holds them with the host. */
const HELD = '~';

interface Drawn {
  readonly host: GroupHost;
  readonly room: Room;
  readonly signs: readonly string[];
}

/**
 * The hosts of a group: what each is, a bar of its cores with one sign a machine, and which machine each sign is.
 */
export function hostSections(hosts: readonly GroupHost[], machines: ReadonlyMap<string, Instance>): readonly Section[] {
  const drawn = signed(hosts);
  const named = hosts.some(({ Tags }) => nameTag(Tags) !== undefined);
  const held = hosts.some((host) => heldUntil(host) !== undefined);
  return [
    {
      title: 'hosts',
      rows: drawn.map(hostRow),
      columns: [
        { key: 'hostId', title: 'id' },
        ...(named ? [{ key: 'name', title: 'name' }] : []),
        { key: 'takes', title: 'takes' },
        { key: 'zone', title: 'zone', optional: 2 },
        { key: 'state', title: 'state', optional: 1 },
        { key: 'cores', title: 'used', align: 'right' },
        { key: 'chargedTo', title: 'charged to' },
        ...(held ? [{ key: 'heldUntil', title: 'licences held until' }] : []),
      ],
    },
    ...(hosts.length === 0 ? [] : [bars(drawn), machineSection(drawn, machines)]),
  ];
}

/** Gives every machine of the group a sign of its own. */
function signed(hosts: readonly GroupHost[]): readonly Drawn[] {
  let next = 0;
  return hosts.map((host) => {
    const room = roomOf(host);
    const signs = room.machines.map(() => SIGNS[next++] ?? MANY);
    return { host, room, signs };
  });
}

function hostRow({ host, room }: Drawn): Row {
  return {
    hostId: host.HostId,
    name: nameTag(host.Tags),
    takes: takesWords(host),
    zone: host.AvailabilityZone,
    state: stateOf(host),
    cores: roomWords(room),
    chargedTo: chargeWords(host.charges),
    heldUntil: heldUntil(host),
  };
}

/** Until when affinity ties licences to the host: the latest of its ties. */
function heldUntil({ ties }: GroupHost): Date | undefined {
  const ends = ties.flatMap(({ tiedUntil }) => tiedUntil ?? []);
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
}

function bars(drawn: readonly Drawn[]): Section {
  const rest = drawn.some(({ host }) => heldUntil(host) !== undefined)
    ? `${FREE} free, ${HELD} free with licences held`
    : `${FREE} free`;
  return {
    title: `cores: a letter is a machine, ${rest}`,
    rows: drawn.map(({ host, room, signs }) => ({ hostId: host.HostId, bar: barOf(host, room, signs) })),
    columns: [
      { key: 'hostId', title: 'host' },
      { key: 'bar', title: '' },
    ],
  };
}

/** A whole host: each machine as long as what it takes, drawn to scale where there are more cores than columns. */
function barOf(host: GroupHost, { total, machines }: Room, signs: readonly string[]): string {
  const scale = Math.min(1, WIDEST / Math.max(1, total));
  let taken = 0;
  let bar = '';
  for (const [index, { takes }] of machines.entries()) {
    taken += takes;
    bar = bar.padEnd(Math.round(taken * scale), signs[index] ?? MANY);
  }
  return `|${bar.padEnd(Math.round(total * scale), heldUntil(host) === undefined ? FREE : HELD)}|`;
}

function machineSection(drawn: readonly Drawn[], known: ReadonlyMap<string, Instance>): Section {
  const rows = drawn.flatMap(({ host, room, signs }) =>
    room.machines.map(({ instanceId, instanceType, takes }, index) => ({
      sign: signs[index],
      instanceId,
      name: nameTag(known.get(instanceId)?.Tags),
      instanceType,
      takes,
      hostId: host.HostId,
      account: host.Instances?.find((one) => one.InstanceId === instanceId)?.OwnerId,
    })),
  );
  const named = rows.some(({ name }) => name !== undefined);
  const owners = new Set([...rows.map(({ account }) => account), ...drawn.map(({ host }) => host.OwnerId)]);
  return {
    title: 'machines',
    rows,
    columns: [
      { key: 'sign', title: '' },
      { key: 'instanceId', title: 'instance' },
      ...(named ? [{ key: 'name', title: 'name' }] : []),
      { key: 'instanceType', title: 'type' },
      { key: 'takes', title: 'cores' },
      { key: 'hostId', title: 'host', optional: 1 },
      ...(owners.size > 1 ? [{ key: 'account', title: 'account' }] : []),
    ],
  };
}
