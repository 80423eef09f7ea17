import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'iam'> = {
  'iam:CreateServiceLinkedRole': () => import('./CreateServiceLinkedRole.ts'),
  'iam:GetRole': () => import('./GetRole.ts'),
  'iam:ListRoles': () => import('./ListRoles.ts'),
  'iam:DeleteServiceLinkedRole': () => import('./DeleteServiceLinkedRole.ts'),
  'iam:GetServiceLinkedRoleDeletionStatus': () => import('./GetServiceLinkedRoleDeletionStatus.ts'),
};
