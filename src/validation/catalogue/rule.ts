import { type Constraint, row } from '../../contract/constraint.ts';
import { isRuleName, RULE_MATRIX, RULE_NAMES, type RuleName, typesAllowing } from '../licensing/matrix.ts';
import { LONGEST_AFFINITY_DAYS, parseRules, type Rule, type RuleFailure } from '../licensing/rules.ts';
import { nearest } from '../nearest.ts';
import { allOf, anyOf, COUNTING_TYPES, didYouMean, RULE_TENANCIES } from '../words.ts';
import { model, REFUSED, TERMS, when } from './sources.ts';

/** The rules of a configuration and what it counts; for an update the merged result. */
export type RuleSubject = { readonly LicenseCountingType?: string; readonly LicenseRules?: readonly string[] };

const CREATE = {
  ...REFUSED,
  source: TERMS,
  basis: 'stated',
  operations: ['license-manager:CreateLicenseConfiguration'],
} as const;
const BOTH = {
  ...CREATE,
  operations: ['license-manager:CreateLicenseConfiguration', 'license-manager:UpdateLicenseConfiguration'],
} as const;

type MatrixArgs = { readonly rule: string; readonly counting: string; readonly allowed: readonly string[] };

/** One column of the guide's table: a rule, refused where its cell is empty. */
function matrixRow(rule: RuleName): Constraint<RuleSubject, MatrixArgs> {
  const allowed = typesAllowing(rule);
  return row({
    ...CREATE,
    statement: `The rule ${rule} ("${RULE_MATRIX[rule].console}") goes with ${anyOf(allowed)}.`,
    message: (a) => `${a.rule} does not go with ${a.counting}, only with ${allOf(a.allowed)}`,
    fix: (a) => [`leave ${a.rule} out`, `or count another way: --type ${anyOf(a.allowed).toLowerCase()}`],
    check: (s: RuleSubject): readonly MatrixArgs[] => {
      const counting = COUNTING_TYPES.find((type) => type === s.LicenseCountingType);
      const present = rulesOf(s).some(({ name }) => name === rule);
      if (counting === undefined || !present || allowed.includes(counting)) return [];
      return [{ rule, counting, allowed }];
    },
  });
}

