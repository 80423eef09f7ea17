import type { Result } from '../../contract/result.ts';
import { instanceArn } from '../../validation/arns.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './declare-licence.ts';
import { allTasks, TASK_COLUMNS, taskRow } from './tasks.ts';

const STATUS = { 'in-progress': 'IN_PROGRESS', succeeded: 'SUCCEEDED', failed: 'FAILED' } as const;

export async function run({ instances: given, status }: ListArgs, ctx: CommandContext): Promise<Result> {
  const tasks = await allTasks(ctx, {
    ...(given === undefined || given.length === 0 ? {} : { arns: await arnsOf(ctx, given) }),
    ...(status === undefined ? {} : { status: STATUS[status] }),
  });
  return {
    value: { LicenseConversionTasks: tasks },
    view: { kind: 'list', rows: tasks.map(taskRow), columns: TASK_COLUMNS, empty: 'no conversions' },
    names: tasks.map((one) => one.LicenseConversionTaskId ?? ''),
  };
}

async function arnsOf(ctx: CommandContext, given: readonly string[]): Promise<readonly string[]> {
  const instances = await findInstances(ctx, given);
  const { scope } = await ctx.backend();
  return instances.map(({ InstanceId = '' }) => instanceArn(scope, InstanceId));
}
