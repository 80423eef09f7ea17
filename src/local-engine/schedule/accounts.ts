import { join } from '../ledger/membership.ts';
import type { Tx } from '../store/store.ts';
import type { AccountRequestRow } from '../store/tables/account-requests.ts';
import type { Applied } from './index.ts';

/** Makes the accounts that organizations asked for, each at its moment. An address that another account has ends a request. */
export function accountsDue(tx: Tx, now: number): readonly Applied[] {
  return tx.organizations.requests.due(now).map((request) => made(tx, request, request.dueAt ?? now));
}

function made(tx: Tx, { key, organizationKey, account, name, email }: AccountRequestRow, at: number): Applied {
  const organization = tx.organizations.byKey(organizationKey);
  if (account === undefined || organization === undefined)
    throw new TypeError('a request without account or organization');
  if (tx.sandbox.accountByEmail(email) !== undefined) {
    tx.organizations.requests.complete(key, at, 'EMAIL_ALREADY_EXISTS');
    return { at, what: `account ${name} was not made: another account has the address ${email}` };
  }
  tx.sandbox.addAccount({ id: account, name }, at, email);
  join(tx, organization, { account, joinedMethod: 'CREATED', joinedAt: at });
  tx.organizations.requests.complete(key, at);
  return { at, what: `account ${account} (${name}) made in organization ${organization.id}` };
}
