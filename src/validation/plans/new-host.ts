import type { WorldChange } from '../../contract/plan.ts';
import { hostFamily } from '../host-families.ts';
import { capacityUnits } from '../hosts-table.ts';
import type { Reading } from './open.ts';

/** What a file says of a Dedicated Host, read. */
export interface HostShape {
  readonly hostId: string;
  readonly ownerId: string;
  readonly family: string | undefined;
  readonly instanceType: string | undefined;
  readonly zone: string | undefined;
  readonly autoPlacement: boolean;
}

/** An empty Dedicated Host that a file allocates; what is missing or not published is written down as open. */
export function newHost(shape: HostShape, reading: Reading): WorldChange {
  const { hostId, ownerId, instanceType, zone = '', autoPlacement } = shape;
  const family = shape.family ?? instanceType?.split('.')[0] ?? '';
  const size = hostFamily(family);
  const units = capacityUnits(family, instanceType);
  if (reading.open.length === 0 && (size === undefined || units === undefined)) {
    reading.miss('the size of the host', family === '' ? 'is not named' : `of family ${family} is not published`);
  }
  return {
    kind: 'host',
    fact: {
      hostId,
      ownerId,
      family,
      ...(instanceType === undefined || shape.family !== undefined ? {} : { instanceType }),
      zone,
      state: 'available',
      autoPlacement,
      cores: size?.physicalCores ?? 0,
      sockets: size?.sockets ?? 0,
      capacityUnits: units ?? 0,
      usedUnits: 0,
      usedCores: 0,
      chargedTo: [],
    },
  };
}
