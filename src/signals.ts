/** The part of node's `process` that hears signals. */
export interface Signals {
  once?(signal: Signal, listener: () => void): unknown;
  removeAllListeners?(signal: Signal): unknown;
}

export type Signal = 'SIGINT' | 'SIGTERM';

const SIGNALS: readonly Signal[] = ['SIGINT', 'SIGTERM'];

/** Waits for the first signal that asks the program to end; from then on, as Node does by itself, the next one kills. */
export function signalled(process: Signals): Promise<void> {
  const release = (): void => {
    for (const signal of SIGNALS) process.removeAllListeners?.(signal);
  };
  release();
  return new Promise((resolve) => {
    const end = (): void => {
      release();
      resolve();
    };
    for (const signal of SIGNALS) process.once?.(signal, end);
  });
}

/** Returns after so many milliseconds, or sooner when the promise is kept. */
export function pause(milliseconds: number, sooner: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    sooner.then(end, end);
  });
}
