import type { Column, Note, Result } from '../../contract/result.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { UsageArgs } from './declare-use.ts';
import { findWhole } from './read.ts';
import { idOf, leftOf, usedWords } from './words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'resource', title: 'resource' },
  { key: 'type', title: 'type' },
  { key: 'status', title: 'status' },
  { key: 'owner', title: 'owner', optional: 1 },
  { key: 'consumed', title: 'consumed' },
  { key: 'since', title: 'since', optional: 2 },
];

/** What uses the licences (ListUsageForLicenseConfiguration): a row for each charged host and each machine; totals as a note. */
export async function run({ config, type }: UsageArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name, now } = await findWhole(ctx, config);
  const Filters = type === undefined ? [] : [{ Name: 'resourceType', Values: [type] }];
  const all = await everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListUsageForLicenseConfiguration', {
      LicenseConfigurationArn: arn,
      Filters,
      NextToken,
    });
    return { rows: page.LicenseConfigurationUsageList ?? [], next: page.NextToken };
  });
  const rows = all.map((one) => ({
    resource: idOf(one.ResourceArn),
    type: one.ResourceType,
    status: one.ResourceStatus,
    owner: one.ResourceOwnerId,
    consumed: one.ConsumedLicenses,
    since: one.AssociationTime,
  }));
  const kind: Note['kind'] = (leftOf(now) ?? 0) < 0 ? 'alert' : 'done';
  return {
    value: { LicenseConfigurationUsageList: all },
    view: { kind: 'list', rows, columns: COLUMNS, empty: `nothing uses the licences of ${name}` },
    names: rows.map(({ resource }) => resource),
    notes: [{ kind, text: `${name}: ${usedWords(now)}` }],
  };
}
