/** What the text on the command line means, or why it means nothing ("must be …"). */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Kinds of things that have names: what completion offers where one of them is meant. */
export type Named =
  | 'config'
  | 'ami'
  | 'instance'
  | 'host'
  | 'hrg'
  | 'template'
  | 'resource'
  | 'snapshot'
  | 'context'
  | 'constraint';

/** What the author of a command says about one argument or option; its key is its name, `minCores` is `--min-cores`. */
export interface About {
  readonly help: string;
  /** How the value is shown in help: NAME, N. */
  readonly placeholder?: string;
  /** Other long names, without dashes: other words for the same thing (`associate`, `counting`). */
  readonly aliases?: readonly string[];
  readonly short?: string;
  /** What is named by it, so that a shell can complete the names there are. */
  readonly names?: Named;
  /** The AWS member it fills: `--input` may bring it instead. */
  readonly field?: string;
  /** Asked in a terminal when a required value is missing; without it the help is the question. */
  readonly prompt?: { readonly message: string; readonly help?: string };
  /** A value for examples, `96`. */
  readonly example?: string;
  /** What to say when the option came without a value, besides that. */
  readonly ifNoValue?: string;
}

/** One argument or option: how it is written, and how its text becomes a value of type T. */
export interface Param<T, R extends boolean = boolean> extends About {
  readonly required: R;
  readonly placeholder: string;
  readonly aliases: readonly string[];
  /** `flag`: takes no value; `one`: one value, the last one counts; `many`: may be repeated. */
  readonly takes: 'flag' | 'one' | 'many';
  /** Long names that set a flag to false, without dashes. */
  readonly off: readonly string[];
  readonly choices: readonly string[];
  parse(texts: readonly string[]): Parsed<T>;
  holds(value: unknown): value is T;
}

export type Params = Readonly<Record<string, Param<unknown>>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const last = (texts: readonly string[]): string => texts.at(-1) ?? '';

interface Kind<T> {
  readonly placeholder: string;
  readonly takes?: 'flag' | 'one' | 'many';
  readonly off?: readonly string[];
  readonly choices?: readonly string[];
  parse(texts: readonly string[]): Parsed<T>;
  holds(value: unknown): value is T;
}

function param<T>(about: About, kind: Kind<T>): Param<T, false> {
  return {
    takes: 'one',
    off: [],
    choices: [],
    ...kind,
    ...about,
    required: false,
    aliases: about.aliases ?? [],
    placeholder: about.placeholder ?? kind.placeholder,
  };
}

/** The same, but it must be given: by flag, by `--input`, or by answering in a terminal. */
export function required<T>(optional: Param<T>): Param<T, true> {
  return { ...optional, required: true };
}

/** Any text, taken as it stands. An empty text is a value. */
export function text(about: About): Param<string, false> {
  return param(about, { placeholder: 'TEXT', holds: isText, parse: (texts) => ok(last(texts)) });
}

/** A whole number; bounds included. Underscores and commas between digits are accepted ("2,000"). */
export function integer(about: About & { readonly min?: number; readonly max?: number }): Param<number, false> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = about;
  const holds = (value: unknown): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
  const parse = (texts: readonly string[]): Parsed<number> => {
    const value = wholeNumber(last(texts));
    return holds(value) ? ok(value) : no(`must be a whole number${bounds(about.min, about.max)}`);
  };
  return param(about, { placeholder: 'N', holds, parse });
}

/** One of a few words, in any letter case. `spellings` maps other words for them: `{ shared: 'default' }`. */
export function choice<const C extends string>(
  choices: readonly C[],
  about: About & { readonly spellings?: Readonly<Record<string, NoInfer<C>>> },
): Param<C, false> {
  const meanings = new Map<string, C>(
    Object.entries(about.spellings ?? {}).map(([word, c]) => [word.toLowerCase(), c]),
  );
  for (const word of choices) meanings.set(word.toLowerCase(), word);
  const holds = (value: unknown): value is C => choices.some((word) => word === value);
  const parse = (texts: readonly string[]): Parsed<C> => {
    const found = meanings.get(last(texts).toLowerCase());
    return found === undefined ? no(`must be ${orList(choices)}`) : ok(found);
  };
  return param(about, { placeholder: choices.join('|'), choices, holds, parse });
}

