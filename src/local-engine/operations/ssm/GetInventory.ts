import type { InventoryFilter, InventoryResultEntity, InventoryResultItem } from '@aws-sdk/client-ssm';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { type Context, operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { NodeRow } from '../../store/tables/nodes.ts';
import { entriesOf, INFORMATION, itemOf, passes } from '../node.ts';

const PAGE = 50;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetInventory.html */
export default operation({
  name: 'ssm:GetInventory',
  access: 'read',
  constraints: ['ssm-aggregators-not-modelled', 'ssm-inventory-filter', 'page-token-invalid'],
  run(_tx, { Filters = [], ResultAttributes = [], Aggregators, MaxResults, NextToken: token }, { here, scope }) {
    guard(
      check('ssm-aggregators-not-modelled', { Aggregators }),
      check('ssm-inventory-filter', { filters: Filters.map(({ Key = '' }) => Key) }),
    );
    const type = ResultAttributes[0]?.TypeName ?? INFORMATION;
    const listing = { operation: 'GetInventory', scope, filters: [Filters, type], token };
    const page = pageOf(
      listing,
      MaxResults ?? PAGE,
      (after, limit) => matching(here, Filters, Number(after?.[0] ?? 0), limit),
      (row) => [row.key],
    );
    return { Entities: page.rows.map((node) => entity(here, node, type)), NextToken: page.nextToken };
  },
});

/** Reads on by key until a page is full of machines that pass every filter. */
function matching(here: Context['here'], filters: readonly InventoryFilter[], after: number, limit: number) {
  const found: NodeRow[] = [];
  for (let from = after; found.length < limit; ) {
    const rows = here.nodes.after(from, limit);
    found.push(...rows.filter((node) => filters.every((filter) => holds(here, node, filter))));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    from = last.key;
  }
  return found.slice(0, limit);
}

/** `AWS:Application.Name`: whether some entry of the type has an attribute that passes. */
function holds(here: Context['here'], node: NodeRow, filter: InventoryFilter): boolean {
  const [, type = '', attribute = ''] = /^([^.]*)\.(.*)$/.exec(filter.Key ?? '') ?? [];
  const item = itemOf(here, node, type);
  return item !== undefined && entriesOf(item).some((entry) => passes(entry[attribute], filter));
}

function entity(here: Context['here'], node: NodeRow, type: string): InventoryResultEntity {
  const item = itemOf(here, node, type);
  if (item === undefined) return { Id: node.id, Data: {} };
  const { schemaVersion: SchemaVersion, captureTime: CaptureTime, contentHash: ContentHash } = item;
  const shown: InventoryResultItem = {
    TypeName: type,
    SchemaVersion,
    CaptureTime,
    ContentHash,
    Content: entriesOf(item).map((entry) => ({ ...entry })),
  };
  return { Id: node.id, Data: { [type]: shown } };
}
