import { padEnd, padStart } from '../measure.ts';
import { harmless } from '../safe-text.ts';
import { type Block, type ExplainedImpact, isOver, type Sheet, unitsOf } from './sheet.ts';

const TITLES = ['license configuration', 'counts', 'limit', 'used', 'this launch', 'after', 'left'] as const;
/** The narrowest limit column holds "no limit". */
const LEAST = [0, 0, 'no limit'.length, 0, 0, 0, 0] as const;

/** One row for each license configuration that applies, in the order judged: limit, used, this launch, after, left. */
export function ledger(sheet: Sheet): Block {
  const { configurations, measure, plan } = sheet;
  if (configurations.length === 0) {
    // What is refused before the licences are looked at has no plan.
    const judged = plan.instanceType !== '';
    return [judged ? '  no license configuration applies: nothing is counted' : '  the licences were not judged'];
  }
  const digits = Math.max(...configurations.map(({ limit }) => String(limit ?? '').length));
  const rows = configurations.map((each) => cells(each, digits));
  const widths = TITLES.map((title, at) =>
    Math.max(LEAST[at] ?? 0, title.length, ...rows.map((row) => measure(row[at] ?? ''))),
  );
  const spread = configurations.some((each) => each.alternatives !== undefined);
  const line = (texts: readonly string[]): string =>
    `  ${texts.map((text, at) => pad(text, at, widths[at] ?? 0)).join('  ')}`.trimEnd();
  const pad = (text: string, at: number, width: number): string =>
    at < 3 || (spread && at > 4) ? padEnd(text, width, measure) : padStart(text, width, measure);
  return [line(TITLES), ...rows.map((row, at) => line(row) + mark(sheet, configurations[at]))];
}

function cells(impact: ExplainedImpact, digits: number): readonly string[] {
  const { name, limit, enforced, consumed } = impact;
  const kind = limit === null ? 'no limit' : `${String(limit).padStart(digits)} ${enforced ? 'hard' : 'soft'}`;
  return [harmless(name), unitsOf(impact), kind, String(consumed), ...columnsOfNeed(impact)];
}

/** This launch, after, left; with alternatives each cell names every possible value. */
function columnsOfNeed({ needed, consumed, limit, alternatives }: ExplainedImpact): readonly [string, string, string] {
  const left = (need: number): string => (limit === null ? '–' : String(limit - consumed - need));
  if (alternatives !== undefined) {
    const needs = [...new Set(alternatives.map((each) => each.needed))].sort((a, b) => a - b);
    return [
      needs.join(' or '),
      needs.map((need) => consumed + need).join(' or '),
      [...new Set(needs.map(left))].join(' or '),
    ];
  }
  if (needed === null) return ['–', String(consumed), left(0)];
  return [`+${needed}`, String(consumed + needed), left(needed)];
}

/** Among several configurations a sign shows which one is in the way. */
function mark({ configurations, violations, alerts, paint }: Sheet, impact: ExplainedImpact | undefined): string {
  if (impact === undefined || configurations.length < 2) return '';
  const named = (finding: { readonly args: { readonly configuration?: unknown } }): boolean =>
    finding.args.configuration === impact.name;
  const over = isOver(impact, impact.needed);
  if ((over && impact.enforced) || violations.some(named)) return `   ${paint.bad('✗')}`;
  return over || alerts.some(named) ? `   ${paint.warn('!')}` : '';
}
