import type { InstanceInformation } from '@aws-sdk/client-ssm';
import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { NodeRow } from '../../store/tables/nodes.ts';
import { informationOf } from '../node.ts';

const PAGE = 50;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html */
export default operation({
  name: 'ssm:DescribeInstanceInformation',
  access: 'read',
  constraints: ['ssm-information-filter', 'page-token-invalid'],
  run(_tx, input, { here, scope }) {
    const filters = filtersOf(input);
    guard(check('ssm-information-filter', { filters: filters.map(({ key }) => key), allowed: Object.keys(FIELDS) }));
    const listing = { operation: 'DescribeInstanceInformation', scope, filters, token: input.NextToken };
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => matching(here, filters, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return {
      InstanceInformationList: page.rows.map((node) => informationOf(here, node)),
      NextToken: page.nextToken,
    };
  },
});

const FIELDS: Readonly<Record<string, (one: InstanceInformation) => string | undefined>> = {
  InstanceIds: (one) => one.InstanceId,
  AgentVersion: (one) => one.AgentVersion,
  PingStatus: (one) => one.PingStatus,
  PlatformTypes: (one) => one.PlatformType,
  ResourceType: (one) => one.ResourceType,
};

interface Wanted {
  readonly key: string;
  readonly values: readonly string[];
}

/** Both lists of filters that the API has: the newer one, and the one that it replaced. */
const filtersOf = (input: Input<'ssm:DescribeInstanceInformation'>): readonly Wanted[] => [
  ...(input.Filters ?? []).map(({ Key = '', Values = [] }) => ({ key: Key, values: Values })),
  ...(input.InstanceInformationFilterList ?? []).map(({ key = '', valueSet = [] }) => ({ key, values: valueSet })),
];

/** Reads on by key until a page is full of machines that pass every filter. */
function matching(here: Context['here'], filters: readonly Wanted[], after: number, limit: number): readonly NodeRow[] {
  const found: NodeRow[] = [];
  for (let from = after; found.length < limit; ) {
    const rows = here.nodes.after(from, limit);
    found.push(
      ...rows.filter((node) => {
        const shown = informationOf(here, node);
        return filters.every(({ key, values }) => values.includes(FIELDS[key]?.(shown) ?? ''));
      }),
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    from = last.key;
  }
  return found.slice(0, limit);
}
