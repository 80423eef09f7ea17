import type { Row, View } from '../../contract/result.ts';
import { machineCell } from '../cells.ts';
import { harmless, harmlessLines } from '../safe-text.ts';

type Drawable = Exclude<View, { readonly kind: 'launch-check' }>;

/** Tab-separated lines without a header, as `aws --output text` prints them; what is absent is empty. */
export function drawText(view: Drawable): string {
  if (view.kind === 'text') return harmlessLines(view.text);
  if (view.kind === 'list') return view.rows.map((row) => line(valuesOf(row, view.columns))).join('\n');
  const fields = view.fields.map(([label, value]) => line([label, value]));
  const sections = (view.sections ?? []).flatMap(({ title, rows, columns }) =>
    rows.map((row) => line([title.toUpperCase(), ...valuesOf(row, columns)])),
  );
  return [...fields, ...sections].join('\n');
}

function valuesOf(row: Row, columns: readonly { readonly key: string }[]): readonly unknown[] {
  return columns.map((column) => row[column.key]);
}

function line(values: readonly unknown[]): string {
  return values.map((value) => harmless(machineCell(value))).join('\t');
}
