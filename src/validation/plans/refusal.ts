import { UsageError } from '../../contract/usage.ts';

/** The file cannot be read as what it should be: exit 2, with the place where one is known. */
export function unreadable(file: string, why: string, hint?: string): UsageError {
  return new UsageError(`${file}: ${why}`, hint);
}
