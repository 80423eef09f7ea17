import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { entriesOf, itemOf, passes } from '../node.ts';

const PAGE = 50;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListInventoryEntries.html */
export default operation({
  name: 'ssm:ListInventoryEntries',
  access: 'read',
  constraints: ['ssm-node-not-found', 'page-token-invalid'],
  run(_tx, input, { here, scope }) {
    const { InstanceId: id = '', TypeName: type = '', Filters = [], MaxResults, NextToken: token } = input;
    const node = here.nodes.find(id);
    guard(check('ssm-node-not-found', { id, exists: true, reports: node !== undefined }));
    const item = node && itemOf(here, node, type);
    const entries = item === undefined ? [] : entriesOf(item);
    const wanted = entries.filter((entry) => Filters.every((filter) => passes(entry[filter.Key ?? ''], filter)));
    const listing = { operation: 'ListInventoryEntries', scope, filters: [id, type, Filters], token };
    const numbered = wanted.map((entry, index) => ({ entry, number: index + 1 }));
    const page = pageOf(
      listing,
      MaxResults ?? PAGE,
      (after, limit) => numbered.slice(Number(after?.[0] ?? 0)).slice(0, limit),
      ({ number }) => [number],
    );
    return {
      TypeName: type,
      InstanceId: id,
      SchemaVersion: item?.schemaVersion,
      CaptureTime: item?.captureTime,
      Entries: page.rows.map(({ entry }) => ({ ...entry })),
      NextToken: page.nextToken,
    };
  },
});
