import type { Unread } from '../../../contract/copy.ts';
import { Fault } from '../../../contract/fault.ts';
import type { OperationName } from '../../../contract/operations.ts';
import type { Call } from '../../../contract/ports.ts';
import { isDenied, missingPermission } from '../../../validation/denied.ts';

/** Reads an account and writes down what the caller may not read, so that every missing permission is named at once. */
export class Reader {
  readonly #unread: Unread[] = [];

  constructor(readonly call: Call) {}

  get unread(): readonly Unread[] {
    return this.#unread;
  }

  /**
   * One thing of the account.
   * @param what for a person: "usage of win-dc"
   * @returns undefined where it may not be read
   * @throws Fault for every other failure: half of an account is no copy
   */
  async read<T>(what: string, operation: OperationName, how: (call: Call) => Promise<T>): Promise<T | undefined> {
    try {
      return await how(this.call);
    } catch (error) {
      if (!(error instanceof Fault) || !isDenied(error)) throw error;
      this.#unread.push({ what, permission: missingPermission(error, operation) });
      return undefined;
    }
  }
}
