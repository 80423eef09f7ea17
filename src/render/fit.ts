import type { Column } from '../contract/result.ts';
import { type Measure, truncate } from './measure.ts';

/** A table whose cells are text already: a column may be dropped or cut to fit a terminal. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
}

export const GAP = 2;
const NARROWEST = 6;

/**
 * Fits a grid into `width` columns: optional columns go first (the highest number earliest), then the widest cells are
 * cut and marked with `…`.
 */
export function fitGrid(grid: Grid, width: number, measure: Measure, mark: string): Grid {
  let fitted = grid;
  while (total(widths(fitted, measure)) > width) {
    const victim = mostOptional(fitted.columns);
    if (victim < 0) return cut(fitted, width, measure, mark);
    fitted = without(fitted, victim);
  }
  return fitted;
}

function widths({ columns, cells }: Grid, measure: Measure): number[] {
  return columns.map((column, at) =>
    cells.reduce((widest, row) => Math.max(widest, measure(row[at] ?? '')), measure(column.title)),
  );
}

const total = (all: readonly number[]): number =>
  all.reduce((sum, each) => sum + each, 0) + GAP * Math.max(0, all.length - 1);

function mostOptional(columns: readonly Column[]): number {
  const highest = Math.max(...columns.map((column) => column.optional ?? 0));
  return highest > 0 && columns.length > 1 ? columns.findLastIndex((column) => column.optional === highest) : -1;
}

function without({ columns, cells }: Grid, at: number): Grid {
  return { columns: columns.toSpliced(at, 1), cells: cells.map((row) => row.toSpliced(at, 1)) };
}

function cut(grid: Grid, width: number, measure: Measure, mark: string): Grid {
  const allowed = widths(grid, measure);
  while (total(allowed) > width) {
    const widest = Math.max(...allowed);
    if (widest <= NARROWEST) break;
    const second = Math.max(NARROWEST, ...allowed.filter((each) => each < widest));
    const excess = total(allowed) - width;
    const at = allowed.indexOf(widest);
    allowed[at] = Math.max(allowed.filter((each) => each === widest).length > 1 ? widest - 1 : second, widest - excess);
  }
  const short = (text: string, at: number): string => truncate(text, allowed[at] ?? 0, measure, mark);
  return {
    columns: grid.columns.map((column, at) => ({ ...column, title: short(column.title, at) })),
    cells: grid.cells.map((row) => row.map(short)),
  };
}
