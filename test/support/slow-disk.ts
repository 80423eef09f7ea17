import type { Force } from '../../src/local-engine/store/disk.ts';

type Done = Parameters<Force>[1];

/** A disk that answers only when it is told to, each request in its turn. */
export function slowDisk() {
  const waiting: Done[] = [];
  const watchers: (() => void)[] = [];
  let asked = 0;
  const force: Force = (_, done) => {
    asked += 1;
    waiting.push(done);
    for (const look of watchers.splice(0)) look();
  };
  return {
    force,
    asked: () => asked,
    /** Waits until it has been asked so many times. */
    async untilAsked(times: number): Promise<void> {
      while (asked < times) await new Promise<void>((resolve) => watchers.push(resolve));
    },
    answer: (error: Error | null = null) => waiting.shift()?.(error),
  };
}

/** Lets whatever can go on without the disk go on. */
export async function nothingElseToDo(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
