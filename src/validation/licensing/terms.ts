import type { ConfigurationFact } from '../../contract/world.ts';
import type { RuleTenancy } from '../words.ts';
import { type BoundRuleName, parseRules } from './rules.ts';

/** The rules of a configuration, read once: what a decision needs of them. */
export interface Terms {
  readonly bounds: readonly { readonly name: BoundRuleName; readonly value: number }[];
  /** Undefined: no tenancy rule, every tenancy is acceptable (rule-tenancy-default-all). */
  readonly tenancies: readonly RuleTenancy[] | undefined;
  readonly honorsVcpus: boolean;
  readonly affinityDays: number | undefined;
}

const READ = new WeakMap<readonly string[], Terms>();

/** The terms of a configuration's rules, read once for each list: a plan asks for the same ones thousands of times. */
export function termsOf(rules: readonly string[]): Terms {
  const known = READ.get(rules);
  if (known !== undefined) return known;
  const terms = readTerms(rules);
  READ.set(rules, terms);
  return terms;
}

/** Reads stored rules; they were checked when they were stored, so anything unreadable is left out. */
function readTerms(rules: readonly string[]): Terms {
  const bounds: { name: BoundRuleName; value: number }[] = [];
  let tenancies: readonly RuleTenancy[] | undefined;
  let honorsVcpus = false;
  let affinityDays: number | undefined;
  for (const rule of parseRules(rules).rules) {
    if (rule.name === 'allowedTenancy') tenancies = rule.value;
    else if (rule.name === 'honorVcpuOptimization') honorsVcpus = rule.value;
    else if (rule.name === 'licenseAffinityToHost') affinityDays = rule.value;
    else bounds.push(rule);
  }
  return { bounds, tenancies, honorsVcpus, affinityDays };
}

/** Only a hard limit that has a number blocks; everything else lets through and alerts (RULINGS 10). */
export const isEnforced = (configuration: Pick<ConfigurationFact, 'hard' | 'limit'>): boolean =>
  configuration.hard && configuration.limit !== undefined;
