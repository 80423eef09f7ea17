import type { Verdict } from '../../contract/decision.ts';
import { EXIT, type ExitCode } from '../../contract/exit.ts';
import { REPORT_FORMATS, type WantedReport } from '../../contract/report.ts';
import { UsageError } from '../../contract/usage.ts';
import { nearest } from '../../validation/nearest.ts';
import { anyOf } from '../../validation/words.ts';
import { choice, custom, listOf, no, ok } from '../params.ts';

const FAIL_ON = ['block', 'warn', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const isWanted = (value: unknown): value is WantedReport =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  REPORT_FORMATS.some((format) => format === value.format);

const reportParam = custom<WantedReport>(
  { help: '' },
  { placeholder: 'FORMAT[=FILE]', holds: isWanted, parse: parseReport },
);

function parseReport(given: string) {
  const at = given.indexOf('=');
  const [word, file] = at < 0 ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)];
  const format = REPORT_FORMATS.find((one) => one === word.toLowerCase());
  if (format === undefined) {
    const near = nearest(word, REPORT_FORMATS, 1)[0];
    return no(`must be ${anyOf(REPORT_FORMATS)}, or one of them with =FILE${near === undefined ? '' : ` (${near}?)`}`);
  }
  return file === '' ? no('must name a file after the =') : ok({ format, ...(file === undefined ? {} : { file }) });
}

/** What every check says of its end: what counts as a failure, and which reports are written. */
export const outcomeOptions = {
  failOn: choice(FAIL_ON, {
    help: 'what makes the exit code 3: block (or unknown), warn (an alert too), never',
    placeholder: 'block|warn|never',
  }),
  report: listOf(reportParam, {
    help: 'write a report: json, junit, sarif, markdown or github; to stdout without =FILE. May be repeated',
    placeholder: 'FORMAT[=FILE]',
    commas: false,
  }),
} as const;

/**
 * The reports that were asked for.
 * @param inFile whether what is judged stands in a file that a report can point at
 * @throws UsageError when two of them would be mixed on stdout, or one has nothing to point at
 */
export function wantedReports(given: readonly WantedReport[] | undefined, inFile: boolean): readonly WantedReport[] {
  if (!inFile && given?.some(({ format }) => format === 'sarif')) {
    throw new UsageError(
      'a SARIF report points at lines of a file, and what is judged here stands in none',
      'take another form (--report junit), or check a file: lm check plan FILE, lm check template FILE',
    );
  }
  const onStdout = (given ?? []).filter(({ format, file }) => file === undefined && format !== 'github');
  if (onStdout.length < 2) return given ?? [];
  const formats = onStdout.map(({ format }) => format);
  throw new UsageError(
    `only one report can go to stdout, and ${formats.join(' and ')} would`,
    `give all but one a file: ${formats
      .slice(1)
      .map((format) => `--report ${format}=check.${format}`)
      .join(' ')}`,
  );
}

/** What counts as a failure is the caller's choice; unknown is never taken for allowed (RULINGS 21). */
export function exitFor(verdict: Verdict, failOn: FailOn = 'block'): ExitCode {
  if (failOn === 'never' || verdict === 'allowed') return EXIT.done;
  if (verdict === 'warn') return failOn === 'warn' ? EXIT.refused : EXIT.done;
  return EXIT.refused;
}
