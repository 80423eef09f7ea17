import type { Database } from '../database.ts';
import { type HostRow, host } from './hosts.ts';

/** Which hosts of a group are looked for. */
export interface RoomAsk {
  readonly groupKey: number;
  readonly family: string;
  readonly instanceType: string;
  /** Placement units that one machine takes of a host. */
  readonly units: number;
  /** The most hosts of one kind that are wanted. */
  readonly most: number;
}

/** A member that can take machines now; what it takes; what else tells placement one host from another: as the index has them. */
const MEMBER = `group_key = $groupKey AND joins_at IS NULL AND state = 'available'`;
const TAKES = 'coalesce(instance_type, family)';
const KIND = `zone || ' ' || cores || ' ' || sockets || ' ' || charged_to`;

/**
 * Steps from kind to kind by the index, and of each reads the fullest hosts that have room: what is read grows with the
 * kinds, not with the hosts.
 */
const WITH_ROOM = `
WITH RECURSIVE found(takes, kind) AS (
  SELECT wanted.takes, (SELECT min(${KIND}) FROM host WHERE ${MEMBER} AND ${TAKES} = wanted.takes)
  FROM (SELECT $family AS takes UNION ALL SELECT $instanceType) AS wanted
  UNION ALL
  SELECT found.takes, (SELECT min(${KIND}) FROM host WHERE ${MEMBER} AND ${TAKES} = found.takes AND ${KIND} > found.kind)
  FROM found WHERE found.kind IS NOT NULL
)
SELECT host.* FROM found JOIN host ON host.key IN (
  SELECT key FROM host WHERE ${MEMBER} AND ${TAKES} = found.takes AND ${KIND} = found.kind
    AND capacity_units - used_units >= $units
  ORDER BY capacity_units - used_units, id LIMIT $most)
ORDER BY host.key`;

/**
 * Available members of a group that take an instance type and have room for one more machine of it, in rising id order: of
 * those that differ only in how full they are, no more than `most`, the fullest.
 */
export const hostsWithRoom = (db: Database, ask: RoomAsk): readonly HostRow[] =>
  db.all(WITH_ROOM, { ...ask }).map(host);
