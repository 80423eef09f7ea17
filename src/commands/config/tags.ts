import type { Tag } from '@aws-sdk/client-license-manager';

/** `{ team: 'db' }` as AWS writes tags. */
export const tagsOf = (tags: Readonly<Record<string, string>> | undefined): Tag[] =>
  Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
