import type { OperationName } from '../../contract/operations.ts';
import type { Operation } from '../operation.ts';

/** Every operation of the engine, each loaded when it is called. The compiler asks for one line an operation. */
export const OPERATIONS: { readonly [K in OperationName]: () => Promise<{ readonly default: Operation<K> }> } = {
  'license-manager:CreateLicenseConfiguration': () => import('./license-manager/CreateLicenseConfiguration.ts'),
  'license-manager:GetLicenseConfiguration': () => import('./license-manager/GetLicenseConfiguration.ts'),
  'license-manager:ListLicenseConfigurations': () => import('./license-manager/ListLicenseConfigurations.ts'),
  'license-manager:UpdateLicenseConfiguration': () => import('./license-manager/UpdateLicenseConfiguration.ts'),
  'license-manager:DeleteLicenseConfiguration': () => import('./license-manager/DeleteLicenseConfiguration.ts'),
  'license-manager:UpdateLicenseSpecificationsForResource': () =>
    import('./license-manager/UpdateLicenseSpecificationsForResource.ts'),
  'license-manager:ListLicenseSpecificationsForResource': () =>
    import('./license-manager/ListLicenseSpecificationsForResource.ts'),
  'license-manager:ListAssociationsForLicenseConfiguration': () =>
    import('./license-manager/ListAssociationsForLicenseConfiguration.ts'),
  'license-manager:ListUsageForLicenseConfiguration': () =>
    import('./license-manager/ListUsageForLicenseConfiguration.ts'),
  'license-manager:ListFailuresForLicenseConfigurationOperations': () =>
    import('./license-manager/ListFailuresForLicenseConfigurationOperations.ts'),
  'license-manager:TagResource': () => import('./license-manager/TagResource.ts'),
  'license-manager:UntagResource': () => import('./license-manager/UntagResource.ts'),
  'license-manager:ListTagsForResource': () => import('./license-manager/ListTagsForResource.ts'),
  'license-manager:CreateLicenseConversionTaskForResource': () =>
    import('./license-manager/CreateLicenseConversionTaskForResource.ts'),
  'license-manager:GetLicenseConversionTask': () => import('./license-manager/GetLicenseConversionTask.ts'),
  'license-manager:ListLicenseConversionTasks': () => import('./license-manager/ListLicenseConversionTasks.ts'),
  'ec2:RunInstances': () => import('./ec2/RunInstances.ts'),
  'ec2:DescribeInstances': () => import('./ec2/DescribeInstances.ts'),
  'ec2:StartInstances': () => import('./ec2/StartInstances.ts'),
  'ec2:StopInstances': () => import('./ec2/StopInstances.ts'),
  'ec2:RebootInstances': () => import('./ec2/RebootInstances.ts'),
  'ec2:TerminateInstances': () => import('./ec2/TerminateInstances.ts'),
  'ec2:ModifyInstanceAttribute': () => import('./ec2/ModifyInstanceAttribute.ts'),
  'ec2:ModifyInstanceCpuOptions': () => import('./ec2/ModifyInstanceCpuOptions.ts'),
  'ec2:ModifyInstancePlacement': () => import('./ec2/ModifyInstancePlacement.ts'),
  'ec2:RegisterImage': () => import('./ec2/RegisterImage.ts'),
  'ec2:ImportImage': () => import('./ec2/ImportImage.ts'),
  'ec2:CreateImage': () => import('./ec2/CreateImage.ts'),
  'ec2:CopyImage': () => import('./ec2/CopyImage.ts'),
  'ec2:ModifyImageAttribute': () => import('./ec2/ModifyImageAttribute.ts'),
  'ec2:DeregisterImage': () => import('./ec2/DeregisterImage.ts'),
  'ec2:DescribeImages': () => import('./ec2/DescribeImages.ts'),
  'ec2:AllocateHosts': () => import('./ec2/AllocateHosts.ts'),
  'ec2:DescribeHosts': () => import('./ec2/DescribeHosts.ts'),
  'ec2:ModifyHosts': () => import('./ec2/ModifyHosts.ts'),
  'ec2:ReleaseHosts': () => import('./ec2/ReleaseHosts.ts'),
  'ec2:DescribeInstanceTypes': () => import('./ec2/DescribeInstanceTypes.ts'),
  'ec2:CreateLaunchTemplate': () => import('./ec2/CreateLaunchTemplate.ts'),
  'ec2:CreateLaunchTemplateVersion': () => import('./ec2/CreateLaunchTemplateVersion.ts'),
  'ec2:DescribeLaunchTemplates': () => import('./ec2/DescribeLaunchTemplates.ts'),
  'ec2:DescribeLaunchTemplateVersions': () => import('./ec2/DescribeLaunchTemplateVersions.ts'),
  'ec2:DeleteLaunchTemplate': () => import('./ec2/DeleteLaunchTemplate.ts'),
  'ssm:PutInventory': () => import('./ssm/PutInventory.ts'),
  'ssm:GetInventory': () => import('./ssm/GetInventory.ts'),
  'ssm:ListInventoryEntries': () => import('./ssm/ListInventoryEntries.ts'),
  'ssm:DescribeInstanceInformation': () => import('./ssm/DescribeInstanceInformation.ts'),
  'ssm:DeregisterManagedInstance': () => import('./ssm/DeregisterManagedInstance.ts'),
  'sts:GetCallerIdentity': () => import('./sts/GetCallerIdentity.ts'),
};
