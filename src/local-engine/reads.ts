import type { OperationName, Output } from '../contract/operations.ts';
import { type Attempt, attempt, type Request } from './attempt.ts';
import { type CallRecord, recordAgain, type Time } from './record.ts';
import { type Database, type Glance, withSynchronous } from './store/database.ts';
import type { Ground, Timeline } from './timeline.ts';

/** A read that was answered, and what its answer stands on. */
export interface Kept {
  readonly call: CallRecord;
  readonly ground: Ground;
}

/** What came of a read, and how to ask it again where that may spare the work. */
interface Read<K extends OperationName> {
  readonly outcome: Attempt<Output<K>>;
  readonly kept: Kept | undefined;
}

/** A call, and each time that it was made in a row. */
interface Repeated {
  readonly call: CallRecord;
  readonly times: Time[];
}

/** Reads: each in a transaction that takes no write lock, and on the trail only after the answer, since nobody waits for that. */
export class Reads {
  readonly #db: Database;
  readonly #timeline: Timeline;
  #untold: Repeated[] = [];

  constructor(database: Database, timeline: Timeline) {
    this.#db = database;
    this.#timeline = timeline;
  }

  /** Runs a read. Only whoever comes over the wire asks the same twice, so only for them it is looked what the answer stands on. */
  run<K extends OperationName>(request: Request<K>): Read<K> {
    return this.#timeline.reading((moment) => {
      const outcome = attempt(request, moment);
      const lasts = request.known && outcome.ok && outcome.lasting;
      return { outcome, kept: lasts ? { call: outcome.call, ground: this.#timeline.ground(moment) } : undefined };
    });
  }

  /**
   * Makes a read once more without looking anything up, if what it stood on still stands: nobody changed the file, and the
   * schedule has nothing to do.
   * @param glance at the file, for one of several reads that were all asked for before
   * @returns the request id of this time; nothing where the call must be made anew
   * @throws StoreError when the sandbox file cannot be used
   */
  again({ call, ground }: Kept, glance: Glance): string | undefined {
    const moment = this.#timeline.standing(ground, glance);
    if (moment === undefined) return undefined;
    const time = { at: moment.now, requestId: moment.ids.requestId() };
    const last = this.#untold.at(-1);
    if (last?.call === call) last.times.push(time);
    else this.#untold.push({ call, times: [time] });
    return time.requestId;
  }

  /** Keeps a read for the trail. */
  tell(call: CallRecord): void {
    this.#untold.push({ call, times: [call] });
  }

  /** Writes the trail so far. A loss of power may take it. */
  flush(): void {
    const untold = this.#untold;
    this.#untold = [];
    if (untold.length === 0) return;
    withSynchronous(this.#db, 'NORMAL', () =>
      this.#timeline.append((tx) => {
        for (const { call, times } of untold) recordAgain(tx, call, times);
      }),
    );
  }
}
