import { plainValue } from './plain-value.ts';
import { harmless } from './safe-text.ts';

/** A value as a person reads it in a table: yes and no, a date in UTC, lists with commas; never a control character. */
export function humanCell(value: unknown, absent = '–'): string {
  if (value === undefined || value === null || value === '') return absent;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date) return utc(value);
  if (Array.isArray(value)) return value.length === 0 ? absent : value.map((each) => humanCell(each)).join(', ');
  return harmless(scalar(value));
}

/** A value as another program reads it in a cell: true and false, an ISO date, nothing for what is absent. */
export function machineCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every(isScalar)) return value.map(machineCell).join(',');
  return scalar(value);
}

/** `2026-11-21 03:00:00 UTC`. */
export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

export function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object' || value instanceof Date;
}

function scalar(value: unknown): string {
  return isScalar(value) ? String(value) : JSON.stringify(plainValue(value));
}
