import type { Tag, TagSpecification } from '@aws-sdk/client-ec2';
import type { TagRow } from '../store/tables/tags.ts';

/** Tags as stored: a missing value is an empty one. */
export const fullTags = (tags: readonly Tag[] | undefined): readonly TagRow[] =>
  (tags ?? []).flatMap(({ Key, Value }) => (Key === undefined ? [] : [{ Key, Value: Value ?? '' }]));

/** The tags that an EC2 request gives to one kind of resource. */
export const tagsFor = (kind: string, specifications: readonly TagSpecification[] | undefined): readonly TagRow[] =>
  (specifications ?? []).filter((one) => one.ResourceType === kind).flatMap((one) => fullTags(one.Tags));
