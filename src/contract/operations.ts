import type * as ec2 from '@aws-sdk/client-ec2';
import type * as lm from '@aws-sdk/client-license-manager';
import type * as organizations from '@aws-sdk/client-organizations';
import type * as ram from '@aws-sdk/client-ram';
import type * as groups from '@aws-sdk/client-resource-groups';
import type * as sts from '@aws-sdk/client-sts';
import type { Operation } from './operation.ts';
import type { ConversionOperations } from './operations-conversion.ts';
import type { IamOperations } from './operations-iam.ts';
import type { ReportOperations } from './operations-report.ts';
import type { SnsOperations } from './operations-sns.ts';

/**
 * Every operation `lm` knows, named as IAM and CloudTrail name it, typed by AWS's own clients. Types only: no SDK code
 * loads here. Adding a line here makes the compiler ask for the implementation.
 */
export interface Operations extends ConversionOperations, IamOperations, ReportOperations, SnsOperations {
  'license-manager:CreateLicenseConfiguration': Operation<
    lm.CreateLicenseConfigurationCommandInput,
    lm.CreateLicenseConfigurationCommandOutput
  >;
  'license-manager:GetLicenseConfiguration': Operation<
    lm.GetLicenseConfigurationCommandInput,
    lm.GetLicenseConfigurationCommandOutput
  >;
  'license-manager:ListLicenseConfigurations': Operation<
    lm.ListLicenseConfigurationsCommandInput,
    lm.ListLicenseConfigurationsCommandOutput
  >;
  'license-manager:UpdateLicenseConfiguration': Operation<
    lm.UpdateLicenseConfigurationCommandInput,
    lm.UpdateLicenseConfigurationCommandOutput
  >;
  'license-manager:DeleteLicenseConfiguration': Operation<
    lm.DeleteLicenseConfigurationCommandInput,
    lm.DeleteLicenseConfigurationCommandOutput
  >;
  'license-manager:UpdateLicenseSpecificationsForResource': Operation<
    lm.UpdateLicenseSpecificationsForResourceCommandInput,
    lm.UpdateLicenseSpecificationsForResourceCommandOutput
  >;
  'license-manager:ListLicenseSpecificationsForResource': Operation<
    lm.ListLicenseSpecificationsForResourceCommandInput,
    lm.ListLicenseSpecificationsForResourceCommandOutput
  >;
  'license-manager:ListAssociationsForLicenseConfiguration': Operation<
    lm.ListAssociationsForLicenseConfigurationCommandInput,
    lm.ListAssociationsForLicenseConfigurationCommandOutput
  >;
  'license-manager:ListUsageForLicenseConfiguration': Operation<
    lm.ListUsageForLicenseConfigurationCommandInput,
    lm.ListUsageForLicenseConfigurationCommandOutput
  >;
  'license-manager:ListFailuresForLicenseConfigurationOperations': Operation<
    lm.ListFailuresForLicenseConfigurationOperationsCommandInput,
    lm.ListFailuresForLicenseConfigurationOperationsCommandOutput
  >;
  'license-manager:TagResource': Operation<lm.TagResourceCommandInput, lm.TagResourceCommandOutput>;
  'license-manager:UntagResource': Operation<lm.UntagResourceCommandInput, lm.UntagResourceCommandOutput>;
  'license-manager:ListTagsForResource': Operation<
    lm.ListTagsForResourceCommandInput,
    lm.ListTagsForResourceCommandOutput
  >;
  'ec2:RunInstances': Operation<ec2.RunInstancesCommandInput, ec2.RunInstancesCommandOutput>;
  'ec2:DescribeInstances': Operation<ec2.DescribeInstancesCommandInput, ec2.DescribeInstancesCommandOutput>;
  'ec2:StartInstances': Operation<ec2.StartInstancesCommandInput, ec2.StartInstancesCommandOutput>;
  'ec2:StopInstances': Operation<ec2.StopInstancesCommandInput, ec2.StopInstancesCommandOutput>;
  'ec2:RebootInstances': Operation<ec2.RebootInstancesCommandInput, ec2.RebootInstancesCommandOutput>;
  'ec2:TerminateInstances': Operation<ec2.TerminateInstancesCommandInput, ec2.TerminateInstancesCommandOutput>;
  'ec2:ModifyInstanceAttribute': Operation<
    ec2.ModifyInstanceAttributeCommandInput,
    ec2.ModifyInstanceAttributeCommandOutput
  >;
  'ec2:ModifyInstanceCpuOptions': Operation<
    ec2.ModifyInstanceCpuOptionsCommandInput,
    ec2.ModifyInstanceCpuOptionsCommandOutput
  >;
  'ec2:ModifyInstancePlacement': Operation<
    ec2.ModifyInstancePlacementCommandInput,
    ec2.ModifyInstancePlacementCommandOutput
  >;
  'ec2:RegisterImage': Operation<ec2.RegisterImageCommandInput, ec2.RegisterImageCommandOutput>;
  'ec2:ImportImage': Operation<ec2.ImportImageCommandInput, ec2.ImportImageCommandOutput>;
  'ec2:CreateImage': Operation<ec2.CreateImageCommandInput, ec2.CreateImageCommandOutput>;
  'ec2:CopyImage': Operation<ec2.CopyImageCommandInput, ec2.CopyImageCommandOutput>;
  'ec2:ModifyImageAttribute': Operation<ec2.ModifyImageAttributeCommandInput, ec2.ModifyImageAttributeCommandOutput>;
  'ec2:DeregisterImage': Operation<ec2.DeregisterImageCommandInput, ec2.DeregisterImageCommandOutput>;
  'ec2:DescribeImages': Operation<ec2.DescribeImagesCommandInput, ec2.DescribeImagesCommandOutput>;
  'ec2:AllocateHosts': Operation<ec2.AllocateHostsCommandInput, ec2.AllocateHostsCommandOutput>;
  'ec2:DescribeHosts': Operation<ec2.DescribeHostsCommandInput, ec2.DescribeHostsCommandOutput>;
  'ec2:ModifyHosts': Operation<ec2.ModifyHostsCommandInput, ec2.ModifyHostsCommandOutput>;
  'ec2:ReleaseHosts': Operation<ec2.ReleaseHostsCommandInput, ec2.ReleaseHostsCommandOutput>;
  'ec2:DescribeInstanceTypes': Operation<ec2.DescribeInstanceTypesCommandInput, ec2.DescribeInstanceTypesCommandOutput>;
  'ec2:CreateLaunchTemplate': Operation<ec2.CreateLaunchTemplateCommandInput, ec2.CreateLaunchTemplateCommandOutput>;
  'ec2:CreateLaunchTemplateVersion': Operation<
    ec2.CreateLaunchTemplateVersionCommandInput,
    ec2.CreateLaunchTemplateVersionCommandOutput
  >;
  'ec2:DescribeLaunchTemplates': Operation<
    ec2.DescribeLaunchTemplatesCommandInput,
    ec2.DescribeLaunchTemplatesCommandOutput
  >;
  'ec2:DescribeLaunchTemplateVersions': Operation<
    ec2.DescribeLaunchTemplateVersionsCommandInput,
    ec2.DescribeLaunchTemplateVersionsCommandOutput
  >;
  'ec2:DeleteLaunchTemplate': Operation<ec2.DeleteLaunchTemplateCommandInput, ec2.DeleteLaunchTemplateCommandOutput>;
  'resource-groups:CreateGroup': Operation<groups.CreateGroupCommandInput, groups.CreateGroupCommandOutput>;
  'resource-groups:GetGroup': Operation<groups.GetGroupCommandInput, groups.GetGroupCommandOutput>;
  'resource-groups:ListGroups': Operation<groups.ListGroupsCommandInput, groups.ListGroupsCommandOutput>;
  'resource-groups:UpdateGroup': Operation<groups.UpdateGroupCommandInput, groups.UpdateGroupCommandOutput>;
  'resource-groups:DeleteGroup': Operation<groups.DeleteGroupCommandInput, groups.DeleteGroupCommandOutput>;
  'resource-groups:GetGroupConfiguration': Operation<
    groups.GetGroupConfigurationCommandInput,
    groups.GetGroupConfigurationCommandOutput
  >;
  'resource-groups:PutGroupConfiguration': Operation<
    groups.PutGroupConfigurationCommandInput,
    groups.PutGroupConfigurationCommandOutput
  >;
  'resource-groups:GroupResources': Operation<groups.GroupResourcesCommandInput, groups.GroupResourcesCommandOutput>;
  'resource-groups:UngroupResources': Operation<
    groups.UngroupResourcesCommandInput,
    groups.UngroupResourcesCommandOutput
  >;
  'resource-groups:ListGroupResources': Operation<
    groups.ListGroupResourcesCommandInput,
    groups.ListGroupResourcesCommandOutput
  >;
  'resource-groups:Tag': Operation<groups.TagCommandInput, groups.TagCommandOutput>;
  'resource-groups:Untag': Operation<groups.UntagCommandInput, groups.UntagCommandOutput>;
  'resource-groups:GetTags': Operation<groups.GetTagsCommandInput, groups.GetTagsCommandOutput>;
  'ram:CreateResourceShare': Operation<ram.CreateResourceShareCommandInput, ram.CreateResourceShareCommandOutput>;
  'ram:UpdateResourceShare': Operation<ram.UpdateResourceShareCommandInput, ram.UpdateResourceShareCommandOutput>;
  'ram:DeleteResourceShare': Operation<ram.DeleteResourceShareCommandInput, ram.DeleteResourceShareCommandOutput>;
  'ram:AssociateResourceShare': Operation<
    ram.AssociateResourceShareCommandInput,
    ram.AssociateResourceShareCommandOutput
  >;
  'ram:DisassociateResourceShare': Operation<
    ram.DisassociateResourceShareCommandInput,
    ram.DisassociateResourceShareCommandOutput
  >;
  'ram:GetResourceShares': Operation<ram.GetResourceSharesCommandInput, ram.GetResourceSharesCommandOutput>;
  'ram:GetResourceShareAssociations': Operation<
    ram.GetResourceShareAssociationsCommandInput,
    ram.GetResourceShareAssociationsCommandOutput
  >;
  'ram:GetResourceShareInvitations': Operation<
    ram.GetResourceShareInvitationsCommandInput,
    ram.GetResourceShareInvitationsCommandOutput
  >;
  'ram:AcceptResourceShareInvitation': Operation<
    ram.AcceptResourceShareInvitationCommandInput,
    ram.AcceptResourceShareInvitationCommandOutput
  >;
  'ram:RejectResourceShareInvitation': Operation<
    ram.RejectResourceShareInvitationCommandInput,
    ram.RejectResourceShareInvitationCommandOutput
  >;
  'ram:EnableSharingWithAwsOrganization': Operation<
    ram.EnableSharingWithAwsOrganizationCommandInput,
    ram.EnableSharingWithAwsOrganizationCommandOutput
  >;
  'ram:ListResources': Operation<ram.ListResourcesCommandInput, ram.ListResourcesCommandOutput>;
  'ram:ListPrincipals': Operation<ram.ListPrincipalsCommandInput, ram.ListPrincipalsCommandOutput>;
  'sts:GetCallerIdentity': Operation<sts.GetCallerIdentityCommandInput, sts.GetCallerIdentityCommandOutput>;
  'organizations:CreateOrganization': Operation<
    organizations.CreateOrganizationCommandInput,
    organizations.CreateOrganizationCommandOutput
  >;
  'organizations:DescribeOrganization': Operation<
    organizations.DescribeOrganizationCommandInput,
    organizations.DescribeOrganizationCommandOutput
  >;
  'organizations:DeleteOrganization': Operation<
    organizations.DeleteOrganizationCommandInput,
    organizations.DeleteOrganizationCommandOutput
  >;
  'organizations:EnableAllFeatures': Operation<
    organizations.EnableAllFeaturesCommandInput,
    organizations.EnableAllFeaturesCommandOutput
  >;
  'organizations:ListAccounts': Operation<
    organizations.ListAccountsCommandInput,
    organizations.ListAccountsCommandOutput
  >;
  'organizations:DescribeAccount': Operation<
    organizations.DescribeAccountCommandInput,
    organizations.DescribeAccountCommandOutput
  >;
  'organizations:CreateAccount': Operation<
    organizations.CreateAccountCommandInput,
    organizations.CreateAccountCommandOutput
  >;
  'organizations:DescribeCreateAccountStatus': Operation<
    organizations.DescribeCreateAccountStatusCommandInput,
    organizations.DescribeCreateAccountStatusCommandOutput
  >;
  'organizations:InviteAccountToOrganization': Operation<
    organizations.InviteAccountToOrganizationCommandInput,
    organizations.InviteAccountToOrganizationCommandOutput
  >;
  'organizations:AcceptHandshake': Operation<
    organizations.AcceptHandshakeCommandInput,
    organizations.AcceptHandshakeCommandOutput
  >;
  'organizations:ListHandshakesForOrganization': Operation<
    organizations.ListHandshakesForOrganizationCommandInput,
    organizations.ListHandshakesForOrganizationCommandOutput
  >;
  'organizations:RemoveAccountFromOrganization': Operation<
    organizations.RemoveAccountFromOrganizationCommandInput,
    organizations.RemoveAccountFromOrganizationCommandOutput
  >;
  'organizations:LeaveOrganization': Operation<
    organizations.LeaveOrganizationCommandInput,
    organizations.LeaveOrganizationCommandOutput
  >;
  'organizations:EnableAWSServiceAccess': Operation<
    organizations.EnableAWSServiceAccessCommandInput,
    organizations.EnableAWSServiceAccessCommandOutput
  >;
  'organizations:DisableAWSServiceAccess': Operation<
    organizations.DisableAWSServiceAccessCommandInput,
    organizations.DisableAWSServiceAccessCommandOutput
  >;
  'organizations:ListAWSServiceAccessForOrganization': Operation<
    organizations.ListAWSServiceAccessForOrganizationCommandInput,
    organizations.ListAWSServiceAccessForOrganizationCommandOutput
  >;
  'organizations:ListRoots': Operation<organizations.ListRootsCommandInput, organizations.ListRootsCommandOutput>;
  'organizations:CreateOrganizationalUnit': Operation<
    organizations.CreateOrganizationalUnitCommandInput,
    organizations.CreateOrganizationalUnitCommandOutput
  >;
  'organizations:ListChildren': Operation<
    organizations.ListChildrenCommandInput,
    organizations.ListChildrenCommandOutput
  >;
  'organizations:ListAccountsForParent': Operation<
    organizations.ListAccountsForParentCommandInput,
    organizations.ListAccountsForParentCommandOutput
  >;
  'organizations:MoveAccount': Operation<organizations.MoveAccountCommandInput, organizations.MoveAccountCommandOutput>;
}

export type OperationName = keyof Operations;
export type Input<K extends OperationName> = Operations[K]['input'];
export type Output<K extends OperationName> = Operations[K]['output'];
