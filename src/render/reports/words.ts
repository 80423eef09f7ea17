import type { Verdict } from '../../contract/decision.ts';
import type { Place } from '../../contract/plan.ts';
import type { ReportCase, ReportFinding } from '../../contract/report.ts';
import { counted } from '../english.ts';

export const VERDICTS = {
  allowed: 'ALLOWED',
  warn: 'ALLOWED WITH ALERT',
  blocked: 'BLOCKED',
  unknown: 'UNKNOWN',
} as const satisfies Record<Verdict, string>;

/** `plan.json:12:3`, as far as it is known. */
export const placeText = ({ file, line, column }: Place): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

/** "blocked, 2 of 3 fit". */
export function outcomeText({ verdict, fits, requested }: ReportCase): string {
  if (verdict === 'unknown') return 'not known';
  const fit = `${fits} of ${counted(requested, 'machine')} ${fits === 1 ? 'fits' : 'fit'}`;
  return `${VERDICTS[verdict].toLowerCase()}, ${fit}`;
}

/** A finding with all that helps: what, why, how to go on, and who says so. One line each. */
export function findingLines({ id, message, why, fix, source }: ReportFinding): readonly string[] {
  return [
    `${id}: ${message}`,
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...fix.map((one) => `fix: ${one}`),
    ...(source === undefined ? [] : [`from: ${source}`]),
  ];
}
