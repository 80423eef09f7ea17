import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { check, describe } from '../../validation/catalogue/index.ts';
import { activationOf, licensingWords } from '../../validation/conversion.ts';
import { guardIn } from '../../validation/refuse.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './declare-licence.ts';
import { allTasks, instanceIdOf } from './tasks.ts';

/** A whole id is asked for alone; a beginning, or nothing, means one of those there are. @throws Fault convert-task-not-found */
export async function run({ task: given, exitCode }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const task = await taskOf(given, ctx);
  const { source, destination } = codesOf(task);
  const failed = task.Status === 'FAILED';
  return {
    value: task,
    view: {
      kind: 'record',
      fields: [
        ['task', task.LicenseConversionTaskId],
        ['instance', instanceIdOf(task)],
        ['from', `${source} (${licensingWords(source)})`],
        ['to', `${destination} (${licensingWords(destination)})`],
        ['status', task.Status],
        ...(task.StatusMessage ? [['message', task.StatusMessage] as const] : []),
        ['began', task.StartTime],
        ['billing changed', task.LicenseConversionTime ?? 'not yet'],
        ['ended', task.EndTime ?? 'not yet'],
      ],
    },
    names: [task.LicenseConversionTaskId ?? ''],
    notes: notesOf(task),
    ...(failed && exitCode ? { exit: EXIT.conflict } : {}),
  };
}

async function taskOf(given: string | undefined, ctx: CommandContext): Promise<LicenseConversionTask> {
  if (given !== undefined && /^lct-[a-zA-Z0-9]{17,}$/.test(given))
    return ctx.call('license-manager:GetLicenseConversionTask', { LicenseConversionTaskId: given });
  const found = (await allTasks(ctx, {})).findLast((one) => one.LicenseConversionTaskId?.startsWith(given ?? ''));
  guardIn(
    'license-manager:GetLicenseConversionTask',
    check('convert-task-not-found', { taskId: given, found: found !== undefined }),
  );
  return found ?? {};
}

const codesOf = (task: LicenseConversionTask) => ({
  source: task.SourceLicenseContext?.UsageOperation ?? '',
  destination: task.DestinationLicenseContext?.UsageOperation ?? '',
});

/** What is left to do by hand. */
export function notesOf(task: LicenseConversionTask): readonly Note[] {
  const { source, destination } = codesOf(task);
  const activation = activationOf(source, destination);
  const switched = task.LicenseConversionTime !== undefined;
  const broken = check('convert-partial-kms', {
    instance: instanceIdOf(task),
    taskId: task.LicenseConversionTaskId ?? '',
    destination,
    switched,
    activated: !(activation === 'automatic' && task.Status === 'FAILED'),
  }).map(describe);
  return [
    ...broken.flatMap(({ message, fix }): readonly Note[] => [
      { kind: 'alert', text: message },
      ...fix.map((text) => ({ kind: 'hint', text }) as const),
    ]),
    ...(activation === 'by-hand' && task.Status === 'SUCCEEDED'
      ? [
          {
            kind: 'hint',
            text: 'point Windows at your own KMS server: slmgr.vbs /skms ADDRESS, then slmgr.vbs /ato',
          } as const,
        ]
      : []),
  ];
}
