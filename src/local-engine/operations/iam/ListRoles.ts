import { SERVICE_ROLES } from '../../../validation/service-roles.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { roleAnswer } from '../service-role.ts';

const PAGE = 100;

/**
 * A sandbox has the roles of services and no others.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
 */
export default operation({
  name: 'iam:ListRoles',
  access: 'read',
  constraints: ['page-token-invalid'],
  run(tx, { PathPrefix: prefix = '/', Marker: token, MaxItems: most = PAGE }, { scope }) {
    const { account } = scope;
    const roles = SERVICE_ROLES.filter(({ name }) => tx.roles.has(account, name))
      .map((role) => roleAnswer(tx, account, role))
      .filter(({ Path = '' }) => Path.startsWith(prefix))
      .toSorted((a, b) => compared(a.RoleName, b.RoleName));
    const page = pageOf(
      { operation: 'ListRoles', scope, filters: prefix, token },
      most,
      (after, limit) =>
        roles.filter(({ RoleName = '' }) => after === undefined || RoleName > String(after[0])).slice(0, limit),
      ({ RoleName = '' }) => [RoleName],
    );
    return { Roles: [...page.rows], IsTruncated: page.nextToken !== undefined, Marker: page.nextToken };
  },
});

const compared = (one = '', other = ''): number => (one < other ? -1 : 1);
