import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from './errors.ts';

/** Forces what was written to a file to disk, and says when that is done. */
export type Force = (descriptor: number, done: (error: Error | null) => void) => void;

const ignore = (): void => undefined;
const turnIsOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Forces SQLite's write-ahead log to disk for everyone who committed to it at NORMAL and waits at the same time. One log has
 * all commits in their order, so one request to the disk does for all of them, and the program goes on meanwhile.
 */
export class Disk {
  readonly #log: number;
  /** The request that the disk works on; those who come now may have written after it began. */
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: StoreError | undefined;

  /**
   * @param file of an open database, whose log is there as long as it is open
   * @throws the system's error where there is no log that can be opened
   */
  constructor(
    private readonly file: string,
    private readonly force: Force = fdatasync,
  ) {
    this.#log = openSync(`${file}-wal`, 'r+');
    keepName(file);
  }

  /**
   * Resolves when all that was committed before is on disk.
   * @throws StoreError (io) where the disk did not take it; from then on, always
   */
  settled(): Promise<void> {
    this.#next ??= this.#after(this.#running);
    return this.#next;
  }

  /** Closes the log's descriptor once nobody uses it. SQLite has no lock on this file that would be lost with it. */
  close(): void {
    const last = this.#next ?? this.#running;
    last.catch(ignore).then(() => closeSync(this.#log));
  }

  async #after(running: Promise<void>): Promise<void> {
    await running.catch(ignore);
    // Whoever commits in this turn can still come along.
    await turnIsOver();
    this.#next = undefined;
    this.#running = this.#sync();
    return this.#running;
  }

  /** What a system forgot after it failed is not written by asking again, so nothing is promised any more. */
  #sync(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.force(this.#log, (error) => {
        if (error === null) return resolve();
        this.#failure = notForced(this.file, error);
        reject(this.#failure);
      });
    });
  }
}

function notForced(file: string, cause: Error): StoreError {
  const message =
    `The disk did not take what was written to the sandbox file ${file} (${cause.message}). The change was made, but a loss of power ` +
    'may undo it. Check the disk, then start the server again.';
  return new StoreError('io', message, { cause });
}

/** A new file can lose its name with the power, unless its folder is on disk; where folders cannot be forced, SQLite does without as well. */
function keepName(file: string): void {
  try {
    const folder = openSync(dirname(file), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows opens no folders.
  }
}
