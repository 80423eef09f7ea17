import type { GroupIdentifier } from '@aws-sdk/client-resource-groups';
import type { GroupCopy, SharingCopy } from '../../../contract/copy.ts';
import { Fault } from '../../../contract/fault.ts';
import { parseGroupArn } from '../../../validation/arns.ts';
import { allGroups, allMembers } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/** The account's own host resource groups with their settings, tags and hosts, and those that others share with it. */
export async function readGroups(reader: Reader, { received }: SharingCopy): Promise<readonly GroupCopy[]> {
  const listed = await reader.read('host resource groups', 'resource-groups:ListGroups', (call) => allGroups({ call }));
  const copies: GroupCopy[] = [];
  for (const group of listed ?? []) copies.push(...(await readGroup(reader, group)));
  const shared = new Set(received.flatMap(({ resources }) => resources));
  for (const arn of shared) copies.push(...(await readShared(reader, arn)));
  return copies;
}

/** One group; none where its settings may not be read, since hosts without them are not in a group. */
async function readGroup(reader: Reader, group: GroupIdentifier): Promise<readonly GroupCopy[]> {
  const { GroupArn: arn = '', GroupName: name = '' } = group;
  const [settings, members, tags] = await Promise.all([
    readSettings(reader, arn, name),
    readMembers(reader, arn, name),
    reader.read(`tags of group ${name}`, 'resource-groups:GetTags', async (call) => {
      return (await call('resource-groups:GetTags', { Arn: arn })).Tags ?? {};
    }),
  ]);
  return settings === undefined ? [] : [{ group, settings, members: members ?? [], tags: tags ?? {} }];
}

/** A group of another account; its tags are its owner's. None for what is no group, or is gone meanwhile. */
async function readShared(reader: Reader, GroupArn: string): Promise<readonly GroupCopy[]> {
  const named = parseGroupArn(GroupArn);
  if (named === undefined) return [];
  const GroupName = named.name;
  const what = `${GroupName} of account ${named.account}`;
  try {
    const settings = await readSettings(reader, GroupArn, what);
    const members = await readMembers(reader, GroupArn, what);
    const group = { GroupArn, GroupName };
    return settings === undefined ? [] : [{ group, settings, members: members ?? [], tags: {} }];
  } catch (error) {
    if (error instanceof Fault && error.code === 'NotFoundException') return [];
    throw error;
  }
}

const readSettings = (reader: Reader, Group: string, name: string) =>
  reader.read(`settings of group ${name}`, 'resource-groups:GetGroupConfiguration', async (call) => {
    const { GroupConfiguration } = await call('resource-groups:GetGroupConfiguration', { Group });
    return GroupConfiguration ?? {};
  });

const readMembers = (reader: Reader, Group: string, name: string) =>
  reader.read(`hosts of group ${name}`, 'resource-groups:ListGroupResources', (call) => allMembers({ call }, Group));
