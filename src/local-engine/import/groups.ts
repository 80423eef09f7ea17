import type { AccountCopy } from '../../contract/copy.ts';
import { parseGroupArn } from '../../validation/arns.ts';
import type { HostGroupRow } from '../store/tables/host-groups.ts';
import type { TagRow } from '../store/tables/tags.ts';
import type { Assumed } from './assumed.ts';

/** A host resource group with the hosts that are in it or joining. */
export interface CopiedGroup {
  readonly arn: string;
  /** The account that has it: the copied one, or one that shares it. */
  readonly owner: string;
  readonly row: Pick<
    HostGroupRow,
    'name' | 'description' | 'configuration' | 'criticality' | 'owner' | 'displayName' | 'createdAt'
  >;
  /** Settings that an update has asked for and that are not in force yet. */
  readonly proposed: string | undefined;
  readonly hosts: readonly { readonly id: string; readonly joining: boolean }[];
  readonly tags: readonly TagRow[];
}

/** The host resource groups of a copy. */
export function copiedGroups({ scope, groups }: AccountCopy, now: number, assumed: Assumed): readonly CopiedGroup[] {
  return groups.map(({ group, settings, members, tags }) => {
    const { GroupName: name = '', GroupArn: arn = '' } = group;
    const { Configuration = [], ProposedConfiguration, Status } = settings;
    assumed.note('configuration-created', name);
    return {
      arn,
      owner: parseGroupArn(arn)?.account ?? scope.account,
      row: {
        name,
        description: group.Description,
        configuration: JSON.stringify(Configuration),
        criticality: group.Criticality,
        owner: group.Owner,
        displayName: group.DisplayName,
        createdAt: now,
      },
      proposed: Status === 'UPDATING' ? JSON.stringify(ProposedConfiguration ?? Configuration) : undefined,
      hosts: members.map(({ Identifier, Status }) => ({
        id: Identifier?.ResourceArn?.split('/').at(-1) ?? '',
        joining: Status?.Name === 'PENDING',
      })),
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    };
  });
}
