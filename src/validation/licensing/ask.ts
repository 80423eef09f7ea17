import type { NotChecked } from '../../contract/decision.ts';
import type { Fact } from '../../contract/world.ts';

const REASONS: Readonly<Record<string, string>> = {
  denied: 'could not be read',
  'after-apply': 'is known only after apply',
  'not-exposed': 'is not published',
  pending: 'has not been read yet',
};

/**
 * Reads facts for one decision and remembers what could not be read, so that a verdict never rests on an assumption:
 * whatever stands in `open` makes it `unknown`.
 */
export class Asking {
  readonly open: NotChecked[] = [];

  /** @returns the value; undefined where it does not exist, or where it is not known (`open` then says so) */
  value<T>(fact: Fact<T>, what: string): T | undefined {
    if (fact.known) return fact.value;
    const why = REASONS[fact.why] ?? fact.why;
    this.open.push(fact.permission === undefined ? { what, why } : { what, why, permission: fact.permission });
    return undefined;
  }

  /** Whether something of the decision rests on a fact that is not known. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }
}
