import type { Row, View } from '../../contract/result.ts';
import { machineCell } from '../cells.ts';
import { harmless, harmlessLines } from '../safe-text.ts';

type Drawable = Exclude<View, { readonly kind: 'launch-check' }>;

/** CSV with a header row of the columns' keys; a record is one row, without its sections. */
export async function drawCsv(view: Drawable): Promise<string> {
  if (view.kind === 'text') return harmlessLines(view.text);
  const { stringify } = await import('csv-stringify/sync');
  return stringify(tableOf(view).map((row) => row.map(guarded)));
}

function tableOf(view: Exclude<Drawable, { readonly kind: 'text' }>): readonly (readonly string[])[] {
  if (view.kind === 'record') {
    return [view.fields.map(([label]) => label), view.fields.map(([, value]) => machineCell(value))];
  }
  const keys = view.columns.map((column) => column.key);
  return [keys, ...view.rows.map((row: Row) => keys.map((key) => machineCell(row[key])))];
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A spreadsheet runs what begins like a formula: a quote before it keeps it text. */
function guarded(cell: string): string {
  const safe = harmless(cell);
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${safe}` : safe;
}
