import { spawnSync } from 'node:child_process';

/** A program with its arguments and the environment it runs in. */
export interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * An environment without what would bend a measurement: extra certificates make every start of Node three times slower,
 * and a compile cache or options set by whoever runs this would flatter or burden one side.
 */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * Runs a command under this Node and measures the whole process.
 *
 * @returns milliseconds of wall time
 * @throws Error with what the command wrote, when it does not succeed
 */
export function time({ args, env }: Command): number {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return elapsed;
}

/** The middle of the values: the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * How many times longer `subject` takes than a bare `node -e 0`: the median over pairs that run one right after the
 * other, each order as often, so that a machine that is busy for a while slows both.
 */
export function ratioToBareNode(subject: Command, pairs: number): number {
  const bare: Command = { args: ['-e', '0'], env: plainEnvironment() };
  time(bare);
  time(subject);
  const ratios = Array.from({ length: pairs }, (_, pair) => {
    if (pair % 2 === 0) {
      const base = time(bare);
      return time(subject) / base;
    }
    const measured = time(subject);
    return measured / time(bare);
  });
  return median(ratios);
}
