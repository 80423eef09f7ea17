import type { Instance } from '@aws-sdk/client-ec2';
import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import { EXIT, type ExitCode } from '../../contract/exit.ts';
import { Fault } from '../../contract/fault.ts';
import type { Note, Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { instanceArn } from '../../validation/arns.ts';
import { check, exitOf } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/refuse.ts';
import { counted, fewOf } from '../../validation/words.ts';
import { done, FORMAT } from '../shared/done.ts';
import { allInstances } from '../shared/lists.ts';
import { type Waited, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import type { ApplyArgs } from './declare-licence.ts';
import { type Planned, readPlan } from './plan-file.ts';
import { labelsOf, requestFor, restsOnOf } from './plan-item.ts';
import { notesOf } from './show.ts';
import { allTasks } from './tasks.ts';
import { awaitTasks } from './wait.ts';

interface Outcome {
  readonly planned: Planned;
  readonly taskId?: string;
  readonly fault?: Fault;
  /** Converted before, or never to be. */
  readonly skipped?: string;
}

/**
 * Begins what the plan converts, one after the other; a refusal of one does not hinder the next.
 * @throws Fault convert-plan-stale when an instance is not as it was, before anything is begun; UsageError for no plan
 */
export async function run({ file }: ApplyArgs, ctx: CommandContext): Promise<Result> {
  const plan = readPlan(await ctx.readText(file), file === '-' ? 'standard input' : file);
  const { scope } = await ctx.backend();
  if (plan.account !== scope.account || plan.region !== scope.region)
    throw new UsageError(
      `the plan is for account ${plan.account}, ${plan.region}, and this is ${scope.account}, ${scope.region}`,
      `add --region ${plan.region}, or choose the account of the plan`,
    );
  const ids = plan.instances.map(({ instanceId }) => instanceId);
  const arnOf = (id: string): string => instanceArn(scope, id);
  const present = await allInstances(ctx, [{ Name: 'instance-id', Values: ids }]);
  const running = await allTasks(ctx, { arns: ids.map(arnOf), status: 'IN_PROGRESS' });
  const now = new Map(present.map((one) => [one.InstanceId ?? '', one]));
  const taskOf = (one: Planned) => running.find((task) => isFor(task, one, arnOf(one.instanceId)));
  const open = plan.instances.filter((one) => taskOf(one) === undefined && !isDone(one, now.get(one.instanceId)));
  guard(check('convert-plan-stale', { changes: open.flatMap((one) => changesOf(one, now.get(one.instanceId))) }));
  const outcomes: Outcome[] = [];
  for (const planned of plan.instances) {
    const taskId = taskOf(planned)?.LicenseConversionTaskId;
    outcomes.push(
      taskId === undefined ? await begin(planned, open.includes(planned), arnOf, ctx) : { planned, taskId },
    );
  }
  return finish(outcomes, ids.map(arnOf), file, ctx);
}

const isFor = (task: LicenseConversionTask, { from, to }: Planned, arn: string): boolean =>
  task.ResourceArn === arn &&
  task.SourceLicenseContext?.UsageOperation === from &&
  task.DestinationLicenseContext?.UsageOperation === to;

/** What is billed as it shall be needs no conversion any more, whatever else has become of it. */
const isDone = ({ to }: Planned, now: Instance | undefined): boolean => to !== '' && now?.UsageOperation === to;

/** In words, what of a machine is not as the plan found it. */
function changesOf({ name, restsOn }: Planned, now: Instance | undefined): readonly string[] {
  if (now === undefined) return [`${name} is gone`];
  const found: Readonly<Record<string, unknown>> = { ...restsOnOf(now) };
  return Object.entries(restsOn).flatMap(([member, was]) =>
    found[member] === was ? [] : [`${name}: ${member} was ${was}, is ${found[member]}`],
  );
}

async function begin(
  planned: Planned,
  open: boolean,
  arnOf: (id: string) => string,
  ctx: CommandContext,
): Promise<Outcome> {
  const { instanceId, from, to, action } = planned;
  if (!open) return { planned, skipped: 'is converted already' };
  if (action !== 'convert' && action !== 'unknown') return { planned, skipped: `is ${action} in the plan` };
  try {
    const operation = 'license-manager:CreateLicenseConversionTaskForResource';
    const answer = await ctx.call(operation, requestFor(arnOf(instanceId), from, to));
    return { planned, taskId: answer.LicenseConversionTaskId ?? '' };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { planned, fault };
  }
}

async function finish(
  outcomes: readonly Outcome[],
  arns: readonly string[],
  file: string,
  ctx: CommandContext,
): Promise<Result> {
  const ids = outcomes.flatMap(({ taskId }) => taskId ?? []);
  const waited =
    waits(ctx) && ids.length > 0
      ? await ctx.progress(`converting ${counted(ids.length, 'instance')}`, (say) => awaitTasks(ctx, ids, arns, say))
      : undefined;
  const tasks = waited?.tasks ?? [];
  const byId = new Map(tasks.map((task) => [task.LicenseConversionTaskId, task]));
  const labels = labelsOf(outcomes.map(({ planned }) => planned));
  const shown = outcomes.map(({ planned, taskId, fault, skipped }) => {
    const task = taskId === undefined ? undefined : byId.get(taskId);
    const status = task?.Status ?? (taskId === undefined ? (skipped ?? 'refused') : 'IN_PROGRESS');
    const message = task?.StatusMessage ?? fault?.message ?? null;
    return { instanceId: planned.instanceId, name: planned.name, taskId: taskId ?? null, status, message };
  });
  return {
    value: { ...FORMAT, conversions: shown },
    view: {
      kind: 'list',
      rows: shown.map(({ instanceId, ...row }) => ({ ...row, name: labels.get(instanceId) })),
      columns: [
        { key: 'name', title: 'instance' },
        { key: 'taskId', title: 'task' },
        { key: 'status', title: 'status' },
        { key: 'message', title: 'message' },
      ],
      empty: 'the plan names no instances',
    },
    names: ids,
    notes: [
      ...summary(ctx, outcomes, labels),
      ...shown.flatMap((one) => troubleOf(one, labels)),
      ...tasks.flatMap(notesOf),
      ...(ids.length === 0 ? [] : ending(waited?.how, file)),
    ],
    exit: exitOfAll(outcomes, tasks, waited?.how),
  };
}

type Labels = ReadonlyMap<string, string>;

/** A table may cut a message off, so it is said whole as well. */
const troubleOf = (
  { instanceId, message }: { readonly instanceId: string; readonly message: string | null },
  labels: Labels,
): readonly Note[] => (message === null ? [] : [{ kind: 'alert', text: `${labels.get(instanceId)}: ${message}` }]);

function summary(ctx: CommandContext, outcomes: readonly Outcome[], labels: Labels): readonly Note[] {
  const named = ({ planned: { instanceId } }: Outcome): string => labels.get(instanceId) ?? instanceId;
  const begun = outcomes.filter(({ taskId }) => taskId !== undefined).map(named);
  const refused = outcomes.filter(({ fault }) => fault !== undefined).map(named);
  return [
    ...(begun.length > 0 ? [done(ctx, 'converting', 'convert', fewOf(begun))] : []),
    ...(refused.length > 0 ? [{ kind: 'alert', text: `refused: ${fewOf(refused)}` } as const] : []),
  ];
}

function ending(how: Waited | undefined, file: string): readonly Note[] {
  if (how === 'timed-out' || how === 'stopped')
    return [
      { kind: 'hint', text: 'the conversions go on: lm convert list --status in-progress shows them' },
      {
        kind: 'hint',
        text: `to wait again, apply the same plan: lm convert apply ${file === '-' ? 'FILE' : file} --wait`,
      },
    ];
  return how === undefined
    ? [{ kind: 'hint', text: 'lm convert list shows how they go; --wait stays until they have ended' }]
    : [];
}

function exitOfAll(
  outcomes: readonly Outcome[],
  tasks: readonly LicenseConversionTask[],
  how: Waited | undefined,
): ExitCode {
  if (tasks.some((task) => task.Status === 'FAILED')) return EXIT.conflict;
  for (const { fault } of outcomes) {
    const [violation] = fault?.violations ?? [];
    if (fault !== undefined) return violation === undefined ? EXIT.error : exitOf(violation);
  }
  if (outcomes.some(({ skipped, planned }) => skipped !== undefined && planned.action === 'blocked'))
    return EXIT.refused;
  if (how === 'timed-out') return EXIT.timedOut;
  return how === 'stopped' ? EXIT.cancelled : EXIT.done;
}
