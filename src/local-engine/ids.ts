/** Where an issuer starts: the last moment and counter it used, kept in the sandbox so ids rise across processes. */
export interface IdState {
  readonly time: number;
  readonly counter: number;
}

/** Random hexadecimal digits; tests pass a constant. */
export type RandomHex = (digits: number) => string;

const DIGITS = '0123456789abcdef';
/** How many digits one random number gives. */
const AT_ONCE = 8;

/** Ids need to differ, not to be secret, so the runtime's own generator will do; loading a cryptographic one costs start-up. */
export const systemRandom: RandomHex = (digits) => {
  let hex = '';
  while (hex.length < digits) {
    // Digit by digit, since a server makes an id for each answer: toString(16) takes four times as long.
    let left = Math.floor(Math.random() * 16 ** AT_ONCE);
    for (let digit = 0; digit < AT_ONCE; digit += 1) {
      hex += DIGITS.charAt(left & 15);
      left >>>= 4;
    }
  }
  return hex.slice(0, digits);
};

const COUNTER_LIMIT = 0x10000;
const LEAST_ACCOUNT = 100_000_000_000;
/** How many moments account ids of twelve digits tell apart. */
const TIMES_IN_ACCOUNTS = 13_000_000;

/**
 * Issues public ids that rise: eleven hexadecimal digits of time (milliseconds), four of a counter, then random ones. Every
 * index over them grows at its end, and a list by id is a list by age.
 */
export class Ids {
  #time: number;
  #counter: number;

  constructor(
    private readonly now: number,
    state: IdState,
    private readonly random: RandomHex,
  ) {
    this.#time = state.time;
    this.#counter = state.counter;
  }

  /** @param digits how many hexadecimal digits follow the prefix (17 for EC2, 32 for license configurations) */
  next(prefix: string, digits = 17): string {
    this.#step();
    const head = this.#time.toString(16).padStart(11, '0') + this.#counter.toString(16).padStart(4, '0');
    return `${prefix}-${head}${this.random(digits - head.length)}`;
  }

  /** Twelve digits for a new account; whether another one has them already is for the caller to see. */
  accountId(): string {
    this.#step();
    return String(LEAST_ACCOUNT + ((this.#time % TIMES_IN_ACCOUNTS) * COUNTER_LIMIT + this.#counter));
  }

  #step(): void {
    if (this.now > this.#time) {
      this.#time = this.now;
      this.#counter = 0;
    } else if (++this.#counter === COUNTER_LIMIT) {
      this.#time += 1;
      this.#counter = 0;
    }
  }

  /** An id in the form of a UUID, for what AWS names so: it rises as the others do. */
  uuid(): string {
    const hex = this.next('', 32).slice(1);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** A request id in AWS's form, a UUID. */
  requestId(): string {
    const hex = this.random(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  get state(): IdState {
    return { time: this.#time, counter: this.#counter };
  }
}
