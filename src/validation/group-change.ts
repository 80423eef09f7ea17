import type { Violation } from '../contract/decision.ts';
import type { HostGroupFact } from '../contract/world.ts';
import { groupLimitRows } from './catalogue/group-limits.ts';
import { checkIn } from './check-in.ts';
import type { HostGroupSettings } from './host-group.ts';

/** A group as a change of its settings sees it: its name, how many hosts are members or joining, and what runs on them. */
export type GroupInUse = Pick<HostGroupFact, 'running'> & { readonly group: string; readonly present: number };

/**
 * What new settings break in a group as it is now. Judged when they are asked for, and again when they are applied.
 * @returns none where they can come into force
 */
export function changeViolations(
  { group, present, running }: GroupInUse,
  { families, hostLimit }: HostGroupSettings,
): readonly Violation[] {
  return [
    ...checkIn(groupLimitRows, 'hrg-host-limit', { group, present, adding: 0, limit: hostLimit }),
    ...checkIn(groupLimitRows, 'hrg-family-removal', { group, families, running }),
  ];
}
