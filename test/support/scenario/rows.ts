/** What a row says about how its call ends; `any` is for rows that were made up by a generator. */
export interface Expected {
  readonly outcome: 'ok' | 'alert' | 'refused' | 'any';
  /** Constraint ids (or, where a refusal has none, AWS's error code) in order, each with the numbers that are looked at. */
  readonly broken: readonly { readonly id: string; readonly args: ReadonlyMap<string, string> }[];
}

/** One row of words: a verb, words, `name=value` options, and after a bar what is expected. */
export interface Row {
  readonly line: number;
  readonly text: string;
  readonly verb: string;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly expected: Expected;
}

/**
 * Reads the rows of a scenario. `#` begins a comment, an empty line is nothing, and a row without a bar expects `ok`:
 *
 *     launch b from web m5.4xlarge x2   | refused launch-hard-block requested=32 short=24
 *
 * @throws Error for an outcome that is none of ok, alert and refused
 */
export function readRows(text: string): readonly Row[] {
  return text.split('\n').flatMap((full, index) => {
    const [line = ''] = full.split(/(?:^|\s)#/);
    if (line.trim() === '') return [];
    const [said = '', expected = 'ok'] = line.split('|');
    const [verb = '', ...rest] = said.trim().split(/\s+/);
    return [
      {
        line: index + 1,
        text: line.trim(),
        verb,
        words: rest.filter((word) => !word.includes('=')),
        options: optionsOf(rest.filter((word) => word.includes('='))),
        expected: expectedOf(expected.trim().split(/\s+/)),
      },
    ];
  });
}

function optionsOf(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
}

function expectedOf([outcome, ...words]: readonly string[]): Expected {
  if (outcome !== 'ok' && outcome !== 'alert' && outcome !== 'refused' && outcome !== 'any')
    throw new Error(`a row ends in ok, alert or refused, not in "${outcome}"`);
  const broken: { id: string; args: Map<string, string> }[] = [];
  for (const word of words) {
    const [name = '', value] = word.split(/=(.*)/s);
    if (value === undefined) broken.push({ id: name, args: new Map() });
    else broken.at(-1)?.args.set(name, value);
  }
  return { outcome, broken };
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of words such as `30d`, `8h` or `90d 1h`. */
export function duration(words: readonly string[]): number {
  return words.reduce((sum, word) => {
    const [, number, unit = ''] = /^(\d+)([a-z]+)$/.exec(word) ?? [];
    const factor = UNITS[unit];
    if (number === undefined || factor === undefined) throw new Error(`"${word}" is no duration, such as 8h or 30d`);
    return sum + Number(number) * factor;
  }, 0);
}
