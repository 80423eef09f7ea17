import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Database } from './store/database.ts';
import { deliveredUpTo, type Message, waiting } from './store/tables/outbox.ts';

export type { Message } from './store/tables/outbox.ts';

/** Takes messages that left a committed transaction. It may be given one twice, and must then take it once, by its key. */
export interface Delivery {
  deliver(messages: readonly Message[]): void;
}

const OWNER_ONLY = 0o600;
const TAIL_BYTES = 65_536;

/**
 * Delivers what waits in the outbox, after COMMIT: a message is never sent for a change that was undone, and one that was
 * sent just before a crash is sent again with the same key.
 */
export function emptyOutbox(db: Database, delivery: Delivery): void {
  const messages = waiting(db);
  const last = messages.at(-1);
  if (last === undefined) return;
  delivery.deliver(messages);
  deliveredUpTo(db, last.key);
}

/** Alerts as lines of JSON in a file beside the sandbox, for whoever follows it (`tail -f`). */
export function alertFile(path: string): Delivery {
  return {
    deliver(messages) {
      const known = lastKeyIn(path);
      const fresh = messages.filter((message) => message.key > known);
      if (fresh.length > 0) appendFileSync(path, fresh.map(lineOf).join(''), { mode: OWNER_ONLY });
    },
  };
}

const lineOf = ({ key, at, subject, body }: Message): string =>
  `${JSON.stringify({ key, at: new Date(at).toISOString(), subject, ...bodyOf(body) })}\n`;

function bodyOf(body: string): object {
  const parsed: unknown = JSON.parse(body);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}

/** The key of the last line that was written whole; 0 where there is none. */
function lastKeyIn(path: string): number {
  if (!existsSync(path)) return 0;
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    // A line may be longer than what is read at first: a message of 256 KiB, more where JSON escapes its signs.
    for (let length = Math.min(size, TAIL_BYTES); ; length = Math.min(size, length * 4)) {
      const tail = Buffer.alloc(length);
      readSync(descriptor, tail, 0, length, size - length);
      // What stands before the first line end may be the rest of a line, and what stands after the last one was not written whole.
      const whole = tail
        .toString('utf8')
        .split('\n')
        .slice(length === size ? 0 : 1, -1);
      const key = whole.map((line) => /^\{"key":(\d+),.*\}$/.exec(line)?.[1]).findLast((found) => found !== undefined);
      if (key !== undefined) return Number(key);
      if (length === size) return 0;
    }
  } finally {
    closeSync(descriptor);
  }
}
