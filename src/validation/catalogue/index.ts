import type { Constraint, Finding } from '../../contract/constraint.ts';
import type { Args, Violation } from '../../contract/decision.ts';
import { EXIT, type ExitCode } from '../../contract/exit.ts';
import { amiRows } from './ami.ts';
import { amiNotes } from './ami-notes.ts';
import { configRows } from './config.ts';
import { configAccessRows } from './config-access.ts';
import { configNotes } from './config-notes.ts';
import { configStateRows } from './config-state.ts';
import { convertRows } from './convert.ts';
import { convertNotes } from './convert-notes.ts';
import { convertStateRows } from './convert-state.ts';
import { countRows } from './count.ts';
import { ec2Rows } from './ec2.ts';
import { groupHostRows } from './group-hosts.ts';
import { groupLimitRows } from './group-limits.ts';
import { groupNotes } from './group-notes.ts';
import { groupSettingsRows } from './group-settings.ts';
import { hostRows } from './host.ts';
import { hostNotes } from './host-notes.ts';
import { hrgLaunchRows } from './hrg-launch.ts';
import { hrgLaunchNotes } from './hrg-launch-notes.ts';
import { launchRows } from './launch.ts';
import { launchNotes } from './launch-notes.ts';
import { moveRows } from './move.ts';
import { nameRows } from './names.ts';
import { oracleRows } from './oracle.ts';
import { orgRows } from './org.ts';
import { handshakeRows } from './org-handshake.ts';
import { orgNotes } from './org-notes.ts';
import { pointerRows } from './pointers.ts';
import { productRows } from './products.ts';
import { quotaRows } from './quota.ts';
import { recoveryRows } from './recovery.ts';
import { reportRows } from './report.ts';
import { reportNotes } from './report-notes.ts';
import { requestRows } from './request.ts';
import { ruleRows } from './rule.ts';
import { ruleLaunchRows } from './rule-launch.ts';
import { ruleNotes } from './rule-notes.ts';
import { shapeRows } from './shape.ts';
import { shareRows } from './share.ts';
import { shareRequestRows } from './share-request.ts';
import { shareNotes, shareUseRows } from './share-use.ts';
import { slrRows } from './slr.ts';
import { slrNotes } from './slr-notes.ts';
import { snsRows } from './sns.ts';
import { ssmRows } from './ssm.ts';
import { templateRows } from './template.ts';
import { tenancyRows } from './tenancy.ts';
import { timeRows } from './time.ts';
import { trustedRows } from './trusted.ts';

/** Every file of rows, for the test that no id stands in two of them. */
export const ROW_FILES: readonly Readonly<Record<string, Constraint<never>>>[] = [
  configRows,
  configAccessRows,
  configStateRows,
  configNotes,
  productRows,
  ruleRows,
  ruleLaunchRows,
  ruleNotes,
  oracleRows,
  countRows,
  launchRows,
  launchNotes,
  amiRows,
  amiNotes,
  hostRows,
  hostNotes,
  groupSettingsRows,
  groupLimitRows,
  groupHostRows,
  groupNotes,
  hrgLaunchRows,
  hrgLaunchNotes,
  quotaRows,
  tenancyRows,
  moveRows,
  recoveryRows,
  convertRows,
  convertStateRows,
  convertNotes,
  timeRows,
  ec2Rows,
  ssmRows,
  templateRows,
  shareRows,
  shareRequestRows,
  shareUseRows,
  shareNotes,
  orgRows,
  handshakeRows,
  trustedRows,
  orgNotes,
  slrRows,
  slrNotes,
  snsRows,
  reportRows,
  reportNotes,
  requestRows,
  nameRows,
  shapeRows,
  pointerRows,
];

/** Every rule of the domain by its id. */
export const CATALOGUE = {
  ...configRows,
  ...configAccessRows,
  ...configStateRows,
  ...configNotes,
  ...productRows,
  ...ruleRows,
  ...ruleLaunchRows,
  ...ruleNotes,
  ...oracleRows,
  ...countRows,
  ...launchRows,
  ...launchNotes,
  ...amiRows,
  ...amiNotes,
  ...hostRows,
  ...hostNotes,
  ...groupSettingsRows,
  ...groupLimitRows,
  ...groupHostRows,
  ...groupNotes,
  ...hrgLaunchRows,
  ...hrgLaunchNotes,
  ...quotaRows,
  ...tenancyRows,
  ...moveRows,
  ...recoveryRows,
  ...convertRows,
  ...convertStateRows,
  ...convertNotes,
  ...timeRows,
  ...ec2Rows,
  ...ssmRows,
  ...templateRows,
  ...shareRows,
  ...shareRequestRows,
  ...shareUseRows,
  ...shareNotes,
  ...orgRows,
  ...handshakeRows,
  ...trustedRows,
  ...orgNotes,
  ...slrRows,
  ...slrNotes,
  ...snsRows,
  ...reportRows,
  ...reportNotes,
  ...requestRows,
  ...nameRows,
  ...shapeRows,
  ...pointerRows,
};

type Catalogue = typeof CATALOGUE;
export type ConstraintId = keyof Catalogue;

type Subjects = { readonly [K in ConstraintId]: Catalogue[K] extends Constraint<infer S, infer _> ? S : never };

/** What `check` looks at for one constraint; `never` for a row that only explains. */
export type SubjectOf<K extends ConstraintId> = Subjects[K];

const CHECKS: { readonly [K in ConstraintId]: { check(subject: Subjects[K]): readonly Args[] } } = CATALOGUE;
const BY_ID: Readonly<Record<string, Constraint<never>>> = CATALOGUE;

/**
 * Judges one constraint.
 * @param path where in the request the subject stands
 * @returns one violation for every way in which the subject breaks it; none when it holds
 */
export function check<K extends ConstraintId>(id: K, subject: SubjectOf<K>, path?: string): readonly Violation[] {
  return CHECKS[id].check(subject).map((args) => (path === undefined ? { id, args } : { id, path, args }));
}

/** The row of an id, or undefined for an id that no row has. */
export const constraint = (id: string): Constraint<never> | undefined =>
  Object.hasOwn(BY_ID, id) ? BY_ID[id] : undefined;

/** Makes the wording of a violation. An id without a row, which an older trail may hold, is described by its numbers. */
export function describe({ id, path, args }: Violation): Finding {
  const row = constraint(id);
  const where = path === undefined ? {} : { path };
  if (row === undefined) {
    const source = { document: 'none', section: 'none' };
    return { id, severity: 'block', ...where, message: id, fix: [], source, basis: 'reading', args };
  }
  const { severity, source, basis } = row;
  const why = row.why === undefined ? {} : { why: row.why(args) };
  return { id, severity, ...where, message: row.message(args), ...why, fix: row.fix(args), source, basis, args };
}

/** The exit code of a refusal: the class that its row states. */
export const exitOf = ({ id }: Violation): ExitCode => constraint(id)?.exit ?? EXIT.refused;

/** The area of an id is its first word: `rule-syntax` is in `rule`. */
export const areaOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('-'))) || id;

/** Every area with its ids, in the order of the catalogue. */
export function areas(): readonly { readonly area: string; readonly ids: readonly string[] }[] {
  const found = new Map<string, string[]>();
  for (const id of Object.keys(CATALOGUE)) found.set(areaOf(id), [...(found.get(areaOf(id)) ?? []), id]);
  return [...found].map(([area, ids]) => ({ area, ids }));
}
