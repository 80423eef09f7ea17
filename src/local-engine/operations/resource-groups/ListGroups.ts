import type { GroupFilter } from '@aws-sdk/client-resource-groups';
import { HOST_MANAGEMENT, MEMBERS } from '../../../validation/host-group.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { HostGroupRow } from '../../store/tables/host-groups.ts';
import { groupAnswer, groupIdentifier } from '../group.ts';

const PAGE = 50;

/** The caller's own groups. https://docs.aws.amazon.com/ARG/latest/APIReference/API_ListGroups.html */
export default operation({
  name: 'resource-groups:ListGroups',
  access: 'read',
  constraints: ['page-token-invalid'],
  run(_tx, input, { here, scope }) {
    const { Filters = [] } = input;
    const wanted = (row: HostGroupRow) => Filters.every((filter) => passes(row, filter));
    const page = pageOf(
      { operation: 'ListGroups', scope, filters: Filters, token: input.NextToken },
      input.MaxResults ?? PAGE,
      // An account and Region hold few groups, so filtering after reading costs nothing.
      (after, limit) =>
        here.groups
          .after(Number(after?.[0] ?? 0), Number.MAX_SAFE_INTEGER)
          .filter(wanted)
          .slice(0, limit),
      (row) => [row.key],
    );
    return {
      GroupIdentifiers: page.rows.map(groupIdentifier),
      Groups: page.rows.map(groupAnswer),
      NextToken: page.nextToken,
    };
  },
});

/** Any value of a filter is enough; every group here is a host resource group. */
function passes(row: HostGroupRow, { Name, Values = [] }: GroupFilter): boolean {
  const own = {
    'configuration-type': HOST_MANAGEMENT,
    'resource-type': MEMBERS,
    owner: row.owner,
    'display-name': row.displayName,
    criticality: row.criticality?.toString(),
  };
  const value = Name === undefined ? undefined : own[Name];
  return value !== undefined && Values.includes(value);
}
