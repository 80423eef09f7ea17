import type { Input } from '../../contract/operations.ts';
import { check } from '../../validation/catalogue/index.ts';
import type { Asking } from '../asking.ts';
import { broken, type Judged } from './judged.ts';
import { organizationOf } from './organization.ts';

type Switch = Input<'organizations:EnableAWSServiceAccess'>;

/** DisableAWSServiceAccess: by the management account. Which services there are is for AWS to say. */
export async function judgeDistrust(_input: object, asking: Asking): Promise<Judged> {
  const { account } = asking.scope;
  const organization = await organizationOf(asking);
  const needed = check('org-needed', { account, organization: organization?.Id });
  if (needed.length > 0) return broken(needed);
  const managementAccount = organization?.MasterAccountId ?? '';
  return broken(check('trusted-access-management-only', { account, managementAccount }));
}

/** EnableAWSServiceAccess: the same, of an organization with all features. */
export async function judgeTrust({ ServicePrincipal: principal = '' }: Switch, asking: Asking): Promise<Judged> {
  const before = await judgeDistrust({}, asking);
  if (before.violations.length > 0) return before;
  const { Id: organization = '', FeatureSet: features = '' } = (await organizationOf(asking)) ?? {};
  const missing = check('trusted-access-all-features', { organization, features });
  return broken(missing, missing.length > 0 ? [] : check('trusted-access-via-lm', { principal, linked: false }));
}
