import type { Instance, InstanceStateChange } from '@aws-sdk/client-ec2';
import type { Note, Result } from '../../contract/result.ts';
import { fewOf } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done, FORMAT } from '../shared/done.ts';
import { ifAllowed } from '../shared/if-allowed.ts';
import { fillNow } from '../shared/licences.ts';
import { nameTag } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import { countedIn, LICENCES } from './rows.ts';
import { settled } from './settled.ts';

export const idsOf = (instances: readonly Instance[]): string[] => instances.map((one) => one.InstanceId ?? '');

/** "web-1 (i-…)", or the id alone. */
export function label({ InstanceId, Tags }: Instance): string {
  const name = nameTag(Tags);
  return name === undefined ? (InstanceId ?? '') : `${name} (${InstanceId})`;
}

export interface Verb {
  readonly past: string;
  readonly infinitive: string;
  /** What AWS says of a machine that is in the wanted state already: its state before. */
  readonly already: string;
}

/** The result of starting, stopping and terminating: what each machine was and is, and how full the licences are now. */
export async function stateChanges<T extends object>(
  ctx: CommandContext,
  instances: readonly Instance[],
  answer: T,
  changes: readonly InstanceStateChange[],
  verb: Verb,
): Promise<Result> {
  const { states, end } = await settled(ctx, changes);
  const { alerts, notes } = await takeAlerts(ctx);
  const without = { configurations: [], notes: [] };
  const fill = await ifAllowed(ctx, { ...LICENCES, without }, () => fillNow(ctx, countedIn(instances)));
  return {
    value: {
      ...FORMAT,
      ...answer,
      ...(states.size === 0 ? {} : { states: Object.fromEntries(states) }),
      configurations: fill.configurations,
      alerts,
    },
    view: {
      kind: 'list',
      rows: changes.map(({ InstanceId, PreviousState, CurrentState }) => ({
        instanceId: InstanceId,
        before: PreviousState?.Name,
        now: states.get(InstanceId ?? '') ?? CurrentState?.Name,
      })),
      columns: [
        { key: 'instanceId', title: 'id' },
        { key: 'before', title: 'before' },
        { key: 'now', title: 'now' },
      ],
      empty: '',
    },
    names: changes.map((one) => one.InstanceId ?? ''),
    notes: [...notes, ...outcome(ctx, instances, changes, verb), ...fill.notes, ...end.notes],
    ...end.exit,
  };
}

function outcome(
  ctx: CommandContext,
  instances: readonly Instance[],
  changes: readonly InstanceStateChange[],
  verb: Verb,
): readonly Note[] {
  const idle = new Set(
    changes.filter((one) => one.PreviousState?.Name === verb.already).map(({ InstanceId }) => InstanceId),
  );
  const [same, moved] = [true, false].map((is) =>
    instances.filter((one) => idle.has(one.InstanceId) === is).map(label),
  );
  return [
    ...(moved === undefined || moved.length === 0 ? [] : [done(ctx, verb.past, verb.infinitive, fewOf(moved))]),
    ...(same === undefined || same.length === 0
      ? []
      : [{ kind: 'done', text: `unchanged, ${verb.already} already: ${fewOf(same)}` } as const]),
  ];
}
