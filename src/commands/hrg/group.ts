import type { Group, GroupConfiguration, ListGroupResourcesItem } from '@aws-sdk/client-resource-groups';
import { type HostGroupSettings, hostGroupSettings } from '../../validation/host-group.ts';
import { findGroup } from '../shared/find-group.ts';
import { allMembers } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

/** A host resource group with its settings, its tags, and the hosts that are members or joining. */
export interface WholeGroup {
  readonly name: string;
  readonly arn: string;
  readonly group: Group;
  readonly configuration: GroupConfiguration;
  /** Those in force. */
  readonly settings: HostGroupSettings;
  /** Those that an update has asked for and that are not in force yet. */
  readonly proposed?: HostGroupSettings;
  readonly tags: Readonly<Record<string, string>>;
  readonly members: readonly ListGroupResourcesItem[];
}

/** Everything about one group, which is found by name, ARN or beginning. */
export async function wholeGroup(ctx: CommandContext, given: string): Promise<WholeGroup> {
  const { GroupName, GroupArn } = await findGroup(ctx, given);
  return readGroup(ctx, GroupName, GroupArn);
}

/** The same for a group whose ARN is known. */
export async function readGroup(ctx: CommandContext, name: string, arn: string): Promise<WholeGroup> {
  const { Group } = await ctx.call('resource-groups:GetGroup', { Group: arn });
  const { GroupConfiguration = {} } = await ctx.call('resource-groups:GetGroupConfiguration', { Group: arn });
  const { Tags = {} } = await ctx.call('resource-groups:GetTags', { Arn: arn });
  const { Configuration = [], ProposedConfiguration: proposed, Status } = GroupConfiguration;
  return {
    name,
    arn,
    group: Group ?? { Name: name, GroupArn: arn },
    configuration: GroupConfiguration,
    settings: hostGroupSettings(Configuration),
    ...(Status === 'UPDATING' && proposed !== undefined ? { proposed: hostGroupSettings(proposed) } : {}),
    tags: Tags,
    members: await allMembers(ctx, arn),
  };
}

/** The host that an entry of ListGroupResources names. */
export const hostIdOf = ({ Identifier }: ListGroupResourcesItem): string =>
  Identifier?.ResourceArn?.split('/').at(-1) ?? '';

export const isJoining = ({ Status }: ListGroupResourcesItem): boolean => Status?.Name === 'PENDING';
