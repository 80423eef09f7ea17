import type { Result } from '../../contract/result.ts';
import { findConfiguration } from '../shared/find.ts';
import { generators } from '../shared/generators.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './manifest.ts';
import { COLUMNS, configurationNames, failureNotes, generatorRow } from './rows.ts';

/** The report generators of the account and Region (ListLicenseManagerReportGenerators). */
export async function run({ config }: ListArgs, ctx: CommandContext): Promise<Result> {
  const about = config === undefined ? undefined : await findConfiguration(ctx, config);
  const Filters =
    about === undefined ? [] : [{ Name: 'LicenseConfigurationArn', Values: [about.LicenseConfigurationArn ?? ''] }];
  const all = await generators(ctx.call, Filters);
  return {
    value: { ReportGenerators: all },
    view: async () => {
      const nameOf = await configurationNames(ctx);
      const rows = all.map((one) => generatorRow(one, nameOf));
      const empty =
        about === undefined
          ? 'no report generators; lm report create makes one'
          : `no report generator reports on ${about.Name}`;
      return { kind: 'list', rows, columns: COLUMNS, empty };
    },
    names: all.map(({ ReportGeneratorName = '' }) => ReportGeneratorName),
    notes: failureNotes(all),
  };
}
