import type { Organization } from '@aws-sdk/client-organizations';
import type { Result } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { allAccounts, allServices, organizationOf } from './read.ts';
import { ACCOUNT_COLUMNS, accountRow, SERVICE_COLUMNS, serviceRow } from './rows.ts';

/** The organization; what only its management account may see is left out for others. */
export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const organization = await organizationOf(ctx);
  const { MasterAccountId: manager } = organization;
  // Only what answers the question is asked: members may not list the accounts.
  const { scope } = await ctx.backend();
  const manages = scope.account === manager;
  const [accounts, services] = manages ? [await allAccounts(ctx), await allServices(ctx)] : [[], []];
  const sections = [
    {
      title: 'accounts',
      rows: accounts.map((account) => accountRow(account, manager)),
      columns: ACCOUNT_COLUMNS,
    },
    { title: 'trusted services', rows: services.map(serviceRow), columns: SERVICE_COLUMNS },
  ].filter(({ rows }) => rows.length > 0);
  return {
    value: { ...FORMAT, Organization: organization, Accounts: accounts, EnabledServicePrincipals: services },
    view: { kind: 'record', fields: fieldsOf(organization, manages), sections },
    names: [organization.Id ?? ''],
  };
}

const fieldsOf = (
  { Id, FeatureSet, MasterAccountId, MasterAccountEmail }: Organization,
  manages: boolean,
): readonly (readonly [string, unknown])[] => [
  ['organization', Id],
  ['features', FeatureSet === 'ALL' ? 'all' : 'consolidated billing only'],
  ['managed by', `${MasterAccountId}${manages ? ' (this account)' : ''}`],
  ['email', MasterAccountEmail],
];
