import type { Finding } from '../../contract/constraint.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import { allOf } from '../english.ts';
import { fixLines, labelled, sourceText, titleLines } from '../finding-lines.ts';
import { harmless } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Block, isCount, type Sheet } from './sheet.ts';
import { chargesWholeHost, situation } from './situation.ts';

/** Every finding with why, fix and from: blocking ones first, each its own block. */
export function findings(sheet: Sheet): readonly Block[] {
  return [
    ...sheet.violations.map((finding) => findingBlock(finding, '✗', sheet)),
    ...sheet.alerts.map((finding) => findingBlock(finding, '!', sheet)),
    afterwards(sheet),
  ];
}

function findingBlock(finding: Finding, sign: '✗' | '!', sheet: Sheet): Block {
  const brush = sign === '✗' ? sheet.paint.bad : sheet.paint.warn;
  const why = [...situation(finding, sheet), ...(finding.why === undefined ? [] : [sheet.short(finding.why)])];
  return [
    ...titleLines(sign, finding.id, sheet.short(finding.message), sheet, brush),
    ...labelled('why', why, sheet),
    ...fixLines(fixesOf(finding, sheet), sheet),
    ...labelled('from', sources(finding, sign, sheet), sheet),
  ];
}

function sources(finding: Finding, sign: '✗' | '!', sheet: Sheet): readonly string[] {
  const source = sourceText(finding);
  if (sign === '!' || !chargesWholeHost(finding, sheet)) return [source];
  return [`${source};`, 'charging the host whole: our reading (lm explain count-core)'];
}

/** Ways out that were tried for this launch stand before the general advice of the rule. */
function fixesOf(finding: Finding, sheet: Sheet): readonly string[] {
  const tried = sheet.check.fixes.filter((fix) => fix.answers === finding.id);
  return tried.length === 0 ? finding.fix : tried.map((fix, at) => `${at > 0 ? orOf(fix) : ''}${fixText(fix, sheet)}`);
}

const orOf = ({ effect }: VerifiedFix): string => (effect.startsWith('or ') ? '' : 'or ');

function fixText({ effect, command, enough, remaining }: VerifiedFix, sheet: Sheet): string {
  const way = effect === '' || command === '' ? sheet.short(effect) + command : `${sheet.short(effect)}: ${command}`;
  if (enough) return way;
  return `${way}   (not enough by itself: ${remaining.length === 0 ? 'more' : allOf(remaining)} still in the way)`;
}

/** What answers the whole launch rather than one reason, and whether the count was judged at all. */
function afterwards(sheet: Sheet): Block {
  const ids = new Set([...sheet.violations, ...sheet.alerts].map((finding) => finding.id));
  const whole = sheet.check.fixes.filter((fix) => !ids.has(fix.answers));
  const lines = whole.map(({ command, effect }) => `${command}${effect === '' ? '' : `      (${effect})`}`);
  return [
    ...lines.flatMap((line, at) =>
      wrap(harmless(line), at === 0 ? '  try    ' : ' '.repeat(9), 9, sheet.width, sheet.measure),
    ),
    ...sheet.check.decision.notChecked
      .filter(isCount)
      .flatMap(({ what, why }) => wrap(harmless(`${what} ${why}`), '  ', 2, sheet.width, sheet.measure)),
  ];
}
