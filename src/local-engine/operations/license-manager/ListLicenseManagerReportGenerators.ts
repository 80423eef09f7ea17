import type { Filter } from '@aws-sdk/client-license-manager';
import { configurationArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { type GeneratorRow, ReportGenerators } from '../../store/reports/generators.ts';
import { generatorAnswer } from '../report-generator.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListLicenseManagerReportGenerators.html */
export default operation({
  name: 'license-manager:ListLicenseManagerReportGenerators',
  access: 'read',
  constraints: ['report-list-filter', 'page-token-invalid'],
  run(tx, { Filters = [], MaxResults, NextToken: token }, { scope }) {
    guard(check('report-list-filter', { Filters }));
    const generators = new ReportGenerators(tx.db, scope);
    const page = pageOf(
      { operation: 'ListLicenseManagerReportGenerators', scope, filters: Filters, token },
      MaxResults ?? PAGE,
      (after, limit) => matching(generators, Filters, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return { ReportGenerators: page.rows.map((row) => generatorAnswer(tx, row)), NextToken: page.nextToken };
  },
});

/** Reads on by key until a page is full of generators that pass. */
function matching(generators: ReportGenerators, filters: readonly Filter[], after: number, limit: number) {
  const passes = (row: GeneratorRow) =>
    filters.every(({ Values = [] }) => row.configurations.some((id) => Values.includes(configurationArn(row, id))));
  const found: GeneratorRow[] = [];
  for (let from: number | undefined = after; from !== undefined && found.length < limit; ) {
    const rows = generators.after(from, limit);
    found.push(...rows.filter(passes));
    from = rows.length < limit ? undefined : rows.at(-1)?.key;
  }
  return found.slice(0, limit);
}
