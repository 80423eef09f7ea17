import type { Column, Result } from '../../contract/result.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { FailuresArgs } from './declare-use.ts';
import { findWhole } from './read.ts';
import { idOf } from './words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'at', title: 'at' },
  { key: 'operation', title: 'operation' },
  { key: 'resource', title: 'resource' },
  { key: 'error', title: 'error' },
  { key: 'by', title: 'by', optional: 1 },
];

/** What was tried and refused (ListFailuresForLicenseConfigurationOperations). */
export async function run({ config }: FailuresArgs, ctx: CommandContext): Promise<Result> {
  const { arn, name } = await findWhole(ctx, config);
  const all = await everyPage(async (NextToken) => {
    const page = await ctx.call('license-manager:ListFailuresForLicenseConfigurationOperations', {
      LicenseConfigurationArn: arn,
      NextToken,
    });
    return { rows: page.LicenseOperationFailureList ?? [], next: page.NextToken };
  });
  const rows = all.map((one) => ({
    at: one.FailureTime,
    operation: one.OperationName,
    resource: idOf(one.ResourceArn),
    error: one.ErrorMessage,
    by: one.OperationRequestedBy,
  }));
  return {
    value: { LicenseOperationFailureList: all },
    view: { kind: 'list', rows, columns: COLUMNS, empty: `no failures are recorded for ${name}` },
    names: rows.map(({ resource }) => resource),
  };
}
