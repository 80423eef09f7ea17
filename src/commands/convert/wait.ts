import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import { counted } from '../../validation/words.ts';
import { type Waited, waitFor } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import { allTasks } from './tasks.ts';

/**
 * Waits until none of the tasks is under way.
 * @param say told after each asking how many have ended
 */
export async function awaitTasks(
  ctx: CommandContext,
  ids: readonly string[],
  arns: readonly string[],
  say: (text: string) => void,
): Promise<{ readonly how: Waited; readonly tasks: readonly LicenseConversionTask[] }> {
  const wanted = new Set(ids);
  const look = async () =>
    (await allTasks(ctx, { arns })).filter((one) => wanted.has(one.LicenseConversionTaskId ?? ''));
  const { how, seen } = await waitFor(ctx, look, (tasks) => {
    const open = tasks.filter((one) => one.Status === 'IN_PROGRESS');
    if (open.length > 0) say(progressWords(tasks, open));
    return open.length === 0;
  });
  return { how, tasks: seen };
}

/** "converting 5 instances: 3 done, 1 failed". */
function progressWords(tasks: readonly LicenseConversionTask[], open: readonly LicenseConversionTask[]): string {
  const failed = tasks.filter((one) => one.Status === 'FAILED').length;
  const done = tasks.length - open.length - failed;
  const changed = open.filter((one) => one.LicenseConversionTime !== undefined).length;
  const parts = [`${done} done`, ...part(failed, 'failed'), ...part(changed, 'billed anew')];
  return `converting ${counted(tasks.length, 'instance')}: ${parts.join(', ')}`;
}

const part = (count: number, word: string): readonly string[] => (count === 0 ? [] : [`${count} ${word}`]);
