import type { Violation } from '../../contract/decision.ts';
import type { HostFact, World } from '../../contract/world.ts';
import { groupName } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import type { Asking } from './ask.ts';
import type { Room } from './candidate.ts';

interface PoolAsk {
  readonly type: { readonly instanceType: string; readonly family: string };
  readonly zone: string | undefined;
  readonly targeted: boolean;
}

/** What keeps one named host from taking a machine. */
function hostGuards(host: HostFact, type: PoolAsk['type'], zone: string | undefined): readonly Violation[] {
  const takes = { instanceType: type.instanceType, family: host.family, hostInstanceType: host.instanceType };
  const group = host.resourceGroupArn === undefined ? undefined : groupName(host.resourceGroupArn);
  return [
    ...check('hrg-no-direct-launch', { hostId: host.hostId, group }),
    ...check('host-launch-states', { hostId: host.hostId, state: host.state }),
    ...check('host-type-supported', { hostId: host.hostId, ...takes }),
    ...check('host-zone', { hostId: host.hostId, hostZone: host.zone, zone }),
  ];
}

/** Hosts that take an untargeted machine: available, with auto-placement on, of the right kind and zone (RULINGS 16). */
export function poolFor({ type, zone, targeted }: PoolAsk, world: World, asking: Asking): Room {
  const all = asking.value(world.hosts(type.family), `Dedicated Hosts of family ${type.family}`);
  // Hosts that could not be listed are not hosts that are full.
  if (all === undefined) return { kind: 'open' };
  const suitable = all.filter(
    (host) => takesType(host, type.instanceType) && (zone === undefined || host.zone === zone),
  );
  const hosts = suitable.filter((host) => host.autoPlacement);
  const closed = hosts.length === 0 ? suitable.map((host) => host.hostId) : [];
  const refusals = check('host-auto-placement', { instanceType: type.instanceType, targeted, closed });
  return { kind: 'hosts', hosts, named: false, refusals };
}

const takesType = (host: HostFact, instanceType: string): boolean =>
  host.state === 'available' &&
  host.resourceGroupArn === undefined &&
  (host.instanceType === undefined || host.instanceType === instanceType);

/** The one host a request or a machine names, or why it cannot take the machine. */
export function namedHost(
  hostId: string,
  type: PoolAsk['type'],
  zone: string | undefined,
  world: World,
  asking: Asking,
): Room | readonly Violation[] {
  const fact = world.host(hostId);
  const host = asking.value(fact, `host ${hostId}`);
  if (host === undefined && !fact.known) return { kind: 'open' };
  if (host === undefined || host.foreign) return check('host-not-found', { hostId, found: false });
  const refusals = hostGuards(host, type, zone);
  return { kind: 'hosts', hosts: refusals.length > 0 ? [] : [host], named: true, refusals };
}

/** Tells a room from the reasons why there is none. */
export const isRoom = (room: Room | readonly Violation[]): room is Room => !Array.isArray(room);
