import type { OperationName } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { Engine } from './engine.ts';
import { Ids, type RandomHex } from './ids.ts';

/** Who called and where to, as far as a request says so. */
export interface Caller {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

export interface Answered {
  readonly output: object;
  readonly requestId: string;
}

/** The engine for callers that come and go: every call names its account and Region. */
export interface Service {
  /** The caller's account and Region, the sandbox's defaults where none is named. Whether the account exists is for the call. */
  scopeOf(caller: Caller): Scope;
  /** @throws Fault as AWS would, AccountNotFoundException for an account that is not in the sandbox; StoreError when the sandbox file cannot be used */
  call(operation: OperationName, input: object, scope: Scope): Promise<Answered>;
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
  return {
    scopeOf: (caller) => {
      const { account = usual.account, region = usual.region } = caller;
      if (account !== undefined && region !== undefined) return { account, region };
      return engine.ask(({ row }) => ({ account: account ?? row.defaultAccount, region: region ?? row.defaultRegion }));
    },
    call: (operation, input, scope) => engine.answer(operation, input, scope, true),
    requestId: () => ids.requestId(),
    flush: () => {
      engine.takeAlerts();
      engine.flush();
    },
  };
}
