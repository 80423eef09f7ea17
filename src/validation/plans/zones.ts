import type { MachineShape } from './machine-shape.ts';
import { membersOf, Open } from './open.ts';

/** The zone of a subnet: open where the subnet itself is, undefined where the file does not tell. */
export type ZoneOf = (subnet: unknown) => string | Open | undefined;

/**
 * A machine with the Availability Zone of its subnets, where it names none itself. On Dedicated Hosts the zone decides which of them it
 * can use, so there it is open if it is not known, or not one.
 */
export function inZones(shape: MachineShape, zones: readonly ReturnType<ZoneOf>[]): MachineShape {
  const { Placement } = shape;
  const placement = membersOf(Placement);
  if (Placement instanceof Open || placement.AvailabilityZone !== undefined || zones.length === 0) return shape;
  const [zone, ...others] = new Set(zones);
  if (typeof zone === 'string' && others.length === 0) {
    return { ...shape, Placement: { ...placement, AvailabilityZone: zone } };
  }
  const { Tenancy, HostId, HostResourceGroupArn } = placement;
  if (HostId !== undefined || (Tenancy !== 'host' && HostResourceGroupArn === undefined)) return shape;
  const why = zones.length > 1 ? 'is that of one of several subnets' : 'is that of its subnet, which is not known';
  return { ...shape, Placement: { ...placement, AvailabilityZone: new Open(why) } };
}
