import type { Account, EnabledServicePrincipal, Organization } from '@aws-sdk/client-organizations';
import type { OrganizationCopy } from '../../../contract/copy.ts';
import { Fault } from '../../../contract/fault.ts';
import type { Call, Scope } from '../../../contract/ports.ts';
import { everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/**
 * The organization that the account is in. Its management account sees every account and unit, another one only that there
 * is an organization and who manages it.
 */
export async function readOrganization(reader: Reader, { account }: Scope): Promise<OrganizationCopy | undefined> {
  const organization = await reader.read('the organization', 'organizations:DescribeOrganization', organizationOf);
  if (organization === undefined) return undefined;
  if (organization.MasterAccountId !== account) return { organization, units: [], accounts: [] };
  const [tree, services] = await Promise.all([readTree(reader), readServices(reader)]);
  return { organization, ...tree, ...(services === undefined ? {} : { services }) };
}

async function organizationOf(call: Call): Promise<Organization | undefined> {
  try {
    return (await call('organizations:DescribeOrganization', {})).Organization;
  } catch (error) {
    if (error instanceof Fault && error.code === 'AWSOrganizationsNotInUseException') return undefined;
    throw error;
  }
}

type Tree = Pick<OrganizationCopy, 'rootId' | 'units' | 'accounts'>;

/** Every unit below the root, and the accounts in each. */
async function readTree(reader: Reader): Promise<Tree> {
  const roots = await reader.read('the root of the organization', 'organizations:ListRoots', (call) =>
    call('organizations:ListRoots', {}),
  );
  const rootId = roots?.Roots?.[0]?.Id;
  if (rootId === undefined) return { units: [], accounts: [] };
  const units: { readonly id: string; readonly parentId: string }[] = [];
  const accounts: { readonly account: Account; readonly parentId: string }[] = [];
  for (const open = [rootId]; open.length > 0; ) {
    const parentId = open.shift() ?? '';
    const [inside, members] = await Promise.all([unitsIn(reader, parentId), accountsIn(reader, parentId)]);
    for (const id of inside) units.push({ id, parentId });
    for (const account of members) accounts.push({ account, parentId });
    open.push(...inside);
  }
  const joined = ({ account }: { readonly account: Account }): number => account.JoinedTimestamp?.getTime() ?? 0;
  return { rootId, units, accounts: accounts.sort((a, b) => joined(a) - joined(b)) };
}

async function unitsIn(reader: Reader, ParentId: string): Promise<readonly string[]> {
  const operation = 'organizations:ListChildren';
  const children = await reader.read('organizational units', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { ParentId, ChildType: 'ORGANIZATIONAL_UNIT', NextToken });
      return { rows: page.Children ?? [], next: page.NextToken };
    }),
  );
  return (children ?? []).flatMap(({ Id }) => Id ?? []);
}

async function accountsIn(reader: Reader, ParentId: string): Promise<readonly Account[]> {
  const operation = 'organizations:ListAccountsForParent';
  const accounts = await reader.read('accounts of the organization', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { ParentId, NextToken });
      return { rows: page.Accounts ?? [], next: page.NextToken };
    }),
  );
  return accounts ?? [];
}

function readServices(reader: Reader): Promise<readonly EnabledServicePrincipal[] | undefined> {
  const operation = 'organizations:ListAWSServiceAccessForOrganization';
  return reader.read('services that the organization trusts', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { NextToken });
      return { rows: page.EnabledServicePrincipals ?? [], next: page.NextToken };
    }),
  );
}
