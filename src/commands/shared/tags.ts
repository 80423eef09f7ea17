import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2';

type Tags = readonly Tag[] | undefined;

/** The value of the tag Name. */
export const nameTag = (tags: Tags): string | undefined => tags?.find((tag) => tag.Key === 'Name')?.Value;

/** "env=prod, owner=anna"; the tag Name is left out, since it is shown as the name. */
export const tagWords = (tags: Tags): string =>
  (tags ?? []).flatMap(({ Key, Value }) => (Key === 'Name' ? [] : `${Key}=${Value ?? ''}`)).join(', ');

/** What a call that makes a resource says about its tags; nothing when there are none. */
export function tagSpecifications(
  ResourceType: ResourceType,
  tags: Readonly<Record<string, string>> | undefined,
  name?: string,
): { TagSpecifications?: TagSpecification[] } {
  const all = { ...tags, ...(name === undefined ? {} : { Name: name }) };
  const Tags = Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
  return Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType, Tags }] };
}
