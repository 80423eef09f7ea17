import { isMembers, listOf, type Members, membersOf, Open } from '../open.ts';
import type { Change } from './document.ts';
import type { Path, References } from './references.ts';

const AFTER_APPLY = 'is known only after apply';

/** What a resource of the plan will be called by others, before it exists. */
export type Symbols = (change: Change, attribute: string) => string | undefined;

/**
 * The attributes of a resource after apply: known ones, names of what the plan itself makes where they refer to it, and
 * `Open` for all else that `after_unknown` marks.
 */
export function valuesAfter(change: Change, references: References, symbols: Symbols): Members {
  const open = (path: Path): unknown => {
    const referred = references.of(change, path);
    const attribute = referred?.attribute ?? guessed(path);
    return (referred && symbols(referred.change, attribute)) ?? new Open(AFTER_APPLY);
  };
  return membersOf(merged(change.after, change.afterUnknown, [], open));
}

/** A whole resource passed on stands for what the attribute that takes it wants. */
function guessed(path: Path): string {
  const name = String(path.filter((step) => typeof step === 'string').at(-1) ?? '');
  if (name.endsWith('arn')) return 'arn';
  return name.endsWith('version') ? 'latest_version' : 'id';
}

function merged(after: unknown, unknown: unknown, path: Path, open: (path: Path) => unknown): unknown {
  if (unknown === true) return open(path);
  if (Array.isArray(unknown)) {
    const known = listOf(after);
    const length = Math.max(known.length, unknown.length);
    return Array.from({ length }, (_, at) => merged(known[at], unknown[at], [...path, at], open));
  }
  if (!isMembers(unknown)) return after;
  const known = membersOf(after);
  const names = new Set([...Object.keys(known), ...Object.keys(unknown)]);
  if (names.size === 0) return after;
  return Object.fromEntries(
    [...names].map((name) => [name, merged(known[name], unknown[name], [...path, name], open)]),
  );
}
