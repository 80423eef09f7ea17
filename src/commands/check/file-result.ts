import type { NotChecked } from '../../contract/decision.ts';
import type { PlanCheck, PlanImpact, Steps } from '../../contract/plan.ts';
import type { Consulted } from '../../contract/ports.ts';
import type { CheckReport, ReportCase, ReportLedgerRow, WantedReport } from '../../contract/report.ts';
import type { Column, Result, Section } from '../../contract/result.ts';
import { describe } from '../../validation/catalogue/index.ts';
import { checkSteps } from '../../validation/plans/check-steps.ts';
import { counted, unitWord } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';
import { caseOf, openChange, STDIN } from './findings.ts';
import { namedSteps } from './named-steps.ts';
import { exitFor, type FailOn, wantedReports } from './outcome.ts';

/** Raised when a member is removed or changes its meaning; a new member does not raise it. */
const FORMAT_VERSION = 1;

export interface FileCheck {
  /** `lm check plan`. */
  readonly command: string;
  readonly file: string;
  readonly failOn: FailOn | undefined;
  readonly report: readonly WantedReport[] | undefined;
}

/** Judges the steps of a file in order, and tells what comes of it. */
export async function fileResult(read: Steps, of: FileCheck, ctx: CommandContext): Promise<Result> {
  const wanted = wantedReports(of.report, of.file !== STDIN);
  const backend = await ctx.backend();
  const steps = await namedSteps(read.steps, ctx);
  const checked = await backend.consult((world) => checkSteps(steps, world));
  const check = checked.value;
  const value = dataOf(checked, backend.scope, read, of);
  const cases = [...check.launches.map(caseOf), ...check.changes.flatMap(openChange)];
  const report: CheckReport = {
    command: of.command,
    verdict: check.verdict,
    headline: `${of.file}: ${outcome(check)}`,
    cases,
    ledger: check.configurations.map(ledgerRow),
    notes: [...planFixes(check), ...read.notes, ...assumptions(check), notCheckedWords(check)],
    where: whereOf(backend.kind, ctx, backend.scope),
    at: new Date(checked.at),
  };
  return {
    value,
    view: viewOf(check, report),
    names: [check.verdict],
    exit: exitFor(check.verdict, of.failOn),
    reports: { report, wanted },
  };
}

type Scope = { readonly account: string; readonly region: string };

export const whereOf = (kind: 'local' | 'aws', ctx: CommandContext, { account, region }: Scope): string =>
  `${kind === 'local' ? `sandbox "${ctx.settings.sandbox.value}"` : 'aws'}, account ${account}, ${region}`;

/** "7 of 10 machines fit; the first to break is aws_instance.db[3]". */
function outcome({ verdict, requested, fits, firstBlocked, launches, changes }: PlanCheck): string {
  if (launches.length === 0) {
    if (verdict === 'unknown') return 'it depends on what is not known yet';
    return changes.length === 0 ? 'nothing in it concerns licences' : 'nothing in it launches a machine';
  }
  const fit = `${fits} of ${counted(requested, 'machine')} ${fits === 1 ? 'fits' : 'fit'}`;
  const unknown = launches.filter(({ decision }) => decision.verdict === 'unknown').length;
  const rest = unknown === 0 ? '' : `, ${unknown} cannot be judged yet`;
  if (firstBlocked !== undefined) return `${fit}${rest}; the first to break is ${firstBlocked}`;
  if (unknown > 0 || verdict === 'unknown') return `${fit}${rest}; it depends on what is not known yet`;
  return verdict === 'warn' ? `${fit}, with alerts` : fit;
}

const ledgerRow = (impact: PlanImpact): ReportLedgerRow => ({
  name: impact.name,
  counts: unitWord(impact.countingType),
  limit: impact.limit === null ? 'none' : `${impact.limit} ${impact.enforced ? 'hard' : 'soft'}`,
  used: impact.consumed,
  needed: impact.needed,
  left: impact.remaining,
});

function planFixes({ fixes }: PlanCheck): readonly string[] {
  return fixes.map(({ command, effect, enough, remaining }) => {
    const more = enough
      ? ''
      : ` (not enough by itself: ${remaining.length === 0 ? 'more' : remaining.join(', ')} still in the way)`;
    return `to let everything through: ${effect}${command === '' ? '' : `: ${command}`}${more}`;
  });
}

/** What is AWS's to judge is named each time, in one line; what was assumed is a sentence. */
const isStanding = ({ why }: NotChecked): boolean => why.startsWith('are AWS');

const assumptions = ({ notChecked }: PlanCheck): readonly string[] =>
  notChecked.filter((one) => !isStanding(one)).map(({ what, why }) => `${what} ${why}`);

const notCheckedWords = ({ notChecked }: PlanCheck): string =>
  `not checked: ${notChecked
    .filter(isStanding)
    .map(({ what }) => what)
    .join(', ')}`;

