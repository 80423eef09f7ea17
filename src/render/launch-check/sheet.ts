import type { Finding } from '../../contract/constraint.ts';
import type { NotChecked, Violation } from '../../contract/decision.ts';
import type { ConfigurationImpact, LaunchPlan } from '../../contract/launch.ts';
import type { LaunchCheck } from '../../contract/ports.ts';
import type { LaunchRequest } from '../../contract/result.ts';
import type { Measure } from '../measure.ts';
import type { Paint } from '../terminal.ts';

export type Describe = (violation: Violation) => Finding;

/**
 * What an explanation can use beyond the contract, where the decision knows it.
 * `met` and `alternatives` are drawn if they are there.
 */
export interface ExplainedImpact extends ConfigurationImpact {
  /** Rules that the launch meets, with the value found and the value allowed: "16 cores a machine, allowed 8 to 16". */
  readonly met?: readonly string[];
  /** What the launch would need under each choice that is not ours: "EC2 picks any other host". */
  readonly alternatives?: readonly { readonly label: string; readonly needed: number }[];
}

/** One check with all that its parts need to draw themselves. */
export interface Sheet {
  readonly check: LaunchCheck;
  readonly request: LaunchRequest;
  readonly plan: LaunchPlan;
  readonly configurations: readonly ExplainedImpact[];
  readonly violations: readonly Finding[];
  readonly alerts: readonly Finding[];
  readonly width: number;
  readonly measure: Measure;
  readonly paint: Paint;
  /** Shortens ids of hosts and instances in a text. */
  readonly short: (text: string) => string;
}

/** A block of lines; blocks are set apart by one empty line. */
export type Block = readonly string[];

/** What no check ever looks at. It is named each time, so that nobody takes "allowed" for more than it is. */
const STANDING = new Set(['IAM permissions', 'EC2 quotas']);
/** Left out of a verdict that is certain without it, as its own line. */
const COUNT = 'the count';

/** What this verdict had to do without, beside what no check looks at. */
export function openQuestions(sheet: Sheet): readonly NotChecked[] {
  return sheet.check.decision.notChecked.filter(({ what }) => !STANDING.has(what) && what !== COUNT);
}

export function isOpenQuestion({ what }: NotChecked): boolean {
  return !STANDING.has(what);
}

export function isCount({ what }: NotChecked): boolean {
  return what === COUNT;
}

/** The name of a configuration by its ARN; decisions may give the name at once. */
export function configurationName(sheet: Sheet, arnOrName: string): string {
  const known = sheet.configurations.find((each) => each.licenseConfigurationArn === arnOrName);
  return known?.name ?? arnOrName.slice(arnOrName.lastIndexOf(':') + 1);
}

const UNITS = { vCPU: 'vCPUs', Instance: 'instances', Core: 'cores', Socket: 'sockets' } as const;

/** What a configuration counts, in the plural. */
export function unitsOf({ countingType }: ConfigurationImpact): string {
  return UNITS[countingType];
}

/** Needs something that the limit does not hold. Needing nothing is never too much. */
export function isOver({ limit, consumed }: ConfigurationImpact, needed: number | null): boolean {
  return needed !== null && needed > 0 && limit !== null && consumed + needed > limit;
}
