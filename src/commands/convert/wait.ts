import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import type { CommandContext } from '../types.ts';
import { allTasks } from './tasks.ts';

export type Waited = 'ended' | 'timed-out' | 'stopped';

const BETWEEN = 10_000;
const TIMEOUT = 600_000;

/** Asks every ten seconds until none of the tasks is under way, the time is up, or a signal comes. */
export async function awaitTasks(
  ctx: CommandContext,
  ids: readonly string[],
  arns: readonly string[],
): Promise<{ readonly how: Waited; readonly tasks: readonly LicenseConversionTask[] }> {
  const wanted = new Set(ids);
  const until = ctx.now() + (ctx.wait.timeoutMs ?? TIMEOUT);
  const signal = { came: false };
  const stopped = ctx.stopped().then(() => {
    signal.came = true;
  });
  for (;;) {
    const tasks = (await allTasks(ctx, { arns })).filter((one) => wanted.has(one.LicenseConversionTaskId ?? ''));
    if (tasks.every((one) => one.Status !== 'IN_PROGRESS')) return { how: 'ended', tasks };
    if (ctx.now() >= until) return { how: 'timed-out', tasks };
    await ctx.pause(BETWEEN, stopped);
    if (signal.came) return { how: 'stopped', tasks };
  }
}
