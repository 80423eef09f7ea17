import type { OperationName, Output } from '../contract/operations.ts';
import { attempt, type Request } from './attempt.ts';
import { recordCall } from './record.ts';
import { loadWording, type Settled, type Wording, worded } from './refusal.ts';
import { type Database, withSynchronous } from './store/database.ts';
import type { Disk } from './store/disk.ts';
import type { Timeline } from './timeline.ts';

/** What came of a write that is committed. */
interface Committed<T> {
  readonly settled: Settled<T>;
  /** Whether something waits in the outbox. */
  readonly sends: boolean;
}

/** Writes: each in a transaction of its own, and on disk before it is answered. */
export class Writes {
  #wording: Wording | undefined;
  #disk: Disk | undefined;

  /** @param deliver sends what waits in the outbox */
  constructor(
    private readonly db: Database,
    private readonly timeline: Timeline,
    private readonly deliver: () => void,
  ) {}

  /** From now on, those who come over the wire wait for the disk together. */
  share(disk: Disk): void {
    this.close();
    this.#disk = disk;
  }

  /**
   * Runs a write.
   * @throws StoreError when the sandbox file cannot be used
   */
  async run<K extends OperationName>(request: Request<K>): Promise<Settled<Output<K>>> {
    const disk = request.known ? this.#disk : undefined;
    const once = () => this.#once(request);
    const committed = disk === undefined ? once() : withSynchronous(this.db, 'NORMAL', once);
    if (committed === undefined) {
      // Inside a transaction nothing may wait, so that one was undone; now the refusal can be worded and recorded in one.
      this.#wording = await loadWording();
      return this.run(request);
    }
    await disk?.settled();
    // After that: what left cannot be called back.
    if (committed.sends) this.deliver();
    return committed.settled;
  }

  /** Lets go of the disk. */
  close(): void {
    this.#disk?.close();
    this.#disk = undefined;
  }

  /** @returns nothing where a refusal needs the wording first; nothing was changed then */
  #once<K extends OperationName>(request: Request<K>): Committed<Output<K>> | undefined {
    const moment = this.timeline.beginWrite();
    try {
      const outcome = attempt(request, moment);
      const settled = outcome.ok ? outcome : this.#wording && worded(outcome, this.#wording);
      if (settled === undefined) return undefined;
      recordCall(moment.tx, settled.call);
      this.timeline.keep(moment);
      this.db.commit();
      const alerted = settled.call.alerts.length > 0 || !settled.ok || moment.applied.length > 0;
      return { settled, sends: alerted || request.operation.sends === true };
    } finally {
      this.db.rollback();
    }
  }
}
