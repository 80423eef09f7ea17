import { CONVERSION } from './migrations/conversion.ts';
import { COPIED } from './migrations/copied.ts';
import { EVICTIONS } from './migrations/evictions.ts';
import { FIRST } from './migrations/first.ts';
import { GROUP_MEMBERS } from './migrations/group-members.ts';
import { GROUP_TEXT } from './migrations/group-text.ts';
import { HOST_FAILURES } from './migrations/host-failures.ts';
import { HOST_GROUPS } from './migrations/host-groups.ts';
import { HOST_KINDS } from './migrations/host-kinds.ts';
import { ORGANIZATIONS } from './migrations/organizations.ts';
import { PLACEMENT } from './migrations/placement.ts';
import { REPORTS } from './migrations/reports.ts';
import { ROLE_DELETIONS } from './migrations/role-deletions.ts';
import { SHARES } from './migrations/shares.ts';
import { TOPICS } from './migrations/topics.ts';
import { UNSEEN } from './migrations/unseen.ts';

/**
 * The tables of a sandbox, as forward migrations: element n takes a file from schema n to n + 1. A landed element is
 * never edited; a change is a new element. Keys are integers inside; public ids rise, so every index grows at its end.
 * Each index is paid for by the query named beside it.
 */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  HOST_GROUPS,
  ORGANIZATIONS,
  COPIED,
  GROUP_TEXT,
  SHARES,
  PLACEMENT,
  HOST_FAILURES,
  EVICTIONS,
  CONVERSION,
  GROUP_MEMBERS,
  ROLE_DELETIONS,
  TOPICS,
  REPORTS,
  HOST_KINDS,
  UNSEEN,
];
