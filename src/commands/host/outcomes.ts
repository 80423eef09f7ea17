import type { UnsuccessfulItem } from '@aws-sdk/client-ec2';
import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';

interface Answer {
  readonly Successful?: readonly string[] | undefined;
  readonly Unsuccessful?: readonly UnsuccessfulItem[] | undefined;
}

/**
 * AWS answers 200 even where a host stays as it was, and says so host by host; for a person, and for a script's exit
 * code, that is a failure (RULINGS 23).
 */
export function failures({ Unsuccessful = [] }: Answer): readonly Note[] {
  return Unsuccessful.map(({ ResourceId, Error: error }) => ({
    kind: 'alert',
    text: withSubject(ResourceId ?? '', error?.Message ?? error?.Code ?? 'refused without a reason'),
  }));
}

/** Exit 6 as soon as one host stayed as it was. */
export const exitOf = ({ Unsuccessful = [] }: Answer): Pick<Result, 'exit'> =>
  Unsuccessful.length === 0 ? {} : { exit: EXIT.conflict };

/** "2 hosts"; the one host by its id. */
export const hostsWords = (ids: readonly string[]): string =>
  ids.length === 1 ? `host ${ids[0]}` : counted(ids.length, 'host');

const withSubject = (id: string, message: string): string => (message.includes(id) ? message : `${id}: ${message}`);
