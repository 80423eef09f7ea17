import type { Role } from '@aws-sdk/client-iam';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { type ServiceRole, serviceRole } from '../../validation/service-roles.ts';
import type { Tx } from '../store/store.ts';

/** A role of the account that is there. @throws Refused (slr-role-not-found) */
export function presentRole(tx: Tx, account: string, name: string): ServiceRole {
  const role = serviceRole(name);
  const present = role !== undefined && tx.roles.has(account, role.name);
  guard(check('slr-role-not-found', { role: name, present }));
  if (role === undefined) throw new TypeError('slr-role-not-found refuses a role that nobody knows');
  return role;
}

/** A role as IAM shows it; its trust policy is written as in a URL, as IAM sends it. */
export function roleAnswer(tx: Tx, account: string, { name, principal, mark }: ServiceRole): Role {
  const Path = `/aws-service-role/${principal}/`;
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }],
  };
  return {
    Path,
    RoleName: name,
    RoleId: `AROA${account}${mark}`,
    Arn: `arn:aws:iam::${account}:role${Path}${name}`,
    CreateDate: new Date(tx.roles.since(account, name)),
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
    MaxSessionDuration: 3600,
  };
}
