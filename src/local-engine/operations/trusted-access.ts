import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { Organization } from '../store/tables/organizations.ts';
import { mine } from './organization.ts';

/** The constraints of `switching`. */
export const SWITCHING = ['org-needed', 'trusted-access-management-only', 'trusted-access-principal'] as const;

/** The organization whose trust the caller may switch. @throws Refused */
export function switching(tx: Tx, context: Context, principal: string): Organization {
  const organization = mine(tx, context);
  const { managementAccount } = organization;
  guard(
    check('trusted-access-management-only', { account: context.scope.account, managementAccount }),
    check('trusted-access-principal', { principal }),
  );
  return organization;
}
