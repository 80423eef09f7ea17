import { principalWords, type Sharing, statusWords } from './sharing.ts';

type Field = readonly [label: string, value: unknown];

/** With whom something is shared, or who shares it, as lines of a record; none where nobody does. */
export function sharingFields({ sharedBy, sharedWith = [], notRead = [] }: Sharing, account: string): readonly Field[] {
  if (sharedBy !== undefined) return [['shared', `by account ${sharedBy} with account ${account}`]];
  const lines = [
    ...notRead.map(({ permission }) => `could not be read (allow ${permission})`),
    ...sharedWith.map((one) =>
      one.status === 'shared' ? principalWords(one.principal) : `${principalWords(one.principal)}, ${statusWords(one)}`,
    ),
  ];
  return lines.map((line, at) => [at === 0 ? 'shared with' : '', line]);
}