/** Present or not; `off` lists the names that say no (`--hard` and `--soft`). */
export function flag(about: About & { readonly off?: readonly string[] }): Param<boolean, false> {
  const holds = (value: unknown): value is boolean => typeof value === 'boolean';
  const parse = (texts: readonly string[]): Parsed<boolean> => ok(last(texts) !== 'false');
  return param(about, { placeholder: '', takes: 'flag', off: about.off ?? [], holds, parse });
}

/** A list of another kind: the option is repeated or its values are parted by commas. */
export function listOf<T>(item: Param<T>, about: About & { readonly commas?: boolean }): Param<readonly T[], false> {
  const holds = (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every((one) => item.holds(one));
  const parse = (texts: readonly string[]): Parsed<readonly T[]> => {
    const words =
      about.commas === false ? texts : texts.flatMap((given) => given.split(',').map((word) => word.trim()));
    const values: T[] = [];
    // A comma at the end is harmless; an option given empty (--rule "$RULE") is a mistake.
    for (const word of about.commas === false ? words : words.filter((one) => one !== '')) {
      const parsed = item.parse([word]);
      if (!parsed.ok) return no(words.length > 1 ? `${parsed.why} ("${word}")` : parsed.why);
      values.push(parsed.value);
    }
    return values.length === 0 ? no('must name at least one') : ok(values);
  };
  const kind = { placeholder: item.placeholder, takes: 'many' as const, choices: item.choices, holds, parse };
  return param(about, kind);
}

/** Repeated `key=value` texts, as for tags; a later key replaces an earlier one. `key=` is an empty value. */
export function pairs(about: About): Param<Readonly<Record<string, string>>, false> {
  const holds = (value: unknown): value is Readonly<Record<string, string>> =>
    typeof value === 'object' && value !== null && Object.values(value).every(isText);
  const parse = (texts: readonly string[]): Parsed<Readonly<Record<string, string>>> => {
    const bad = texts.find((given) => given.indexOf('=') < 1);
    if (bad !== undefined) return no(`must be written key=value ("${bad}")`);
    return ok(Object.fromEntries(texts.map((given) => splitOnce(given, '='))));
  };
  return param(about, { placeholder: 'KEY=VALUE', takes: 'many', holds, parse });
}

/** A length of time in milliseconds, written `90s`, `10m`, `8h`, `3d` or together, `1d12h`. */
export function duration(about: About): Param<number, false> {
  const holds = (value: unknown): value is number => typeof value === 'number' && value >= 0;
  const parse = (texts: readonly string[]): Parsed<number> => {
    const value = milliseconds(last(texts));
    return value === undefined ? no('must be a length of time such as 90s, 10m, 8h or 3d') : ok(value);
  };
  return param(about, { placeholder: 'TIME', holds, parse });
}

/** A kind of its own: the parser says what a text means, `holds` says what a good value is. */
export function custom<T>(
  about: About,
  kind: { readonly placeholder: string; parse(given: string): Parsed<T>; holds(value: unknown): value is T },
): Param<T, false> {
  const { placeholder, holds } = kind;
  return param(about, { placeholder, holds, parse: (texts) => kind.parse(last(texts)) });
}

/** Milliseconds of `8h`, `1d12h`, `90s`; undefined for anything else. */
export function milliseconds(written: string): number | undefined {
  const units: Readonly<Record<string, number>> = {
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
  };
  if (!/^(\d+(ms|[smhdw]))+$/.test(written)) return undefined;
  let total = 0;
  for (const [, amount, unit] of written.matchAll(/(\d+)(ms|[smhdw])/g))
    total += Number(amount) * (units[unit ?? ''] ?? 0);
  return Number.isSafeInteger(total) ? total : undefined;
}

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function no(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

function wholeNumber(written: string): number {
  return /^[+-]?\d{1,3}([_,]\d{3})+$|^[+-]?\d+$/.test(written) ? Number(written.replace(/[_,]/g, '')) : Number.NaN;
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of ${min} or more`;
  return max === undefined ? '' : ` of ${max} or less`;
}

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function splitOnce(written: string, separator: string): [string, string] {
  const at = written.indexOf(separator);
  return [written.slice(0, at), written.slice(at + separator.length)];
}
