import type { Io } from '../io.ts';

/** Shows that work goes on, on a terminal only; a pipe sees nothing of it. The package loads only where it is seen. */
export async function spinning<T>(io: Io, quiet: boolean, text: string, work: () => Promise<T>): Promise<T> {
  if (quiet || !io.tty.stderr) return work();
  const { default: ora } = await import('ora');
  const spinner = ora({ text, stream: io.streams.stderr, isSilent: false, discardStdin: false }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
