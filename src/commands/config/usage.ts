import type { Column, Note, Result } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import { everyPage } from '../shared/lists.ts';
import { affinityTies, TIE_COLUMNS, tieData, tieRow } from '../shared/ties.ts';
import type { CommandContext } from '../types.ts';
import type { UsageArgs } from './declare-use.ts';
import { leftOf } from './limit.ts';
import { findWhole } from './read.ts';
import { isUncopied, UNCOPIED, uncopiedNotes } from './uncopied.ts';
import { idOf, usedWords } from './words.ts';

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
  const hosts = all.filter((one) => one.ResourceType === 'EC2_HOST').map((one) => idOf(one.ResourceArn));
  const ties = (await affinityTies(ctx, hosts)).filter((tie) => tie.licenseConfigurationArn === arn);
  const tied = new Map(ties.map((tie) => [tie.hostId, tieRow(tie)]));
  const rows = all.map((one) => ({
    resource: idOf(one.ResourceArn),
    type: one.ResourceType,
    status: one.ResourceStatus,
    owner: one.ResourceOwnerId,
    consumed: one.ConsumedLicenses,
    since: one.AssociationTime,
    ...(isUncopied(one) ? UNCOPIED : {}),
    ...tied.get(idOf(one.ResourceArn)),
  }));
  const columns = ties.length > 0 ? [...COLUMNS, ...TIE_COLUMNS] : COLUMNS;
  const kind: Note['kind'] = (leftOf(now) ?? 0) < 0 ? 'alert' : 'done';
  return {
    value: { LicenseConfigurationUsageList: all, ...(ties.length === 0 ? {} : { ...FORMAT, ties: ties.map(tieData) }) },
    view: { kind: 'list', rows, columns, empty: `nothing uses the licences of ${name}` },
    names: all.filter((one) => !isUncopied(one)).map((one) => idOf(one.ResourceArn)),
    notes: [{ kind, text: `${name}: ${usedWords(now)}` }, ...uncopiedNotes(all)],
  };
}
