import type { Finding } from '../contract/constraint.ts';
import type { Telling } from './error.ts';
import { fixLines, labelled, type Page, sourceText, titleLines } from './finding-lines.ts';
import { measureFor } from './measure.ts';
import { asciiSigns, harmless, harmlessLines } from './safe-text.ts';
import { type Paint, paintFor, type Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

const WIDEST = 120;

/**
 * An error for people. The first line is `lm: WHAT (AWS's code)`; below it, for each rule that was broken and in order,
 * why, fix and from.
 */
export async function errorText(telling: Telling, terminal: Terminal, stack?: string): Promise<string> {
  const measure = await measureFor([JSON.stringify(telling)]);
  const page = { width: Math.min(WIDEST, terminal.width), measure };
  const paint = await paintFor(terminal.colour);
  const lines = [
    ...whatLines(telling, page, paint),
    ...findingBlocks(telling.findings, page, paint),
    ...tail(telling, page),
    ...(stack === undefined ? [] : harmlessLines(stack).split('\n')),
  ];
  return terminal.ascii ? asciiSigns(lines.join('\n')) : lines.join('\n');
}

function whatLines({ message, code, findings }: Telling, page: Page, paint: Paint): readonly string[] {
  // The code of an error of our own says nothing that the message does not.
  const ours = /^(UsageError|InternalError|StoreError)/.test(code);
  const paragraphs = harmlessLines(message).split('\n');
  const last = paragraphs.length - 1;
  const said = paragraphs.map((text, at) => (at === last && !ours ? `${text} (${harmless(code)})` : text));
  const [first = '', ...rest] = said.flatMap((text, at) =>
    wrap(text, at === 0 ? 'lm: ' : '    ', 4, page.width, page.measure),
  );
  const gap = findings.length > 1 ? [''] : [];
  return [`${paint.bad('lm:')}${first.slice(3)}`, ...rest, ...gap];
}

function findingBlocks(findings: readonly Finding[], page: Page, paint: Paint): readonly string[] {
  const [only] = findings;
  if (findings.length === 1 && only !== undefined) return [...details(only, page), ...from(only, `${only.id}: `, page)];
  return findings.flatMap((finding, at) => [
    ...(at > 0 ? [''] : []),
    ...titleLines('✗', finding.id, finding.message, page, paint.bad),
    ...details(finding, page),
    ...from(finding, '', page),
  ]);
}

function details({ why, fix }: Finding, page: Page): readonly string[] {
  return [...labelled('why', why === undefined ? [] : [why], page), ...fixLines(fix, page)];
}

function from(finding: Finding, id: string, page: Page): readonly string[] {
  return labelled('from', [`${id}${sourceText(finding)}`], page);
}

function tail({ hint, requestId }: Telling, page: Page): readonly string[] {
  return [
    ...(hint === undefined
      ? []
      : harmlessLines(hint)
          .split('\n')
          .flatMap((text) => wrap(text, '    ', 4, page.width, page.measure))),
    ...(requestId === undefined ? [] : [`    request id ${harmless(requestId)}`]),
  ];
}
