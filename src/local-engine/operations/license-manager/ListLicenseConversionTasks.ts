import type { Filter } from '@aws-sdk/client-license-manager';
import { parseResourceArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { ConversionRow } from '../../store/tables/conversions.ts';
import { taskAnswer } from '../conversion.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListLicenseConversionTasks.html */
export default operation({
  name: 'license-manager:ListLicenseConversionTasks',
  access: 'read',
  constraints: ['convert-list-filters', 'page-token-invalid', 'page-size-invalid'],
  run(_tx, { Filters = [], MaxResults, NextToken: token }, { here, scope }) {
    guard(check('convert-list-filters', { Filters }));
    const listing = { operation: 'ListLicenseConversionTasks', scope, filters: Filters, token };
    const page = pageOf(
      listing,
      MaxResults ?? PAGE,
      (after, limit) => matching(here, Filters, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return {
      LicenseConversionTasks: page.rows.map((row) => taskAnswer(row, scope)),
      NextToken: page.nextToken,
    };
  },
});

/** Reads on by key until a page is full of tasks that pass. */
function matching(here: Context['here'], filters: readonly Filter[], after: number, limit: number) {
  const ids = idsOf(filters);
  const status = filters.filter(({ Name }) => Name === 'Status').map(({ Values = [] }) => Values);
  const read = (from: number) =>
    ids === undefined ? here.conversions.after(from, limit) : here.conversions.ofInstances(ids, from, limit);
  const found: ConversionRow[] = [];
  for (let from = after; found.length < limit; ) {
    const rows = read(from);
    found.push(...rows.filter((row) => status.every((values) => values.includes(row.status))));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    from = last.key;
  }
  return found.slice(0, limit);
}

/** The instances that are asked for; undefined where all are. */
function idsOf(filters: readonly Filter[]): readonly string[] | undefined {
  const named = filters.filter(({ Name }) => Name === 'ResourceArns').map(({ Values = [] }) => Values);
  const [first, ...more] = named;
  if (first === undefined) return undefined;
  const both = first.filter((arn) => more.every((others) => others.includes(arn)));
  return both.flatMap((arn) => {
    const resource = parseResourceArn(arn);
    return resource.kind === 'EC2_INSTANCE' ? [resource.id] : [];
  });
}
