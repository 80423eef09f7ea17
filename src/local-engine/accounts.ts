import { Fault } from '../contract/fault.ts';
import type { Tx } from './store/store.ts';

/** What an account is known by. */
interface Account {
  readonly id: string;
  readonly name: string;
}

/**
 * The account with this id.
 * @throws Fault AccountNotFoundException that says which accounts there are, and how to add one
 */
export function requireAccount(tx: Tx, account: string): Account {
  const found = tx.sandbox.account(account);
  if (found !== undefined) return found;
  const known = tx.sandbox.accounts().map(({ id }) => id);
  throw new Fault({
    code: 'AccountNotFoundException',
    message: `account ${account} is not in this sandbox, which has ${known.join(', ')}. To add it: lm local account add ${account}`,
  });
}
