import type { GroupIdentifier } from '@aws-sdk/client-resource-groups';
import type { GroupCopy } from '../../../contract/copy.ts';
import { allGroups, allMembers } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/** The account's own host resource groups with their settings, tags and hosts. */
export async function readGroups(reader: Reader): Promise<readonly GroupCopy[]> {
  const listed = await reader.read('host resource groups', 'resource-groups:ListGroups', (call) => allGroups({ call }));
  const copies: GroupCopy[] = [];
  for (const group of listed ?? []) copies.push(...(await readGroup(reader, group)));
  return copies;
}

/** One group; none where its settings may not be read, since hosts without them are not in a group. */
async function readGroup(reader: Reader, group: GroupIdentifier): Promise<readonly GroupCopy[]> {
  const { GroupArn: Group = '', GroupName = '' } = group;
  const [settings, members, tags] = await Promise.all([
    reader.read(`settings of group ${GroupName}`, 'resource-groups:GetGroupConfiguration', async (call) => {
      const { GroupConfiguration } = await call('resource-groups:GetGroupConfiguration', { Group });
      return GroupConfiguration ?? {};
    }),
    reader.read(`hosts of group ${GroupName}`, 'resource-groups:ListGroupResources', (call) =>
      allMembers({ call }, Group),
    ),
    reader.read(`tags of group ${GroupName}`, 'resource-groups:GetTags', async (call) => {
      return (await call('resource-groups:GetTags', { Arn: Group })).Tags ?? {};
    }),
  ]);
  return settings === undefined ? [] : [{ group, settings, members: members ?? [], tags: tags ?? {} }];
}
