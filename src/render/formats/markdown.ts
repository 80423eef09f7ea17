import type { Column, Row, View } from '../../contract/result.ts';
import { humanCell } from '../cells.ts';
import { harmless, harmlessLines } from '../safe-text.ts';

type Drawable = Exclude<View, { readonly kind: 'launch-check' }>;

/** Markdown tables, for tickets and wikis. */
export function drawMarkdown(view: Drawable): string {
  if (view.kind === 'text') return fenced(view.text);
  if (view.kind === 'list') return view.rows.length === 0 ? harmlessLines(view.empty) : table(view.rows, view.columns);
  const fields = view.fields.map(([label, value]) => ({ label, value }));
  const parts = [table(fields, FIELD_COLUMNS)];
  for (const { title, rows, columns } of view.sections ?? []) {
    parts.push(`### ${escaped(title)}\n\n${rows.length === 0 ? 'none' : table(rows, columns)}`);
  }
  return parts.join('\n\n');
}

/** Text that keeps its columns: a code block. */
export function fenced(text: string): string {
  return `\`\`\`\n${harmlessLines(text).trimEnd()}\n\`\`\``;
}

const FIELD_COLUMNS: readonly Column[] = [
  { key: 'label', title: 'Field' },
  { key: 'value', title: 'Value' },
];

function table(rows: readonly Row[], columns: readonly Column[]): string {
  const rule = columns.map((column) => (column.align === 'right' ? '---:' : '---'));
  const lines = rows.map((row) => columns.map((column) => escaped(humanCell(row[column.key]))));
  return [columns.map((column) => escaped(column.title)), rule, ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** A name must not end a cell or begin a tag. */
function escaped(text: string): string {
  return harmless(text).replace(/[\\|`*_[\]<>]/g, (sign) => `\\${sign}`);
}
