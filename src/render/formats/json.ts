import { plainValue } from '../plain-value.ts';

/** JSON with two spaces; every control character is escaped, also those that JSON itself would let through. */
export function drawJson(value: unknown): string {
  return JSON.stringify(plainValue(value), null, 2).replace(/[\x7f-\x9f]/g, escaped);
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
