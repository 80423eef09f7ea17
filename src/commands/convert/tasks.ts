import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import type { Column, Row } from '../../contract/result.ts';
import { licensingWords } from '../../validation/conversion.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

interface Which {
  /** Of these instances, by ARN; without it, of all. */
  readonly arns?: readonly string[];
  readonly status?: string;
}

/** Conversion tasks, oldest first. */
export function allTasks(ctx: Pick<CommandContext, 'call'>, { arns, status }: Which) {
  const Filters = [
    ...(arns === undefined ? [] : [{ Name: 'ResourceArns', Values: [...arns] }]),
    ...(status === undefined ? [] : [{ Name: 'Status', Values: [status] }]),
  ];
  return everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListLicenseConversionTasks', { Filters, NextToken });
    return { rows: page.LicenseConversionTasks ?? [], next: page.NextToken };
  });
}

export const instanceIdOf = ({ ResourceArn = '' }: LicenseConversionTask): string => ResourceArn.replace(/^.*\//, '');

export const taskRow = (task: LicenseConversionTask): Row => ({
  task: task.LicenseConversionTaskId,
  instance: instanceIdOf(task),
  from: licensingWords(task.SourceLicenseContext?.UsageOperation ?? ''),
  to: licensingWords(task.DestinationLicenseContext?.UsageOperation ?? ''),
  status: task.Status,
  began: task.StartTime,
});

export const TASK_COLUMNS: readonly Column[] = [
  { key: 'task', title: 'task' },
  { key: 'instance', title: 'instance' },
  { key: 'from', title: 'from' },
  { key: 'to', title: 'to' },
  { key: 'status', title: 'status' },
  { key: 'began', title: 'began', optional: 1 },
];
