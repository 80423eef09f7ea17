import type { Violation } from '../contract/decision.ts';
import { requestRows } from './catalogue/request.ts';
import { checkIn } from './check-in.ts';

/** Every constraint on tags, in order. */
export const TAG_CONSTRAINTS = ['tag-key-length', 'tag-value-length', 'tag-reserved-prefix', 'tag-limit-50'] as const;

interface TagLike {
  readonly Key?: string;
  readonly Value?: string;
}

/** What tags break; `present` are the keys that the resource has already. */
export function tagViolations(
  Tags: readonly TagLike[] | undefined,
  present: readonly string[] = [],
): readonly Violation[] {
  const given = Tags ?? [];
  const kept = present.filter((key) => !given.some((tag) => tag.Key === key)).length;
  return TAG_CONSTRAINTS.flatMap((id) => checkIn(requestRows, id, { Tags: given, kept }));
}
