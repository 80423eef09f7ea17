import type { Input, OperationName } from '../../contract/operations.ts';
import type { Asking } from '../asking.ts';
import { judgeAssociate } from './associate.ts';
import { judgeCreate, judgeDelete, judgeTags, judgeUpdate } from './configuration.ts';
import { judgeConvert, judgeReport } from './convert.ts';
import { judgeCreateGroup, judgeDeleteGroup, judgeGroupTags, judgeMembers, judgePut, judgeText } from './groups.ts';
import { judgeAllocate, judgeModify } from './hosts.ts';
import { judgeCapture, judgeCopy, judgeImport, judgeOwn, judgeRegister } from './images.ts';
import { broken, type Judged } from './judged.ts';
import { judgeLaunch, judgeStart } from './launch.ts';
import { judgeCpu, judgeReboot, judgeStop, judgeTerminate, judgeType } from './machines.ts';
import { judgeMove } from './move.ts';
import {
  judgeAccount,
  judgeAllFeatures,
  judgeDisband,
  judgeInvite,
  judgeLeave,
  judgeOrganization,
  judgeRemove,
} from './organization.ts';
import { judgeTemplate, judgeVersion } from './placing.ts';
import { judgeGenerator, judgeGeneratorDelete, judgeGeneratorUpdate } from './report.ts';
import { judgeAddition, judgeNewShare, judgeShareChange } from './share-changes.ts';
import { judgeAnswer, judgeEnable } from './shares.ts';
import { judgeDistrust, judgeTrust } from './trusted.ts';

type Judge<K extends OperationName> = (input: Input<K>, asking: Asking) => Promise<Judged | undefined>;

/** The changes that can be judged from outside AWS, over what may be read of the account. */
const JUDGES: { readonly [K in OperationName]?: Judge<K> } = {
  'ec2:RunInstances': judgeLaunch,
  'ec2:StartInstances': judgeStart,
  'license-manager:CreateLicenseConfiguration': judgeCreate,
  'license-manager:UpdateLicenseConfiguration': judgeUpdate,
  'license-manager:DeleteLicenseConfiguration': judgeDelete,
  'license-manager:UpdateLicenseSpecificationsForResource': judgeAssociate,
  'license-manager:CreateLicenseConversionTaskForResource': judgeConvert,
  'license-manager:CreateLicenseManagerReportGenerator': judgeGenerator,
  'license-manager:UpdateLicenseManagerReportGenerator': judgeGeneratorUpdate,
  'license-manager:DeleteLicenseManagerReportGenerator': judgeGeneratorDelete,
  'ssm:PutInventory': judgeReport,
  'license-manager:TagResource': judgeTags,
  // Taking tags off breaks nothing, there or not.
  'license-manager:UntagResource': async () => broken([]),
  'ec2:StopInstances': judgeStop,
  'ec2:RebootInstances': judgeReboot,
  'ec2:TerminateInstances': judgeTerminate,
  'ec2:ModifyInstanceAttribute': judgeType,
  'ec2:ModifyInstanceCpuOptions': judgeCpu,
  'ec2:ModifyInstancePlacement': judgeMove,
  'ec2:RegisterImage': judgeRegister,
  'ec2:CreateImage': judgeCapture,
  'ec2:CopyImage': judgeCopy,
  'ec2:DeregisterImage': judgeOwn,
  'ec2:ModifyImageAttribute': judgeOwn,
  'ec2:ImportImage': judgeImport,
  'ec2:AllocateHosts': judgeAllocate,
  'ec2:ModifyHosts': judgeModify,
  // Which hosts stay, the answer says host by host.
  'ec2:ReleaseHosts': async () => broken([]),
  'resource-groups:CreateGroup': judgeCreateGroup,
  'resource-groups:PutGroupConfiguration': judgePut,
  'resource-groups:UpdateGroup': judgeText,
  'resource-groups:DeleteGroup': judgeDeleteGroup,
  'resource-groups:GroupResources': judgeMembers,
  'resource-groups:UngroupResources': judgeMembers,
  'resource-groups:Tag': judgeGroupTags,
  // Taking tags off breaks nothing, there or not.
  'resource-groups:Untag': async () => broken([]),
  'ram:CreateResourceShare': judgeNewShare,
  'ram:AssociateResourceShare': judgeAddition,
  'ram:UpdateResourceShare': judgeShareChange,
  // What is there can be ended, whatever rests on it.
  'ram:DisassociateResourceShare': async () => broken([]),
  'ram:DeleteResourceShare': async () => broken([]),
  'ram:EnableSharingWithAwsOrganization': judgeEnable,
  'ram:AcceptResourceShareInvitation': judgeAnswer,
  'ram:RejectResourceShareInvitation': judgeAnswer,
  'ec2:CreateLaunchTemplate': judgeTemplate,
  'ec2:CreateLaunchTemplateVersion': judgeVersion,
  'organizations:CreateOrganization': judgeOrganization,
  'organizations:DeleteOrganization': judgeDisband,
  'organizations:EnableAllFeatures': judgeAllFeatures,
  'organizations:CreateAccount': judgeAccount,
  'organizations:InviteAccountToOrganization': judgeInvite,
  'organizations:RemoveAccountFromOrganization': judgeRemove,
  'organizations:LeaveOrganization': judgeLeave,
  'organizations:EnableAWSServiceAccess': judgeTrust,
  'organizations:DisableAWSServiceAccess': judgeDistrust,
};

/** @returns undefined for a change that only AWS can judge */
export async function judged<K extends OperationName>(
  operation: K,
  input: Input<K>,
  asking: Asking,
): Promise<Judged | undefined> {
  return JUDGES[operation]?.(input, asking);
}
