import type { OperationName } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { Engine, Kept } from './engine.ts';
import { Ids, type RandomHex } from './ids.ts';
import type { Glance } from './store/database.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';

export type { Kept } from './engine.ts';
export type { Glance } from './store/database.ts';

/** Who called and where to, as far as a request says so. */
export interface Caller {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

export interface Answered {
  readonly output: object;
  readonly requestId: string;
  /** For asking the same again; absent where the answer may differ the next time though nothing changes. */
  readonly kept?: Kept;
}

/** The engine for callers that come and go: every call says whose it is. */
export interface Service {
  /** The caller's account and Region, the sandbox's defaults where none is named. Whether the account exists is for the call. */
  scopeOf(caller: Caller): Scope;
  /** @throws Fault as AWS would, AccountNotFoundException for an account that is not in the sandbox; StoreError when the sandbox file cannot be used */
  call(operation: OperationName, input: object, caller: Caller): Promise<Answered>;
  /**
   * The same call by the same caller once more, which costs next to nothing.
   * @param glance at the sandbox, for one of several calls that were all asked for before
   * @returns the request id of this time: the answer is the same. Nothing where something changed, and `call` must be asked
   * @throws StoreError when the sandbox file cannot be used
   */
  again(kept: Kept, glance?: Glance): string | undefined;
  /** One look at whether the sandbox changed, for as many calls as were asked for before the first of them is answered. */
  glance(): Glance;
  /** A request id for an answer that no call made. */
  requestId(): string;
  /** Writes the events of reads so far, and forgets alerts, which the wire does not carry. */
  flush(): void;
}

/**
 * Binds the service to an engine; calls on it run one at a time, since a transaction never waits for anything.
 * @param usual the account and Region of callers that name none, where they are not the sandbox's own defaults
 */
export function engineService(engine: Engine, random: RandomHex, usual: Partial<Caller> = {}): Service {
  const ids = new Ids(0, { time: 0, counter: 0 }, random);
  const within = (caller: Caller, row: SandboxRow): Scope => ({
    account: caller.account ?? usual.account ?? row.defaultAccount,
    region: caller.region ?? usual.region ?? row.defaultRegion,
  });
  const scopeOf = (caller: Caller): Scope => {
    const { account = usual.account, region = usual.region } = caller;
    if (account !== undefined && region !== undefined) return { account, region };
    return engine.ask(({ row }) => within(caller, row));
  };
  return {
    scopeOf,
    call: async (operation, input, caller) => {
      const scope = scopeOf(caller);
      const { kept, ...answer } = await engine.answer(operation, input, scope, true);
      // The sandbox's defaults may have changed between the two transactions: then this is not what the caller gets next.
      const lasts = kept !== undefined && isSame(scope, within(caller, kept.ground.row));
      return lasts ? { ...answer, kept } : answer;
    },
    again: (kept, glance) => engine.again(kept, glance),
    glance: () => engine.glance(),
    requestId: () => ids.requestId(),
    flush: () => {
      engine.takeAlerts();
      engine.flush();
    },
  };
}

const isSame = (one: Scope, other: Scope): boolean => one.account === other.account && one.region === other.region;
