import type { Basis, Finding, Source } from '../contract/constraint.ts';
import { type Measure, padEnd } from './measure.ts';
import { harmless } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** Where the labels why, fix and from stand, and where their text begins. */
const LABEL = 7;
const BODY = 13;
const COMMAND_GAP = 6;

export interface Page {
  readonly width: number;
  readonly measure: Measure;
}

/** One line that names a finding: sign, id or subject, what is wrong with numbers. */
export function titleLines(sign: string, title: string, text: string, page: Page, brush: (text: string) => string) {
  const [first = '', ...rest] = wrap(harmless(text), `  ${sign}  ${title}   `, BODY, page.width, page.measure);
  return [`  ${brush(sign)}${first.slice(2 + sign.length)}`, ...rest];
}

/** `why`, `fix` or `from`, with lines that are broken at the width and continue below their first word. */
export function labelled(label: string, texts: readonly string[], page: Page): readonly string[] {
  return texts.flatMap((text, at) => {
    const first = padEnd(' '.repeat(LABEL) + (at === 0 ? label : ''), BODY, page.measure);
    return wrap(harmless(text), first, BODY, page.width, page.measure);
  });
}

/** Ways out, one a line; where several end in a command, the commands stand below each other. */
export function fixLines(fixes: readonly string[], page: Page): readonly string[] {
  const parts = fixes.map(splitCommand);
  const labels = parts.filter((part) => part.command !== '').map((part) => page.measure(part.label));
  const column = labels.length > 1 ? Math.max(...labels) + COMMAND_GAP : 0;
  const fitted = parts.map(({ label, command }) =>
    command === ''
      ? label
      : padEnd(`${label} `, BODY + column + page.measure(command) <= page.width ? column : 0, page.measure) + command,
  );
  return labelled('fix', fitted, page);
}

function splitCommand(fix: string): { readonly label: string; readonly command: string } {
  const [, label, command] = /^(.+?:) ((?:lm |--).+)$/.exec(fix) ?? [];
  return label === undefined || command === undefined ? { label: fix, command: '' } : { label, command };
}

const FIRMNESS: Readonly<Record<Basis, string>> = {
  stated: 'stated',
  model: "from AWS's service model",
  external: 'from other public documents',
  reading: 'our reading',
};

/** "License Manager User Guide, Quotas (stated)". */
export function sourceText({ source, basis }: Pick<Finding, 'source' | 'basis'>): string {
  return `${placeOf(source)} (${FIRMNESS[basis]})`;
}

function placeOf(source: Source): string {
  return 'document' in source ? `${source.document}, ${source.section}` : `${source.operation}, ${source.shape}`;
}