const LEDGER: readonly Column[] = [
  { key: 'name', title: 'license configuration' },
  { key: 'counts', title: 'counts' },
  { key: 'limit', title: 'limit', align: 'right' },
  { key: 'used', title: 'used' },
  { key: 'needed', title: 'needed' },
  { key: 'left', title: 'left' },
];
const LAUNCHES: readonly Column[] = [
  { key: 'resource', title: 'resource' },
  { key: 'verdict', title: 'verdict' },
  { key: 'machines', title: 'machines' },
  { key: 'fits', title: 'fits' },
  { key: 'type', title: 'type', optional: 2 },
  { key: 'at', title: 'at', optional: 1 },
  { key: 'reasons', title: 'reasons' },
];

function viewOf(check: PlanCheck, { verdict, headline, cases, ledger, notes, where, at }: CheckReport): Result['view'] {
  const first = cases.find((one) => one.verdict === verdict && one.findings.length > 0);
  return {
    kind: 'record',
    fields: [
      ['verdict', `${WORDS[verdict]}  ${headline}`],
      ...(first === undefined ? [] : whyFields(first)),
      ...notes.map((note, index) => [index === 0 ? 'notes' : '', note] as const),
      ['checked on', `${where}, ${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`],
    ],
    sections: [
      ...(ledger.length === 0 ? [] : [{ title: 'licences', rows: ledger.map((row) => ({ ...row })), columns: LEDGER }]),
      ...launchSection(cases, check),
    ],
  };
}

const WORDS = { allowed: 'ALLOWED', warn: 'ALLOWED WITH ALERT', blocked: 'BLOCKED', unknown: 'UNKNOWN' } as const;

/** The first reason in full: what, why, how to go on. */
function whyFields({ address, findings }: ReportCase): readonly (readonly [string, string])[] {
  return findings.flatMap(({ id, message, why, fix, source }, index) => [
    [index === 0 ? 'reason' : 'and', `${address}: ${message}  (${id})`] as const,
    ...(why === undefined ? [] : [['why', why] as const]),
    ...fix.map((one, at) => [at === 0 ? 'fix' : '', one] as const),
    ...(source === undefined ? [] : [['from', source] as const]),
  ]);
}

/** A list that is longer than a screen is read by nobody: of a large fleet only what is not simply allowed stands here. */
const SCREEN = 20;
/** Whoever needs more of them has a machine read them. */
const LONGEST = 100;

function launchSection(cases: readonly ReportCase[], check: PlanCheck): readonly Section[] {
  const told = cases.flatMap((one, at) => (cases.length <= SCREEN || one.verdict !== 'allowed' ? [at] : []));
  if (told.length === 0) return [];
  const rows = told.slice(0, LONGEST).flatMap((at) => {
    const one = cases[at];
    return one === undefined ? [] : [launchRow(one, check, at)];
  });
  const allowed = cases.length - told.length;
  const left = [
    ...(told.length > rows.length ? [`the first ${rows.length} of ${told.length}; -o json has all`] : []),
    ...(allowed > 0 ? [`${allowed} more are allowed`] : []),
  ];
  return [{ title: left.length === 0 ? 'launches' : `launches (${left.join('; ')})`, rows, columns: LAUNCHES }];
}

function launchRow(
  { address, verdict, requested, fits, place, findings }: ReportCase,
  check: PlanCheck,
  index: number,
) {
  const at = place?.line === undefined ? '' : `line ${place.line}`;
  const reasons = [...new Set(findings.map(({ id }) => id))].join(', ');
  const mark = address === check.firstBlocked ? ' (first)' : '';
  const type = check.launches[index]?.decision.plan.instanceType ?? '';
  return { resource: address, verdict: `${verdict}${mark}`, machines: requested, fits, type, at, reasons };
}

function dataOf({ at, value: check }: Consulted<PlanCheck>, scope: Scope, read: Steps, { file }: FileCheck) {
  const { verdict, requested, fits, firstBlocked = null, configurations, notChecked, fixes } = check;
  return {
    formatVersion: FORMAT_VERSION,
    verdict,
    file,
    requested,
    fits,
    firstBlocked,
    configurations,
    launches: check.launches.map(({ address, type, place, requested: asked, decision }) => ({
      address,
      type,
      ...place,
      verdict: decision.verdict,
      requested: asked,
      fits: decision.fits,
      imageId: decision.plan.imageId,
      instanceType: decision.plan.instanceType,
      configurations: decision.plan.configurations,
      violations: decision.violations.map(describe),
      alerts: decision.alerts.map((alert) => ({ ...describe(alert), severity: 'warn' })),
      notChecked: decision.notChecked,
    })),
    changes: check.changes.map(({ address, type, place, change, open }) => ({
      address,
      type,
      ...place,
      kind: change?.kind ?? null,
      notChecked: open,
    })),
    fixes,
    notChecked,
    notes: read.notes,
    account: scope.account,
    region: scope.region,
    checkedAt: new Date(at),
  };
}
