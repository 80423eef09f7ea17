/** One line of the benchmark's table. */
export interface Row {
  readonly what: string;
  readonly value: number;
  /** `×` is a ratio of whole-process times to `node -e 0`. */
  readonly unit: '×' | 'times' | 'ms' | 'launches/s' | 'requests/s' | 'rows/s' | 'µs';
  /** What docs/performance.md promises; absent where a number only informs. */
  readonly budget?: { readonly most: number } | { readonly least: number };
}

/** A group of benchmarks; measured one after the other, since they share the machine. */
export interface Group {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

const DECIMALS = { '×': 2, times: 2, ms: 1, 'launches/s': 0, 'requests/s': 0, 'rows/s': 0, µs: 1 } as const;

function number(value: number, unit: Row['unit']): string {
  const text = value.toLocaleString('en', {
    minimumFractionDigits: DECIMALS[unit],
    maximumFractionDigits: DECIMALS[unit],
  });
  return unit === '×' ? `${text}×` : `${text} ${unit}`;
}

/** Whether a row keeps its promise; a row without one always does. */
export function keepsBudget({ value, budget }: Row): boolean {
  if (budget === undefined) return true;
  return 'most' in budget ? value <= budget.most : value >= budget.least;
}

function promise({ unit, budget }: Row): string {
  if (budget === undefined) return '';
  return 'most' in budget ? `≤ ${number(budget.most, unit)}` : `≥ ${number(budget.least, unit)}`;
}

/** Draws rows as a Markdown table, aligned so that a terminal shows it well too. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    number(row.value, row.unit),
    promise(row),
    row.budget === undefined ? '' : keepsBudget(row) ? 'kept' : 'MISSED',
  ]);
  const lines = [['what', 'measured', 'budget', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]) =>
    `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [draw(lines[0] ?? []), rule, ...lines.slice(1).map(draw)].join('\n');
}
