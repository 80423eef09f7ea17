import type * as iam from '@aws-sdk/client-iam';
import type { Operation } from './operation.ts';

/** The roles that services make for themselves: a part of the list of operations. */
export interface IamOperations {
  'iam:CreateServiceLinkedRole': Operation<
    iam.CreateServiceLinkedRoleCommandInput,
    iam.CreateServiceLinkedRoleCommandOutput
  >;
  'iam:GetRole': Operation<iam.GetRoleCommandInput, iam.GetRoleCommandOutput>;
  'iam:ListRoles': Operation<iam.ListRolesCommandInput, iam.ListRolesCommandOutput>;
  'iam:DeleteServiceLinkedRole': Operation<
    iam.DeleteServiceLinkedRoleCommandInput,
    iam.DeleteServiceLinkedRoleCommandOutput
  >;
  'iam:GetServiceLinkedRoleDeletionStatus': Operation<
    iam.GetServiceLinkedRoleDeletionStatusCommandInput,
    iam.GetServiceLinkedRoleDeletionStatusCommandOutput
  >;
}
