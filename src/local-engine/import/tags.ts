import type { TagRow } from '../store/tables/tags.ts';

/** Tags as AWS lists them; those of AWS's own services (`aws:`) are kept like all others. */
export const tagRows = (
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] = [],
): readonly TagRow[] => tags.flatMap(({ Key, Value = '' }) => (Key === undefined ? [] : { Key, Value }));
