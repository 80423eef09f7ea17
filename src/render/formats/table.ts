import type { Column, Row, View } from '../../contract/result.ts';
import { humanCell } from '../cells.ts';
import { fitGrid, GAP, type Grid } from '../fit.ts';
import { type Measure, measureFor, padEnd } from '../measure.ts';
import { harmless, harmlessLines } from '../safe-text.ts';
import { type Paint, paintFor, type Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

type Drawable = Exclude<View, { readonly kind: 'launch-check' }>;
type Record = Extract<View, { readonly kind: 'record' }>;

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** A view for people: a header and rows without lines around them, or labels with their values. */
export async function drawTable(view: Drawable, terminal: Terminal): Promise<string> {
  if (view.kind === 'text') return harmlessLines(view.text);
  if (view.kind === 'record') return drawRecord(view, terminal);
  if (view.rows.length === 0) return harmlessLines(view.empty);
  return drawGrid(view.rows, view.columns, terminal);
}

async function drawGrid(rows: readonly Row[], columns: readonly Column[], terminal: Terminal): Promise<string> {
  const grid = gridOf(rows, columns, terminal);
  const measure = await measureFor([...grid.columns.map((column) => column.title), ...grid.cells.flat()]);
  const fitted = fitGrid(grid, terminal.width, measure, terminal.ascii ? '...' : '…');
  return tabulate(fitted, await paintFor(terminal.colour));
}

function gridOf(rows: readonly Row[], columns: readonly Column[], terminal: Terminal): Grid {
  const absent = terminal.ascii ? '-' : '–';
  return {
    columns: columns.map((column) => ({ ...column, align: column.align ?? alignmentOf(rows, column.key) })),
    cells: rows.map((row) => columns.map((column) => humanCell(row[column.key], column.title === '' ? '' : absent))),
  };
}

/** Numbers stand at the right, if a column has nothing else. */
function alignmentOf(rows: readonly Row[], key: string): 'left' | 'right' {
  const values = rows.map((row) => row[key]).filter((value) => value !== undefined && value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number') ? 'right' : 'left';
}

async function tabulate({ columns, cells }: Grid, paint: Paint): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const titled = columns.some((column) => column.title !== '');
  const table = new Table({
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: titled ? columns.map((column) => paint.bold(column.title)) : [],
    colAligns: columns.map((column) => column.align ?? 'left'),
  });
  table.push(...cells.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

async function drawRecord(record: Record, terminal: Terminal): Promise<string> {
  const absent = terminal.ascii ? '-' : '–';
  const fields = record.fields.map(([label, value]) => [harmless(label), humanCell(value, absent)] as const);
  const measure = await measureFor(fields.flat());
  const paint = await paintFor(terminal.colour);
  const parts = [fieldLines(fields, terminal.width, measure, paint).join('\n')];
  for (const { title, rows, columns } of record.sections ?? []) {
    const body = rows.length === 0 ? 'none' : await drawGrid(rows, columns, { ...terminal, width: terminal.width - 2 });
    parts.push([paint.bold(title), ...body.split('\n').map((line) => `  ${line}`)].join('\n'));
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function fieldLines(
  fields: readonly (readonly [string, string])[],
  width: number,
  measure: Measure,
  paint: Paint,
): readonly string[] {
  const labels = Math.max(0, ...fields.map(([label]) => measure(label)));
  return fields.flatMap(([label, value]) => {
    const first = padEnd(label, labels + GAP, measure);
    const [head = '', ...tail] = wrap(value, first, labels + GAP, width, measure);
    return [paint.bold(label) + head.slice(label.length), ...tail];
  });
}
