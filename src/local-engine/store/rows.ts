import type { RawRow } from './database.ts';

/**
 * Readers that turn one column of an engine's row into a typed value. A column of another type than the schema says
 * cannot happen in a STRICT table; it is our defect and throws.
 */
export function text(row: RawRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`);
  return value;
}

export function int(row: RawRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not a number`);
  return value;
}

export function flag(row: RawRow, column: string): boolean {
  return int(row, column) !== 0;
}

export function optionalText(row: RawRow, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

export function optionalInt(row: RawRow, column: string): number | undefined {
  return row[column] === null ? undefined : int(row, column);
}

/** One of the words a column may hold. */
export function word<const W extends readonly string[]>(row: RawRow, column: string, words: W): W[number] {
  const value = text(row, column);
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw new TypeError(`column ${column} holds ${value}`);
  return found;
}

/** A JSON object whose members are strings. */
export function textsByName(row: RawRow, column: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text(row, column));
  const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.map(([name, member]) => {
      if (typeof member !== 'string') throw new TypeError(`column ${column} holds more than strings`);
      return [name, member];
    }),
  );
}

/** A JSON array of strings. */
export function strings(row: RawRow, column: string): readonly string[] {
  const value: unknown = JSON.parse(text(row, column));
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new TypeError(`column ${column} is not a list of strings`);
  }
  return value;
}
