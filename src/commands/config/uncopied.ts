import { NOT_COPIED } from '../../contract/copy.ts';
import type { Note } from '../../contract/result.ts';
import { idOf } from './words.ts';

interface Listed {
  readonly ResourceArn?: string | undefined;
  readonly ConsumedLicenses?: number | undefined;
}

/** Whether an entry stands for licences that AWS counts and names no resource for: only a copy of an account has one. */
export const isUncopied = ({ ResourceArn }: Listed): boolean => idOf(ResourceArn) === NOT_COPIED;

/** How such an entry is shown: it is no machine, and nobody's. */
export const UNCOPIED = { type: 'no machine', status: undefined, owner: undefined, since: undefined } as const;

/** What the entry stands for, where there is one. */
export const uncopiedNotes = (all: readonly Listed[]): readonly Note[] =>
  all.some(isUncopied)
    ? [
        {
          kind: 'hint',
          text: `${NOT_COPIED} is no machine: it stands for licences that AWS counts and names no resource for; lm local status says why`,
        },
      ]
    : [];
