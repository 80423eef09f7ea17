import type { Violation } from '../../../contract/decision.ts';
import { describe } from '../../../validation/catalogue/index.ts';
import { termsViolations } from '../../../validation/configuration.ts';
import { tagViolations } from '../../../validation/tags.ts';
import type { CreateArgs } from '../declare-terms.ts';
import type { TermArgs } from '../term-options.ts';
import { createInput } from '../terms.ts';

/** What has been answered so far. */
export type Answers = Pick<CreateArgs, 'name' | 'type'> & TermArgs & Partial<Pick<CreateArgs, 'tag'>>;

const NOTHING = {
  count: undefined,
  hard: undefined,
  minCores: undefined,
  maxCores: undefined,
  minSockets: undefined,
  maxSockets: undefined,
  minVcpus: undefined,
  maxVcpus: undefined,
  tenancy: undefined,
  affinity: undefined,
  honorVcpuOptimization: undefined,
  rule: undefined,
  product: undefined,
  licensePack: undefined,
  exceptIncluded: undefined,
  stopTrackingWhenUninstalled: undefined,
  expires: undefined,
  description: undefined,
  tag: undefined,
} satisfies Omit<CreateArgs, 'name' | 'type'>;

/** The answers as the arguments of `lm config create`. */
export const argsOf = (answers: Answers): CreateArgs => ({ ...NOTHING, ...answers });

/** What is wrong with the answers, by the same constraints as the options and the call itself; undefined when nothing is. */
export function wrong(answers: Answers): string | undefined {
  const input = createInput(argsOf(answers));
  return worded([...termsViolations(input), ...tagViolations(input.Tags)]);
}

/** The first violation as one line: what is wrong, and what to do. */
export function worded([first]: readonly Violation[]): string | undefined {
  if (first === undefined) return undefined;
  const { message, fix } = describe(first);
  const [next] = fix.filter((line) => !line.includes('--'));
  return next === undefined ? message : `${message}: ${next}`;
}
