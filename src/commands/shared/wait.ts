import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

export type Waited = 'ended' | 'timed-out' | 'stopped';

/** How often AWS is asked, and for how long without --timeout; milliseconds. */
const BETWEEN = 10_000;
const TIMEOUT = 600_000;

/** Whether the line says --wait; a dry run has nothing to wait for. */
export const waits = ({ wait, dryRun }: Pick<CommandContext, 'wait' | 'dryRun'>): boolean => wait.wait && !dryRun;

/**
 * Looks every ten seconds until what AWS does in the background is over, the time is up (--timeout, else ten minutes), or a
 * signal comes. In a sandbox it is over when its clock, which follows the wall clock, has come so far.
 * @param look reads how far it is
 * @returns how the waiting ended, and what was seen last
 */
export async function waitFor<T>(
  ctx: CommandContext,
  look: () => Promise<T>,
  isOver: (seen: T) => boolean,
): Promise<{ readonly how: Waited; readonly seen: T }> {
  const until = ctx.now() + (ctx.wait.timeoutMs ?? TIMEOUT);
  const signal = { came: false };
  const stopped = ctx.stopped().then(() => {
    signal.came = true;
  });
  for (;;) {
    const seen = await look();
    if (isOver(seen)) return { how: 'ended', seen };
    if (ctx.now() >= until) return { how: 'timed-out', seen };
    await ctx.pause(BETWEEN, stopped);
    if (signal.came) return { how: 'stopped', seen };
  }
}

/** What is added to the result of a command that has waited, or could have. */
export interface Ending {
  readonly notes: readonly Note[];
  readonly exit: Pick<Result, 'exit'>;
}

/**
 * The lines and the exit code by how the waiting ended: 7 when the time was up, 130 after a signal. The work goes on then.
 * @param how undefined where nobody waited
 * @param work what goes on, "they join"
 * @param look the command that shows how far it is
 */
export function ending(
  { dryRun }: Pick<CommandContext, 'dryRun'>,
  how: Waited | undefined,
  work: string,
  look: string,
): Ending {
  if (how === 'ended' || dryRun) return { notes: [], exit: {} };
  if (how === undefined) {
    const text = `${work} in the background: ${look} shows it, --wait stays until then`;
    return { notes: [{ kind: 'hint', text }], exit: {} };
  }
  return {
    notes: [{ kind: 'hint', text: `${work} all the same: ${look} shows it` }],
    exit: { exit: how === 'stopped' ? EXIT.cancelled : EXIT.timedOut },
  };
}
