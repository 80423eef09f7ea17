import { RULE_TENANCIES, type RuleTenancy } from '../words.ts';
import { isRuleName, type RuleName } from './matrix.ts';

/** A minimum or maximum: a whole number of cores, sockets or vCPUs of one machine. */
export type BoundRuleName = Exclude<RuleName, 'licenseAffinityToHost' | 'allowedTenancy' | 'honorVcpuOptimization'>;

/** One license rule, read. */
export type Rule =
  | { readonly name: BoundRuleName; readonly value: number }
  /** Days, 1 to 180. */
  | { readonly name: 'licenseAffinityToHost'; readonly value: number }
  | { readonly name: 'allowedTenancy'; readonly value: readonly RuleTenancy[] }
  /** `text` is the value as it was given: AWS keeps the letter case. */
  | { readonly name: 'honorVcpuOptimization'; readonly value: boolean; readonly text: string };

/** Why a text is no rule: the reason decides which constraint speaks. */
export interface RuleFailure {
  readonly ok: false;
  readonly reason: 'syntax' | 'name' | 'whole-number' | 'affinity-range' | 'tenancy' | 'true-or-false';
  readonly text: string;
  /** Empty when the text has no name. */
  readonly name: string;
  readonly value: string;
}

export type ParsedRule = { readonly ok: true; readonly rule: Rule } | RuleFailure;

/** The longest time, in days, for which licences can be tied to a host. */
export const LONGEST_AFFINITY_DAYS = 180;

/**
 * Reads one license rule, `#name=value` (License Manager User Guide, "License configuration parameters and rules").
 * Numbers are whole and at least 1; tenancies are a comma-separated list without repeats; True and False are taken in
 * any letter case.
 */
export function parseRule(text: string): ParsedRule {
  const match = /^#([A-Za-z]+)=(.*)$/s.exec(text);
  const name = match?.[1];
  const value = match?.[2];
  if (name === undefined || value === undefined) return { ok: false, reason: 'syntax', text, name: '', value: '' };
  const fail = (reason: RuleFailure['reason']): RuleFailure => ({ ok: false, reason, text, name, value });
  if (!isRuleName(name)) return fail('name');
  switch (name) {
    case 'allowedTenancy': {
      const tenancies = parseTenancies(value);
      return tenancies === undefined ? fail('tenancy') : { ok: true, rule: { name, value: tenancies } };
    }
    case 'honorVcpuOptimization':
      if (!/^(true|false)$/i.test(value)) return fail('true-or-false');
      return { ok: true, rule: { name, value: value.toLowerCase() === 'true', text: value } };
    case 'licenseAffinityToHost': {
      const days = wholeNumber(value);
      const inRange = days !== undefined && days <= LONGEST_AFFINITY_DAYS;
      return inRange ? { ok: true, rule: { name, value: days } } : fail('affinity-range');
    }
    default: {
      const bound = wholeNumber(value);
      return bound === undefined ? fail('whole-number') : { ok: true, rule: { name, value: bound } };
    }
  }
}

/** Reads a list of rules; what could not be read stands in `failures`, each with its place in the list. */
export function parseRules(texts: readonly string[]): {
  readonly rules: readonly Rule[];
  readonly failures: readonly (RuleFailure & { readonly index: number })[];
} {
  const rules: Rule[] = [];
  const failures: (RuleFailure & { readonly index: number })[] = [];
  for (const [index, text] of texts.entries()) {
    const parsed = parseRule(text);
    if (parsed.ok) rules.push(parsed.rule);
    else failures.push({ ...parsed, index });
  }
  return { rules, failures };
}

/** Writes a rule as AWS does. `parseRule` reads it back to the same rule. */
export function formatRule(rule: Rule): string {
  switch (rule.name) {
    case 'allowedTenancy':
      return `#allowedTenancy=${rule.value.join(',')}`;
    case 'honorVcpuOptimization':
      return `#honorVcpuOptimization=${rule.text}`;
    default:
      return `#${rule.name}=${rule.value}`;
  }
}

function wholeNumber(text: string): number | undefined {
  const value = Number(text);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
}

function parseTenancies(text: string): readonly RuleTenancy[] | undefined {
  const found: RuleTenancy[] = [];
  for (const part of text.split(',')) {
    const tenancy = RULE_TENANCIES.find((known) => known === part);
    if (tenancy === undefined || found.includes(tenancy)) return undefined;
    found.push(tenancy);
  }
  return found;
}
