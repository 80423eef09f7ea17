import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'organizations'> = {
  'organizations:CreateOrganization': () => import('./CreateOrganization.ts'),
  'organizations:DescribeOrganization': () => import('./DescribeOrganization.ts'),
  'organizations:DeleteOrganization': () => import('./DeleteOrganization.ts'),
  'organizations:EnableAllFeatures': () => import('./EnableAllFeatures.ts'),
  'organizations:ListAccounts': () => import('./ListAccounts.ts'),
  'organizations:DescribeAccount': () => import('./DescribeAccount.ts'),
  'organizations:CreateAccount': () => import('./CreateAccount.ts'),
  'organizations:DescribeCreateAccountStatus': () => import('./DescribeCreateAccountStatus.ts'),
  'organizations:InviteAccountToOrganization': () => import('./InviteAccountToOrganization.ts'),
  'organizations:AcceptHandshake': () => import('./AcceptHandshake.ts'),
  'organizations:ListHandshakesForOrganization': () => import('./ListHandshakesForOrganization.ts'),
  'organizations:RemoveAccountFromOrganization': () => import('./RemoveAccountFromOrganization.ts'),
  'organizations:LeaveOrganization': () => import('./LeaveOrganization.ts'),
  'organizations:EnableAWSServiceAccess': () => import('./EnableAWSServiceAccess.ts'),
  'organizations:DisableAWSServiceAccess': () => import('./DisableAWSServiceAccess.ts'),
  'organizations:ListAWSServiceAccessForOrganization': () => import('./ListAWSServiceAccessForOrganization.ts'),
  'organizations:ListRoots': () => import('./ListRoots.ts'),
  'organizations:CreateOrganizationalUnit': () => import('./CreateOrganizationalUnit.ts'),
  'organizations:ListChildren': () => import('./ListChildren.ts'),
  'organizations:ListAccountsForParent': () => import('./ListAccountsForParent.ts'),
  'organizations:MoveAccount': () => import('./MoveAccount.ts'),
};
