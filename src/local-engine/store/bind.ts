import { bindError } from './errors.ts';
import type { EngineParams, EngineValue } from './sqlite.ts';

export type Param = string | number | bigint | boolean | null | Uint8Array;
export type Params = Readonly<Record<string, Param>>;

/** What a statement's text says about it. */
export interface StatementShape {
  /** The `$name` parameters, without the `$`, each once. */
  readonly names: readonly string[];
  /** Whether it has a RETURNING clause, so that its rows must be fetched. */
  readonly returning: boolean;
}

/**
 * Strings, quoted names and comments first, so that nothing inside them counts; then parameters, RETURNING, the end. Other
 * words are not looked at, so what follows a letter or a digit is part of one.
 */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<![\w$\u0080-\uffff])(?:RETURNING(?![\w$\u0080-\uffff])|[$:@?][\w:]*)|;/gi;
const PARAMETER = new Set(['$', ':', '@', '?']);
const NAMED = /^\$([A-Za-z_]\w*)$/;
const BLANK = /^(?:\s|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))*$/;

/**
 * Reads the parameters off a statement's text, once, when it is prepared.
 * @throws StoreError (bind) for a parameter that is not `$name`, and for text after the first statement, which an
 * engine would ignore without a word
 */
export function shapeOf(sql: string): StatementShape {
  const names = new Set<string>();
  let returning = false;
  for (const match of sql.matchAll(TOKEN)) {
    const token = match[0];
    if (token === ';') {
      if (!BLANK.test(sql.slice(match.index + 1))) throw bindError(`more than one statement in ${quote(sql)}`);
    } else if (PARAMETER.has(token.charAt(0))) {
      const name = NAMED.exec(token)?.[1];
      if (name === undefined) throw bindError(`parameter ${token} is not of the form $name in ${quote(sql)}`);
      names.add(name);
    } else if (token.toUpperCase() === 'RETURNING') returning = true;
  }
  return { names: [...names], returning };
}

/**
 * Turns named values (names without the `$`) into what every engine stores alike: booleans become 0 or 1, and whole
 * numbers are passed as integers, since node:sqlite would pass them as reals where no column says otherwise.
 * @throws StoreError (bind) if the names are not exactly the statement's, or a value is none the store takes
 */
export function bind(sql: string, names: readonly string[], params: Params | undefined): EngineParams | undefined {
  const given = params === undefined ? 0 : Object.keys(params).length;
  if (given === 0 && names.length === 0) return undefined;
  const bound: Record<string, EngineValue> = {};
  if (params !== undefined) {
    for (const name of names) {
      if (Object.hasOwn(params, name)) bound[`$${name}`] = engineValue(sql, name, params[name]);
    }
  }
  if (given !== names.length || Object.keys(bound).length !== names.length) throw wrongNames(sql, names, params ?? {});
  return bound;
}

function wrongNames(sql: string, names: readonly string[], params: Params) {
  const list = (found: readonly string[]) => found.map((name) => `$${name}`).join(', ') || 'none';
  const missing = names.filter((name) => !Object.hasOwn(params, name));
  const unknown = Object.keys(params).filter((name) => !names.includes(name));
  return bindError(`parameters missing: ${list(missing)}, unknown: ${list(unknown)} in ${quote(sql)}`);
}

function engineValue(sql: string, name: string, value: unknown): EngineValue {
  const refuse = (what: string) => bindError(`$${name} is ${what} in ${quote(sql)}`);
  switch (typeof value) {
    case 'string':
      if (value.includes('\0')) throw refuse('text with a NUL character');
      return value;
    case 'number':
      if (Number.isSafeInteger(value)) return BigInt(value);
      if (!Number.isFinite(value)) throw refuse(`${value}`);
      if (Number.isInteger(value)) throw refuse(`${value}, beyond the whole numbers that are exact (2^53 - 1)`);
      return value;
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) throw refuse(`${value}, beyond 64 bits`);
      return value;
    case 'boolean':
      return value ? 1n : 0n;
    case 'object':
      if (value === null) return null;
      if (!(value instanceof Uint8Array)) throw refuse(`an object (${value.constructor?.name ?? 'no class'})`);
      if (value.length === 0) throw refuse('an empty byte array');
      return value;
    default:
      throw refuse(typeof value === 'undefined' ? 'undefined (null means nothing)' : `a ${typeof value}`);
  }
}

function quote(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `"${line.slice(0, 157)}..."` : `"${line}"`;
}
