import { hostArn } from '../../../validation/arns.ts';
import { MEMBERS } from '../../../validation/host-group.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { HostRow } from '../../store/tables/hosts.ts';
import { foundGroup, GROUP_CONSTRAINTS } from '../group.ts';

const PAGE = 50;

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_ListGroupResources.html */
export default operation({
  name: 'resource-groups:ListGroupResources',
  access: 'read',
  decides: true,
  constraints: [...GROUP_CONSTRAINTS, 'page-token-invalid'],
  run(tx, input, context) {
    const { Filters = [] } = input;
    const group = foundGroup(tx, input, context);
    const isWanted = Filters.every(({ Values = [] }) => Values.includes(MEMBERS));
    const page = pageOf(
      { operation: 'ListGroupResources', scope: context.scope, filters: [group.key, Filters], token: input.NextToken },
      input.MaxResults ?? PAGE,
      (after, limit) => (isWanted ? tx.members.hostsAfter(group.key, Number(after?.[0] ?? 0), limit) : []),
      (row) => [row.key],
    );
    return {
      Resources: page.rows.map((row) => ({
        Identifier: identifier(row),
        ...(row.joinsAt === undefined ? {} : { Status: { Name: 'PENDING' as const } }),
      })),
      ResourceIdentifiers: page.rows.map(identifier),
      QueryErrors: [],
      NextToken: page.nextToken,
    };
  },
});

const identifier = (row: HostRow) => ({ ResourceArn: hostArn(row, row.id), ResourceType: MEMBERS });
