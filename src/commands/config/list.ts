import type { Filter } from '@aws-sdk/client-license-manager';
import type { Column, Result } from '../../contract/result.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './declare-everyday.ts';
import { leftOf, limitWords } from './limit.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'name' },
  { key: 'counts', title: 'counts' },
  { key: 'used', title: 'used' },
  { key: 'limit', title: 'limit', align: 'right' },
  { key: 'left', title: 'left' },
  { key: 'status', title: 'status', optional: 1 },
  { key: 'id', title: 'id', optional: 2 },
];

/** Every license configuration of the account and Region that passes the filters (ListLicenseConfigurations). */
export async function run(args: ListArgs, ctx: CommandContext): Promise<Result> {
  const Filters = filtersOf(args);
  const all = await everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListLicenseConfigurations', { NextToken, Filters });
    return { rows: page.LicenseConfigurations ?? [], next: page.NextToken };
  });
  const rows = all.map((one) => ({
    name: one.Name,
    counts: one.LicenseCountingType,
    used: one.ConsumedLicenses,
    limit: limitWords(one),
    left: leftOf(one),
    status: one.Status,
    id: one.LicenseConfigurationId,
  }));
  return {
    value: { LicenseConfigurations: all },
    // Whose account it is must be asked for on AWS; data, and a list that is not empty, do without.
    view: async () => {
      const empty = rows.length > 0 ? '' : await emptyWords(ctx, Filters.length > 0);
      return { kind: 'list', rows, columns: COLUMNS, empty };
    },
    names: all.map(({ Name = '' }) => Name),
  };
}

/** AWS's own filters, each with one value. */
function filtersOf({ type, hard, overLimit }: ListArgs): Filter[] {
  return [
    ...(type === undefined ? [] : [{ Name: 'licenseCountingType', Values: [type] }]),
    ...(hard === undefined ? [] : [{ Name: 'enforceLicenseCount', Values: [String(hard)] }]),
    ...(overLimit === undefined ? [] : [{ Name: 'usagelimitExceeded', Values: [String(overLimit)] }]),
  ];
}

async function emptyWords(ctx: CommandContext, filtered: boolean): Promise<string> {
  const { account, region } = (await ctx.backend()).scope;
  const place = `in account ${account}, ${region}`;
  return filtered
    ? `no license configuration ${place} is like that; lm config list shows all`
    : `no license configurations ${place}; make one with lm config create`;
}
