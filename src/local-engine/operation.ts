import type { Violation } from '../contract/decision.ts';
import type { Input, OperationName, Output } from '../contract/operations.ts';
import type { Scope } from '../contract/ports.ts';
import type { World } from '../contract/world.ts';
import type { ConstraintId } from '../validation/catalogue/index.ts';
import type { Ids } from './ids.ts';
import type { ScopedStore, Tx } from './store/store.ts';

/** What an operation is given beside the transaction and its input; nothing else of the outside reaches it. */
export interface Context {
  readonly scope: Scope;
  /** The tables of the caller's account and Region. */
  readonly here: ScopedStore;
  /** The sandbox's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly ids: Ids;
  readonly world: World;
  /** Raises alerts; they are recorded with the call and shown to whoever made it. */
  alert(violations: readonly Violation[]): void;
}

/** One AWS operation on the embedded engine: guards in AWS's order, then the change, then the answer. */
export interface Operation<K extends OperationName> {
  readonly name: K;
  readonly access: 'read' | 'write';
  /** Whether it asks the World; only then is one made. */
  readonly decides?: true;
  /** Whether something leaves the sandbox when it succeeds, alerts aside. */
  readonly sends?: true;
  /** Every constraint it may refuse or alert with. */
  readonly constraints: readonly ConstraintId[];
  /** The member that makes a repeated call answer the same, where AWS has one. */
  token?(input: Input<K>): string | undefined;
  /** @throws Fault where a constraint refuses */
  run(tx: Tx, input: Input<K>, context: Context): Output<K>;
}

/** Gives an operation its types. */
export function operation<K extends OperationName>(definition: Operation<K>): Operation<K> {
  return definition;
}
