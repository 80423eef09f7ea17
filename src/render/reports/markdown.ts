import type { CheckReport, ReportCase, ReportFinding } from '../../contract/report.ts';
import { utc } from '../cells.ts';
import { outcomeText, placeText, VERDICTS } from './words.ts';

/** Found again by whoever updates one comment instead of adding another. */
const MARK = '<!-- lm check -->';
const SIGNS = { allowed: '✅', warn: '⚠️', blocked: '❌', unknown: '❔' } as const;
/** A comment on GitHub holds 65,536 characters; more than this reads nobody. */
const MOST_CASES = 50;

/** A page for a pull request or the summary of a run: the answer first, then licences, then every reason. */
export function drawMarkdownReport(report: CheckReport): string {
  const { verdict, headline, cases, notes, where, at, command } = report;
  const told = cases.filter(({ findings }) => findings.length > 0);
  const left = told.length - MOST_CASES;
  return [
    MARK,
    `### ${SIGNS[verdict]} ${VERDICTS[verdict]}: ${text(headline)}`,
    ledger(report),
    ...told.slice(0, MOST_CASES).map(caseText),
    ...(left > 0 ? [`… and ${left} more; the report \`json\` has them all.`] : []),
    [...notes.map((note) => `- ${text(note)}`), `- ${text(command)} on ${text(where)}, ${utc(at)}`].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function ledger({ ledger: rows }: CheckReport): string {
  if (rows.length === 0) return '';
  return [
    '| license configuration | counts | limit | used | needed | left |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, counts, limit, used, needed, left }) =>
        `| ${text(name)} | ${counts} | ${limit} | ${used} | +${needed} | ${left ?? '–'} |`,
    ),
  ].join('\n');
}

function caseText(one: ReportCase): string {
  const place = one.place === undefined ? '' : ` (${code(placeText(one.place))})`;
  return [
    `**${SIGNS[one.verdict]} ${code(one.address)}**${place}: ${outcomeText(one)}`,
    ...one.findings.map(findingText),
  ].join('\n');
}

function findingText({ id, message, why, fix, source }: ReportFinding): string {
  const more = [
    ...(why === undefined ? [] : [`  - why: ${text(why)}`]),
    ...fix.map((one) => `  - fix: ${text(one)}`),
    ...(source === undefined ? [] : [`  - from: ${text(source)}`]),
  ];
  return [`- ${code(id)}: ${text(message)}`, ...more].join('\n');
}

/** What a file says may not become markup, nor end a cell or a line. */
const text = (words: string): string => words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&');

/** Code, fenced by more backticks than it holds. */
function code(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0
    ? `${fence}${line.replaceAll('|', '\\|')}${fence}`
    : `${fence} ${line.replaceAll('|', '\\|')} ${fence}`;
}
