import type { InstanceStateName } from '@aws-sdk/client-ec2';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input, OperationName, Output } from '../../contract/operations.ts';
import type { Asking } from '../asking.ts';
import type { Judged } from '../judging/judged.ts';
import { changeTags, createConfiguration, updateConfiguration, updateSpecifications } from './configurations.ts';
import { giveBack } from './give-back.ts';
import * as groups from './groups.ts';
import { allocated, modified, released } from './hosts.ts';
import { captured, copied, made } from './images.ts';
import { changeInstance, cpuOf, isTypeName, moveInstance, runInstances, stateChanges, takePlan } from './machines.ts';
import type { Memory } from './memory.ts';
import { accountAsked, featuresAsked, invited, organizationMade } from './organizations.ts';
import { generatorChanged, generatorMade } from './reports.ts';
import { added, answered, created, taken } from './shares.ts';
import { createTemplate, createVersion } from './templates.ts';

type Write<K extends OperationName> = (
  input: Input<K>,
  asking: Asking,
  memory: Memory,
  judged: Judged | undefined,
) => Promise<Output<K>> | Output<K>;

/** What each change would be answered with, and what it leaves for later steps to read. */
const WRITES: { readonly [K in OperationName]?: Write<K> } = {
  'license-manager:CreateLicenseConfiguration': createConfiguration,
  'license-manager:UpdateLicenseConfiguration': updateConfiguration,
  'license-manager:DeleteLicenseConfiguration': ({ LicenseConfigurationArn = '' }, _, { configurations }) => {
    configurations.set(LicenseConfigurationArn, undefined);
    return {};
  },
  'license-manager:UpdateLicenseSpecificationsForResource': (input, asking, memory, judged) => {
    for (const plan of judged?.plans ?? []) takePlan(plan, asking, memory);
    return updateSpecifications(input, asking, memory);
  },
  'license-manager:TagResource': (input, asking, memory) => changeTags(input.ResourceArn, input, asking, memory),
  'license-manager:UntagResource': ({ ResourceArn, TagKeys }, asking, memory) =>
    changeTags(ResourceArn, { Tags: [], TagKeys }, asking, memory),
  'license-manager:CreateLicenseConversionTaskForResource': (_, __, memory) => ({
    LicenseConversionTaskId: memory.id('lct', 32),
  }),
  'license-manager:CreateLicenseManagerReportGenerator': generatorMade,
  'license-manager:UpdateLicenseManagerReportGenerator': generatorChanged,
  'license-manager:DeleteLicenseManagerReportGenerator': () => ({}),
  'ssm:PutInventory': () => ({}),
  'ssm:DeregisterManagedInstance': () => ({}),
  'ec2:RunInstances': (input, asking, memory, judged) => runInstances(input, asking, memory, decided(judged)),
  'ec2:StartInstances': async ({ InstanceIds }, asking, memory, judged) => {
    for (const plan of judged?.plans ?? []) takePlan(plan, asking, memory);
    return {
      StartingInstances: await stateChanges(InstanceIds, (now) => (now === 'stopped' ? 'pending' : now), asking),
    };
  },
  'ec2:StopInstances': async ({ InstanceIds }, asking, memory) => {
    await giveBack(InstanceIds, asking, memory);
    const next = (now: InstanceStateName) => (now === 'running' ? 'stopping' : now);
    return { StoppingInstances: await stateChanges(InstanceIds, next, asking) };
  },
  'ec2:TerminateInstances': async ({ InstanceIds }, asking, memory) => {
    await giveBack(InstanceIds, asking, memory);
    const next = (now: InstanceStateName) => (now === 'terminated' ? now : 'shutting-down');
    return { TerminatingInstances: await stateChanges(InstanceIds, next, asking) };
  },
  'ec2:RebootInstances': () => ({}),
  'ec2:ModifyInstanceAttribute': async ({ InstanceId, InstanceType }, asking, memory) => {
    const type = InstanceType?.Value;
    // Another attribute changes nothing that a licence rests on.
    if (type !== undefined && isTypeName(type))
      await changeInstance(
        InstanceId,
        (now) => ({ ...now, InstanceType: type, CpuOptions: cpuOf(type) }),
        asking,
        memory,
      );
    return {};
  },
  'ec2:ModifyInstanceCpuOptions': async ({ InstanceId, CoreCount, ThreadsPerCore }, asking, memory) => {
    const given = Object.entries({ CoreCount, ThreadsPerCore }).filter(([, value]) => value !== undefined);
    const change = Object.fromEntries(given);
    await changeInstance(
      InstanceId,
      (now) => ({ ...now, CpuOptions: { ...now.CpuOptions, ...change } }),
      asking,
      memory,
    );
    return { InstanceId, CoreCount, ThreadsPerCore };
  },
  'ec2:ModifyInstancePlacement': moveInstance,
  'ec2:RegisterImage': (input, asking, memory) => made(input.Name, {}, asking, memory),
  'ec2:ImportImage': (_, __, memory) => ({ ImportTaskId: memory.id('import-ami'), Status: 'active' }),
  'ec2:CreateImage': captured,
  'ec2:CopyImage': copied,
  'ec2:ModifyImageAttribute': () => ({}),
  'ec2:DeregisterImage': ({ ImageId = '' }, _, { images }) => {
    images.set(ImageId, undefined);
    return { Return: true };
  },
  'ec2:AllocateHosts': allocated,
  'ec2:ModifyHosts': modified,
  'ec2:ReleaseHosts': released,
  'resource-groups:CreateGroup': groups.createGroup,
  'resource-groups:UpdateGroup': groups.updateGroup,
  'resource-groups:PutGroupConfiguration': groups.putConfiguration,
  'resource-groups:DeleteGroup': ({ Group }, { call }) => call('resource-groups:GetGroup', { Group }),
  'resource-groups:GroupResources': groups.joinGroup,
  'resource-groups:UngroupResources': groups.leaveGroup,
  'resource-groups:Tag': ({ Arn, Tags }) => ({ Arn, Tags }),
  'resource-groups:Untag': ({ Arn, Keys }) => ({ Arn, Keys }),
  'ram:CreateResourceShare': created,
  'ram:AssociateResourceShare': added,
  'ram:DisassociateResourceShare': (input, _, memory) => taken(input, memory),
  'ram:DeleteResourceShare': ({ resourceShareArn = '' }, _, { deletedShares }) => {
    deletedShares.add(resourceShareArn);
    return { returnValue: true };
  },
  'ram:UpdateResourceShare': () => ({}),
  'ram:EnableSharingWithAwsOrganization': () => ({ returnValue: true }),
  'ram:AcceptResourceShareInvitation': (input, asking) =>
    answered(input.resourceShareInvitationArn, 'ACCEPTED', asking),
  'ram:RejectResourceShareInvitation': (input, asking) =>
    answered(input.resourceShareInvitationArn, 'REJECTED', asking),
  'ec2:CreateLaunchTemplate': createTemplate,
  'ec2:CreateLaunchTemplateVersion': createVersion,
  'ec2:DeleteLaunchTemplate': async ({ LaunchTemplateId }, { call }) => {
    const LaunchTemplateIds = LaunchTemplateId === undefined ? [] : [LaunchTemplateId];
    const { LaunchTemplates = [] } = await call('ec2:DescribeLaunchTemplates', { LaunchTemplateIds });
    const [LaunchTemplate] = LaunchTemplates;
    return LaunchTemplate === undefined ? {} : { LaunchTemplate };
  },
  'organizations:CreateOrganization': organizationMade,
  'organizations:DeleteOrganization': () => ({}),
  'organizations:EnableAllFeatures': featuresAsked,
  'organizations:CreateAccount': accountAsked,
  'organizations:InviteAccountToOrganization': invited,
  'organizations:AcceptHandshake': ({ HandshakeId }) => ({ Handshake: { Id: HandshakeId, State: 'ACCEPTED' } }),
  'organizations:RemoveAccountFromOrganization': () => ({}),
  'organizations:LeaveOrganization': () => ({}),
  'organizations:EnableAWSServiceAccess': () => ({}),
  'organizations:DisableAWSServiceAccess': () => ({}),
  'iam:CreateServiceLinkedRole': () => ({}),
  'iam:DeleteServiceLinkedRole': (_, __, memory) => ({ DeletionTaskId: memory.id('task') }),
};

/** A launch is written only once it is decided. */
function decided(judged: Judged | undefined): LaunchPlan {
  const [plan] = judged?.plans ?? [];
  if (plan === undefined) throw new TypeError('a launch without a plan');
  return plan;
}

/** Carries out a change in memory only. */
export async function writeInMemory<K extends OperationName>(
  operation: K,
  input: Input<K>,
  asking: Asking,
  memory: Memory,
  judged: Judged | undefined,
): Promise<Output<K>> {
  const write = WRITES[operation];
  if (write === undefined) throw new TypeError(`${operation} has no dry run on AWS`);
  return write(input, asking, memory, judged);
}
