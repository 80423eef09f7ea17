import type { Source } from '../../contract/constraint.ts';
import type { Decision, NotChecked } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { JudgedChange, JudgedLaunch } from '../../contract/plan.ts';
import type { ReportCase, ReportFinding } from '../../contract/report.ts';
import { describe } from '../../validation/catalogue/index.ts';

/** Standard input, as places name it; nothing can be annotated there. */
export const STDIN = 'standard input';
/** The id under which reports group what could not be known. */
const NOT_KNOWN = 'check-not-known';

/** Why a launch is judged as it is: what blocks, what alerts, what is not known. */
export function findingsOf(decision: Decision<LaunchPlan>, type = ''): readonly ReportFinding[] {
  const { violations, alerts, notChecked, verdict } = decision;
  const worded =
    (level: ReportFinding['level']) =>
    (violation: (typeof violations)[number]): ReportFinding => {
      const { id, message, why, fix, source } = describe(violation);
      const ways = fix.map((one) => inFile(one, type));
      return { level, id, message, ...(why === undefined ? {} : { why }), fix: ways, source: sourceText(source) };
    };
  return [
    ...violations.map(worded('error')),
    ...alerts.map(worded('warning')),
    ...(verdict === 'unknown' ? notChecked.map(notKnown) : []),
  ];
}

export function notKnown({ what, why, permission }: NotChecked): ReportFinding {
  const fix = permission === undefined ? [] : [`allow ${permission}, and check again`];
  return { level: 'warning', id: NOT_KNOWN, message: `${what} ${why}`, fix };
}

const sourceText = (source: Source): string =>
  'document' in source ? `${source.document}, ${source.section}` : `${source.operation}, ${source.shape}`;

/** A fix that names an option of the command line, as the file writes it. */
function inFile(fix: string, type: string): string {
  const written = (terraform: string, template: string): string => (type.startsWith('AWS::') ? template : terraform);
  if (type === '') return fix;
  return fix
    .replace(/^--tenancy (\w+)/, (_, value: string) => written(`tenancy = "${value}"`, `Tenancy: ${value}`))
    .replace(/^--type (\S+)/, (_, value: string) => written(`instance_type = "${value}"`, `InstanceType: ${value}`))
    .replace(/^--zone (\S+)/, (_, value: string) =>
      written(`availability_zone = "${value}"`, `AvailabilityZone: ${value}`),
    );
}

/** A judged launch of a file, as reports have it. */
export function caseOf({ address, type, place, requested, decision }: JudgedLaunch): ReportCase {
  const { verdict, fits } = decision;
  return { ...placed({ address, type, place }), verdict, requested, fits, findings: findingsOf(decision, type) };
}

/** A change of which something is not known; others are no case of their own. */
export function openChange({ address, type, place, open }: JudgedChange): readonly ReportCase[] {
  if (open.length === 0) return [];
  const findings = open.map(notKnown);
  return [{ ...placed({ address, type, place }), verdict: 'unknown', requested: 0, fits: 0, findings }];
}

const placed = ({ address, type, place }: Pick<JudgedLaunch, 'address' | 'type' | 'place'>) => ({
  address,
  type,
  ...(place.file === STDIN ? {} : { place }),
});
