import type { Filter } from '@aws-sdk/client-ec2';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';

/** Where a filter looks: the values of a resource under one filter name. */
export type FilterFields<T> = Readonly<
  Record<string, (resource: T) => readonly (string | number | boolean | undefined)[]>
>;

interface Tagged {
  readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
}

/** `tag-key`; `tag:KEY` is known to every listing of tagged resources. */
export const tagFilters = <T extends Tagged>(): FilterFields<T> => ({
  'tag-key': (resource) => (resource.Tags ?? []).map((tag) => tag.Key),
});

const TAG = 'tag:';

/**
 * A test for EC2's filters: all filters must match, any value of one is enough, `*` and `?` are wildcards.
 * @throws Fault ec2-filter-unknown for a filter name that this listing does not know
 */
export function matches<T extends Tagged>(
  filters: readonly Filter[],
  fields: FilterFields<T>,
): (resource: T) => boolean {
  const allowed = Object.keys(fields);
  guard(
    filters.flatMap(({ Name = '' }) =>
      check('ec2-filter-unknown', { filter: Name, known: Name.startsWith(TAG) || allowed.includes(Name), allowed }),
    ),
  );
  const tests = filters.map(({ Name = '', Values = [] }) => {
    const patterns = Values.map(wildcard);
    const read =
      fields[Name] ??
      ((resource: T) =>
        (resource.Tags ?? []).filter((tag) => tag.Key === Name.slice(TAG.length)).map((tag) => tag.Value));
    return (resource: T) =>
      read(resource).some((value) => value !== undefined && patterns.some((pattern) => pattern.test(String(value))));
  });
  return (resource) => tests.every((test) => test(resource));
}

function wildcard(value: string): RegExp {
  const escaped = value.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}
