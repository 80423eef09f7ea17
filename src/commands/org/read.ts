import type { Account, Handshake, Organization } from '@aws-sdk/client-organizations';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

type Caller = Pick<CommandContext, 'call'>;

/** The organization of the account. @throws Fault AWSOrganizationsNotInUseException where it is in none */
export async function organizationOf({ call }: Caller): Promise<Organization> {
  const { Organization: found = {} } = await call('organizations:DescribeOrganization', {});
  return found;
}

/** Every account of the organization; only the management account may ask. */
export const allAccounts = ({ call }: Caller): Promise<readonly Account[]> =>
  everyPage(async (NextToken) => {
    const page = await call('organizations:ListAccounts', { NextToken });
    return { rows: page.Accounts ?? [], next: page.NextToken };
  });

export const allHandshakes = ({ call }: Caller): Promise<readonly Handshake[]> =>
  everyPage(async (NextToken) => {
    const page = await call('organizations:ListHandshakesForOrganization', { NextToken });
    return { rows: page.Handshakes ?? [], next: page.NextToken };
  });

export const allServices = ({ call }: Caller) =>
  everyPage(async (NextToken) => {
    const page = await call('organizations:ListAWSServiceAccessForOrganization', { NextToken });
    return { rows: page.EnabledServicePrincipals ?? [], next: page.NextToken };
  });
