import { flagName } from '../commands/names.ts';
import type { Param, Params } from '../commands/params.ts';
import type { Declaration } from '../commands/types.ts';
import { UsageError } from '../contract/usage.ts';
import { nearest } from '../validation/nearest.ts';

/** What was written for each argument and option of a verb, in its order. */
export interface Given {
  readonly arguments: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Turns what was written into values, under it what `--input` brought; what is absent in both stays undefined.
 * @throws UsageError that names the option, what it must be and what was given
 */
export function bindValues(declaration: Declaration, given: Given, input: Values): Values {
  const words = { ...argumentWords(declaration.arguments, given.arguments), ...Object.fromEntries(given.options) };
  const values: Record<string, unknown> = {};
  for (const [name, param] of Object.entries({ ...declaration.arguments, ...declaration.options })) {
    const label = Object.hasOwn(declaration.arguments, name) ? param.placeholder : flagName(name);
    const texts = words[name];
    values[name] = texts === undefined ? fromInput(param, input) : read(param, label, texts);
  }
  return values;
}

function argumentWords(params: Params, given: readonly string[]): Record<string, readonly string[]> {
  const words: Record<string, readonly string[]> = {};
  Object.entries(params).forEach(([name, param], at) => {
    const own = param.takes === 'many' ? given.slice(at) : given.slice(at, at + 1);
    if (own.length > 0) words[name] = own;
  });
  return words;
}

function read(param: Param<unknown>, label: string, texts: readonly string[]): unknown {
  const parsed = param.parse(texts);
  if (parsed.ok) return parsed.value;
  const given = texts.at(-1) ?? '';
  const near = nearest(given, param.choices, 1)[0];
  throw new UsageError(`${label} ${parsed.why}; you gave "${given}"`, near ? `did you mean ${near}?` : undefined);
}

function fromInput(param: Param<unknown>, input: Values): unknown {
  const value = param.field === undefined ? undefined : input[param.field];
  if (value === undefined || value === null) return undefined;
  const good: boolean = param.holds(value);
  if (good) return value;
  return read(param, `${param.field} in --input`, Array.isArray(value) ? value.map(asText) : [asText(value)]);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