/** What the rules of a configuration may say. What a launch must satisfy stands in rule-launch.ts. */
export const ruleRows = {
  'rule-syntax': row({
    ...BOTH,
    statement: 'A rule is written #name=value, such as #minimumCores=8.',
    source: model('CreateLicenseConfiguration', 'LicenseRules'),
    basis: 'model',
    message: (a) => (a.found === '' ? 'a rule is empty' : `"${a.found}" is not a rule`),
    why: (a) =>
      a.found.startsWith('#')
        ? 'A rule has a name and a value with an equals sign between them.'
        : 'Rules begin with #. In most shells an unquoted # begins a comment and everything after it is lost.',
    fix: () => ["write it in quotes: '#minimumCores=8'", 'or use the options: --min-cores 8'],
    check: (s: RuleSubject) => failures(s, 'syntax').map(({ text }) => ({ found: text })),
  }),
  'rule-names': row({
    ...BOTH,
    statement: `There are nine rules, spelled exactly: ${allOf(RULE_NAMES)}.`,
    message: (a) => `"${a.found}" is not the name of a rule`,
    fix: (a) => [...didYouMean(a.nearest), `the rules are ${RULE_NAMES.join(', ')}`],
    check: (s: RuleSubject) =>
      failures(s, 'name').map(({ name }) => ({ found: name, nearest: nearest(name, RULE_NAMES) })),
  }),
  'rule-no-duplicates': row({
    ...BOTH,
    statement: 'A configuration has each rule at most once.',
    basis: 'reading',
    message: (a) => `the rule ${a.rule} is given ${a.times} times`,
    fix: (a) => [`give ${a.rule} once`],
    check: (s: RuleSubject) => {
      const names = (s.LicenseRules ?? []).map((text) => /^#(\w+)=/.exec(text)?.[1] ?? '').filter(isRuleName);
      return [...new Set(names)].flatMap((rule) => {
        const times = names.filter((name) => name === rule).length;
        return when(times > 1, { rule, times });
      });
    },
  }),
  'rule-min-max-integers': row({
    ...BOTH,
    statement: 'Minimum and maximum rules take a whole number, 1 or more.',
    basis: 'reading',
    message: (a) => `${a.rule}: "${a.found}" is not a whole number of at least 1`,
    fix: (a) => [`use a whole number: '#${a.rule}=8'`],
    check: (s: RuleSubject) => failures(s, 'whole-number').map(({ name, value }) => ({ rule: name, found: value })),
  }),
  'rule-min-not-above-max': row({
    ...BOTH,
    statement: 'A minimum is not above the maximum of the same unit.',
    basis: 'reading',
    message: (a) => `the minimum of ${a.minimum} ${a.unit} is above the maximum of ${a.maximum}`,
    why: () => 'No machine could satisfy both.',
    fix: () => ['lower the minimum or raise the maximum'],
    check: (s: RuleSubject) => {
      const rules = rulesOf(s);
      return (['Cores', 'Sockets', 'Vcpus'] as const).flatMap((unit) => {
        const minimum = boundOf(rules, `minimum${unit}`);
        const maximum = boundOf(rules, `maximum${unit}`);
        const crossed = minimum !== undefined && maximum !== undefined && minimum > maximum;
        const word = unit === 'Vcpus' ? 'vCPUs' : unit.toLowerCase();
        return when(crossed, { unit: word, minimum: minimum ?? 0, maximum: maximum ?? 0 });
      });
    },
  }),
  'rule-affinity-range': row({
    ...BOTH,
    statement: `Licences are tied to a host for a whole number of days, 1 to ${LONGEST_AFFINITY_DAYS}.`,
    message: (a) => `licenseAffinityToHost: "${a.found}" is not a number of days from ${a.min} to ${a.max}`,
    fix: (a) => [`use a whole number of days, ${a.min} to ${a.max}`],
    check: (s: RuleSubject) =>
      failures(s, 'affinity-range').map(({ value }) => ({ found: value, min: 1, max: LONGEST_AFFINITY_DAYS })),
  }),
  'rule-tenancy-values': row({
    ...BOTH,
    statement: `allowedTenancy takes ${allOf(RULE_TENANCIES)}: one, or several with commas between and none twice.`,
    message: (a) => `allowedTenancy: "${a.found}" is not a list of tenancies`,
    fix: (a) => [`use ${anyOf(a.allowed)}, with commas between several`, 'or use the option: --tenancy dedicated-host'],
    check: (s: RuleSubject) => failures(s, 'tenancy').map(({ value }) => ({ found: value, allowed: RULE_TENANCIES })),
  }),
  'rule-honor-values': row({
    ...BOTH,
    statement: 'honorVcpuOptimization takes True or False, in any letter case.',
    source: model('CreateLicenseConfiguration', 'LicenseRules'),
    basis: 'model',
    message: (a) => `honorVcpuOptimization: "${a.found}" is neither True nor False`,
    fix: () => ['use True or False'],
    check: (s: RuleSubject) => failures(s, 'true-or-false').map(({ value }) => ({ found: value })),
  }),
  'rule-affinity-only-later-rule': row({
    ...REFUSED,
    statement:
      'An update may repeat the rules that are there and add or change licenseAffinityToHost; every other change of rules is refused.',
    source: model('UpdateLicenseConfiguration', 'LicenseRules'),
    basis: 'model',
    operations: ['license-manager:UpdateLicenseConfiguration'],
    message: (a) => `${a.configuration}: the rule ${a.rule} cannot be added or changed after creation`,
    why: () =>
      'Machines run under the present rules, so AWS changes only the affinity rule of an existing configuration.',
    fix: (a) => [`make it anew with the rules you want: lm config recreate ${a.configuration}`],
    check: (s: {
      readonly configuration: string;
      readonly present: readonly string[];
      readonly LicenseRules?: readonly string[];
    }) =>
      (s.LicenseRules ?? [])
        .filter((rule) => !s.present.includes(rule) && !rule.startsWith('#licenseAffinityToHost='))
        .map((rule) => ({ configuration: s.configuration, rule })),
  }),
  'rule-matrix-license-affinity-to-host': matrixRow('licenseAffinityToHost'),
  'rule-matrix-maximum-cores': matrixRow('maximumCores'),
  'rule-matrix-maximum-sockets': matrixRow('maximumSockets'),
  'rule-matrix-maximum-vcpus': matrixRow('maximumVcpus'),
  'rule-matrix-minimum-cores': matrixRow('minimumCores'),
  'rule-matrix-minimum-sockets': matrixRow('minimumSockets'),
  'rule-matrix-minimum-vcpus': matrixRow('minimumVcpus'),
  'rule-matrix-honor-vcpu-optimization': matrixRow('honorVcpuOptimization'),
};

const rulesOf = (s: RuleSubject): readonly Rule[] => parseRules(s.LicenseRules ?? []).rules;

const failures = (s: RuleSubject, reason: RuleFailure['reason']): readonly RuleFailure[] =>
  parseRules(s.LicenseRules ?? []).failures.filter((failure) => failure.reason === reason);

function boundOf(rules: readonly Rule[], name: RuleName): number | undefined {
  const rule = rules.find((candidate) => candidate.name === name);
  return typeof rule?.value === 'number' ? rule.value : undefined;
}
