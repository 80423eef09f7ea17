import type { Instance } from '@aws-sdk/client-ec2';
import { EXIT, type ExitCode } from '../../contract/exit.ts';
import { Fault } from '../../contract/fault.ts';
import type { Note, Result, Row } from '../../contract/result.ts';
import { fewOf } from '../../validation/words.ts';
import { idsOf, label } from '../instance/changed.ts';
import { describedInstances, placeWords } from '../instance/rows.ts';
import type { CommandContext } from '../types.ts';
import { takeAlerts } from './alerts.ts';
import { done, FORMAT } from './done.ts';
import type { MoveArgs } from './move-options.ts';
import { type Move, moveRequest } from './move-request.ts';
import { findInstances } from './several.ts';
import { nameTag } from './tags.ts';

interface Kept {
  readonly instance: Instance;
  readonly fault: Fault;
}

/**
 * Moves machines one by one: a machine that is refused stays where it is, and the others go on.
 * @param line `lm instance move`, for the texts
 * @throws Fault where one machine was named, or where AWS refused all of them for no constraint's sake
 */
export async function moveInstances(line: string, args: MoveArgs, ctx: CommandContext): Promise<Result> {
  const move = await moveRequest(args, line, ctx);
  const instances = await findInstances(ctx, args.instances);
  const kept = await moveEach(instances, move, ctx);
  const stayed = new Set(kept.map(({ instance }) => instance.InstanceId));
  const moved = instances.filter((one) => !stayed.has(one.InstanceId));
  const now = await describedInstances(ctx, idsOf(instances));
  const { alerts, notes } = await takeAlerts(ctx);
  const failed = await Promise.all(kept.map(failure));
  return {
    value: { ...FORMAT, Instances: now, moved: idsOf(moved), failed: failed.map(({ data }) => data), alerts },
    view: {
      kind: 'list',
      rows: instances.map((was, at) => rowOf(was, now[at] ?? was, stayed.has(was.InstanceId))),
      columns: [
        { key: 'instanceId', title: 'id' },
        { key: 'name', title: 'name', optional: 1 },
        { key: 'before', title: 'before' },
        { key: 'now', title: ctx.dryRun ? 'then' : 'now' },
      ],
      empty: '',
    },
    names: idsOf(moved),
    notes: [...notes, ...failed.map(({ note }) => note), ...outcome(moved, now, alerts.length > 0, ctx)],
    ...exitOf(failed.map(({ exit }) => exit)),
  };
}

async function moveEach(instances: readonly Instance[], move: Move, ctx: CommandContext): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const instance of instances) {
    try {
      await ctx.call('ec2:ModifyInstancePlacement', { InstanceId: instance.InstanceId, ...move });
    } catch (fault) {
      if (!(fault instanceof Fault) || instances.length === 1) throw fault;
      kept.push({ instance, fault });
    }
  }
  const [first] = kept;
  const unexplained = kept.length === instances.length && kept.every(({ fault }) => fault.violations.length === 0);
  if (first !== undefined && unexplained) throw first.fault;
  return kept;
}

/** Why a machine stayed: as data, as a line with the way out, and the exit code of that refusal alone. */
async function failure({ instance, fault }: Kept) {
  const { describe, exitOf } = await import('../../validation/catalogue/index.ts');
  const findings = fault.violations.map(describe);
  const [first] = findings;
  const text =
    first === undefined
      ? `${label(instance)} stays: ${fault.message}`
      : `${label(instance)} stays: ${findings.map(({ id, message }) => `${id}: ${message}`).join('; ')}${fixOf(first.fix)}`;
  const note: Note = { kind: 'alert', text };
  const { code, message, violations } = fault;
  const exit: ExitCode = violations[0] === undefined ? EXIT.error : exitOf(violations[0]);
  return { exit, note, data: { InstanceId: instance.InstanceId, code, message, violations: findings } };
}

const fixOf = ([first]: readonly string[]): string => (first === undefined ? '' : `; to fix: ${first}`);

/** The exit code of the first machine that stayed; the others went all the same. */
const exitOf = ([first]: readonly ExitCode[]): Pick<Result, 'exit'> => (first === undefined ? {} : { exit: first });

const rowOf = (was: Instance, now: Instance, stays: boolean): Row => ({
  instanceId: was.InstanceId,
  name: nameTag(was.Tags),
  before: placeWords(was),
  now: stays ? 'stays' : placeWords(now),
});

function outcome(
  moved: readonly Instance[],
  now: readonly Instance[],
  warned: boolean,
  ctx: CommandContext,
): readonly Note[] {
  const after = new Map(now.map((one) => [one.InstanceId, one]));
  const same = moved.filter((was) => placementOf(was) === placementOf(after.get(was.InstanceId) ?? was));
  const changed = moved.filter((one) => !same.includes(one));
  const unchanged: readonly Note[] =
    same.length === 0 ? [] : [{ kind: 'done', text: `unchanged, placed so already: ${fewOf(same.map(label))}` }];
  const [first] = changed;
  if (first === undefined) return unchanged;
  const start = `lm instance start ${nameTag(first.Tags) ?? first.InstanceId}`;
  const text = warned
    ? `licences are judged at the start: ${start} --dry-run shows every reason`
    : `start it where it is now: ${start}`;
  return [done(ctx, 'moved', 'move', fewOf(changed.map(label))), ...unchanged, { kind: 'hint', text }];
}

/** Where a machine is placed, as one text to compare. */
const placementOf = ({ Placement: at }: Instance): string =>
  [at?.Tenancy, at?.Affinity, at?.HostId, at?.HostResourceGroupArn].join(' ');
