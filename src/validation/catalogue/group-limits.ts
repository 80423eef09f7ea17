import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { HostGroupFact } from '../../contract/world.ts';
import { allOf, counted } from '../words.ts';
import { GROUP_REFUSED, guide, when } from './sources.ts';

const MODIFY = {
  ...GROUP_REFUSED,
  exit: EXIT.conflict,
  source: guide('Modify a host resource group'),
  basis: 'stated',
} as const;

/**
 * What a change of settings is judged by twice: when it is asked for, and when it is applied. Alone in this file because
 * the schedule looks at them in every process.
 */
export const groupLimitRows = {
  'hrg-host-limit': row({
    ...MODIFY,
    statement:
      'A group holds at most as many hosts as its host limit, where it has one; the limit is not set below them. This refuses changes of the group; what a launch would allocate beyond the limit is refused by hrg-allocate-host-limit.',
    operations: ['resource-groups:PutGroupConfiguration', 'resource-groups:GroupResources', 'schedule'],
    message: (a) =>
      a.adding === 0
        ? `${a.group} holds ${counted(a.present, 'host')}, more than the limit ${a.limit}`
        : `${a.group} holds ${counted(a.present, 'host')}, limit ${a.limit}: ${a.adding} more do not fit`,
    fix: (a) => [
      `lm hrg update ${a.group} --host-limit ${a.present + a.adding}`,
      `or take a host out: lm hrg remove-host ${a.group} HOST`,
    ],
    check: (s: HostLimitSubject) =>
      when(s.limit !== undefined && exceedsHostLimit({ ...s, limit: s.limit }), {
        group: s.group,
        present: s.present,
        adding: s.adding,
        limit: s.limit ?? 0,
      }),
  }),
  'hrg-family-removal': row({
    ...MODIFY,
    statement: 'A family is not taken off the list of a group while a machine of it runs in the group.',
    operations: ['resource-groups:PutGroupConfiguration', 'schedule'],
    message: (a) => `machines of ${allOf(a.running)} run in ${a.group}, which would no longer allow them`,
    fix: (a) => [
      `keep ${allOf(a.running)} on the list: ${a.running.map((family) => `--family ${family}`).join(' ')}`,
      `or stop those machines first: lm hrg show ${a.group}`,
    ],
    check: ({ group, families, running }: FamilySubject) => {
      const left = [...new Set(running.map(({ family }) => family))].filter((one) => families?.includes(one) === false);
      return when(left.length > 0, { group, running: left });
    },
  }),
};

/** Whether a group would hold more hosts than it may: one comparison for changes of the group and for launches into it. */
export const exceedsHostLimit = (s: { readonly present: number; readonly adding: number; readonly limit: number }) =>
  s.present + s.adding > s.limit;

/** Hosts in a group beside those that are to be added. */
export type HostLimitSubject = {
  readonly group: string;
  readonly present: number;
  readonly adding: number;
  readonly limit?: number | undefined;
};

/** The families that a group would allow (undefined: all), and what runs in it. */
export type FamilySubject = Pick<HostGroupFact, 'running'> & {
  readonly group: string;
  readonly families?: readonly string[] | undefined;
};
