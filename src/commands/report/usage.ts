import type { LicenseConfiguration, LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import type { Column, Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { UsageArgs } from './manifest.ts';
import { configurationsOf } from './terms.ts';

const COLUMNS: readonly Column[] = [
  { key: 'config', title: 'config' },
  { key: 'resource', title: 'resource' },
  { key: 'type', title: 'type' },
  { key: 'status', title: 'status' },
  { key: 'owner', title: 'owner', optional: 1 },
  { key: 'consumed', title: 'consumed' },
  { key: 'since', title: 'since', optional: 2 },
];

type UsageRow = LicenseConfigurationUsage & Pick<LicenseConfiguration, 'LicenseConfigurationArn' | 'Name'>;

/** @throws Fault name-not-found or name-ambiguous; config-data-ownership for a configuration of another account */
export async function run({ configs }: UsageArgs, ctx: CommandContext): Promise<Result> {
  const configurations = await configurationsOf(ctx, configs);
  const usage: UsageRow[] = [];
  for (const one of configurations) usage.push(...(await usageOf(ctx, one)));
  const rows = usage.map((one) => ({
    config: one.Name,
    resource: one.ResourceArn?.split('/').at(-1),
    type: one.ResourceType,
    status: one.ResourceStatus,
    owner: one.ResourceOwnerId,
    consumed: one.ConsumedLicenses,
    since: one.AssociationTime,
  }));
  const total = usage.reduce((sum, { ConsumedLicenses = 0 }) => sum + ConsumedLicenses, 0);
  const what = `${counted(total, 'licence')} used under ${counted(configurations.length, 'configuration')}`;
  return {
    value: { ...FORMAT, usage },
    view: { kind: 'list', rows, columns: COLUMNS, empty: 'nothing uses licences' },
    names: rows.map(({ resource = '' }) => resource),
    notes: [{ kind: 'done', text: what }],
  };
}

async function usageOf(ctx: CommandContext, { LicenseConfigurationArn, Name }: LicenseConfiguration) {
  const rows = await everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListUsageForLicenseConfiguration', {
      LicenseConfigurationArn,
      NextToken,
    });
    return { rows: page.LicenseConfigurationUsageList ?? [], next: page.NextToken };
  });
  return rows.map((row): UsageRow => ({ LicenseConfigurationArn, Name, ...row }));
}
