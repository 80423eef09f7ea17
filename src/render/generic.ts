import type { Row, View } from '../contract/result.ts';
import { isScalar } from './cells.ts';
import type { Plain } from './plain-value.ts';

type Drawn = Extract<View, { readonly kind: 'list' | 'record' | 'text' }>;

/** A view of any data, for what `--query` found: objects are rows or records, lists of lists are rows without names. */
export function genericView(value: Plain): Drawn {
  if (value === null) return { kind: 'text', text: '' };
  if (typeof value !== 'object') return { kind: 'text', text: String(value) };
  if (!isList(value)) return { kind: 'record', fields: Object.entries(value) };
  if (value.every(isScalar))
    return list(
      value.map((each) => ({ value: each })),
      ['value'],
    );
  return rowsView(value);
}

/** As `genericView`, but scalars of a list stand side by side on one line, as `aws --output text` prints them. */
export function genericTextView(value: Plain): Drawn {
  const oneLine = isList(value) && value.length > 0 && value.every(isScalar);
  return genericView(oneLine ? [value] : value);
}

function rowsView(values: readonly Plain[]): Drawn {
  const rows = values.map((value): Row => (isScalar(value) ? { value } : { ...Object(value) }));
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return list(rows, keys);
}

function list(rows: readonly Row[], keys: readonly string[]): Drawn {
  const named = keys.some((key) => !/^\d+$/.test(key));
  const columns = keys.map((key) => ({ key, title: named ? key : '' }));
  return { kind: 'list', rows, columns, empty: '' };
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
