import type { Io } from '../io.ts';

/** Says how far the work has come, in place of what was said before. */
export type Say = (text: string) => void;

/** Shows that work goes on, on a terminal only; a pipe sees nothing of it. The package loads only where it is seen. */
export async function spinning<T>(io: Io, quiet: boolean, text: string, work: (say: Say) => Promise<T>): Promise<T> {
  if (quiet || !io.tty.stderr) return work(() => undefined);
  const { default: ora } = await import('ora');
  const spinner = ora({ text, stream: io.streams.stderr, isSilent: false, discardStdin: false }).start();
  try {
    return await work((now) => {
      spinner.text = now;
    });
  } finally {
    spinner.stop();
  }
}
