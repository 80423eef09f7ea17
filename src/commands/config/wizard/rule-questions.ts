import type { Prompts } from '../../../contract/prompts.ts';
import type { CountingType } from '../../../contract/world.ts';
import { instanceType } from '../../../validation/instance-types.ts';
import { type RuleName, rulesAllowedFor } from '../../../validation/licensing/matrix.ts';
import { LONGEST_AFFINITY_DAYS } from '../../../validation/licensing/rules.ts';
import { RULE_TENANCIES, type RuleTenancy, ruleTenancyWord } from '../../../validation/words.ts';
import { RULE_OPTIONS } from '../term-options.ts';
import { type Answers, wrong } from './answers.ts';
import { parsedText } from './typed.ts';

/** What question 6 brings. */
export type RuleAnswers = Pick<Answers, keyof typeof RULE_OPTIONS>;

type Group = 'tenancy' | 'cores' | 'sockets' | 'vcpus' | 'affinity' | 'optimized';

/** What may be chosen, in order; a group is offered where the counting type allows its rule. */
const GROUPS: readonly { readonly group: Group; readonly rule: RuleName; readonly name: string }[] = [
  { group: 'tenancy', rule: 'allowedTenancy', name: 'Tenancy                     where it may run' },
  { group: 'cores', rule: 'minimumCores', name: 'Minimum or maximum cores    of a single machine' },
  { group: 'sockets', rule: 'minimumSockets', name: 'Minimum or maximum sockets  of a single machine' },
  { group: 'vcpus', rule: 'minimumVcpus', name: 'Minimum or maximum vCPUs    of a single machine' },
  {
    group: 'affinity',
    rule: 'licenseAffinityToHost',
    name: 'Affinity                    days for which licences stay with a host',
  },
  { group: 'optimized', rule: 'honorVcpuOptimization', name: 'Optimized CPUs              count chosen CPU options' },
];

const needsHosts = (type: CountingType): boolean => type === 'Core' || type === 'Socket';

/** Cores and sockets have one tenancy, which is not asked for. */
export const fixedTenancy = (type: CountingType): RuleAnswers =>
  needsHosts(type) ? { tenancy: ['EC2-DedicatedHost'] } : {};

/** Question 6: which rules, then one question for each. Only those are offered that the counting type allows. */
export async function askRules(prompts: Prompts, answers: Answers, was: RuleAnswers): Promise<RuleAnswers> {
  const allowed = rulesAllowedFor(answers.type);
  if (needsHosts(answers.type)) prompts.say('Tenancy: Dedicated Host (required for cores and sockets).');
  const offered = GROUPS.filter(
    ({ group, rule }) => allowed.includes(rule) && !(group === 'tenancy' && needsHosts(answers.type)),
  );
  const chosen = await prompts.pick({
    message: 'Which rules does the agreement have? (space to choose, Enter for none)',
    help: 'Rules are judged for each machine, before it is launched or started.',
    choices: offered.map(({ group, name }) => ({ value: group, name, checked: isAnswered(group, was) })),
  });
  let given: RuleAnswers = fixedTenancy(answers.type);
  for (const group of chosen) {
    const so = { ...answers, ...given };
    given = { ...given, ...(await ASK[group](prompts, so, was)) };
  }
  if (chosen.length > 0) {
    prompts.say(
      'Of these only the affinity can be added or changed later; any other change means a new configuration (lm config recreate).',
    );
  }
  return given;
}

function isAnswered(group: Group, was: RuleAnswers): boolean {
  switch (group) {
    case 'tenancy':
      return was.tenancy !== undefined;
    case 'cores':
      return was.minCores !== undefined || was.maxCores !== undefined;
    case 'sockets':
      return was.minSockets !== undefined || was.maxSockets !== undefined;
    case 'vcpus':
      return was.minVcpus !== undefined || was.maxVcpus !== undefined;
    case 'affinity':
      return was.affinity !== undefined;
    case 'optimized':
      return was.honorVcpuOptimization !== undefined;
  }
}

type Ask = (prompts: Prompts, answers: Answers, was: RuleAnswers) => Promise<RuleAnswers>;

const ASK: Readonly<Record<Group, Ask>> = {
  tenancy: askTenancy,
  cores: bounds('minCores', 'maxCores', 'cores'),
  sockets: bounds('minSockets', 'maxSockets', 'sockets'),
  vcpus: bounds('minVcpus', 'maxVcpus', 'vCPUs'),
  affinity: askAffinity,
  optimized: async (prompts, _answers, was) => {
    const honors = await prompts.yes({
      message: "Count optimized CPUs (chosen cores × threads) instead of the type's default?",
      default: was.honorVcpuOptimization ?? false,
    });
    return honors ? { honorVcpuOptimization: true } : {};
  },
};

async function askTenancy(prompts: Prompts, answers: Answers, was: RuleAnswers): Promise<RuleAnswers> {
  if (answers.product?.includes('windows-server')) {
    prompts.say('Windows Server that you bring may not run on shared tenancy, whatever is chosen here.');
  }
  const chosen: readonly RuleTenancy[] = await prompts.pick({
    message: 'Where may it run? (space to choose, Enter: all three)',
    choices: RULE_TENANCIES.map((value) => ({
      value,
      name: ruleTenancyWord(value),
      checked: was.tenancy?.includes(value) ?? false,
    })),
  });
  return chosen.length === 0 || chosen.length === RULE_TENANCIES.length ? {} : { tenancy: chosen };
}

type Bound = 'minCores' | 'maxCores' | 'minSockets' | 'maxSockets' | 'minVcpus' | 'maxVcpus';

function bounds(min: Bound, max: Bound, unit: string): Ask {
  return async (prompts, answers, was) => {
    const ask = (key: Bound, message: string, empty: string, so: Answers, range?: string) =>
      parsedText<number>(prompts, {
        message,
        empty,
        ...(range === undefined ? {} : { range }),
        help: boundHelp(),
        was: was[key]?.toString(),
        parse: RULE_OPTIONS[key],
        judge: (value) => wrong({ ...so, [key]: value }),
      });
    const fewest = await ask(min, `Fewest ${unit} a single machine must have?`, 'no minimum', answers, 'e.g. 8');
    const low = fewest === undefined ? {} : { [min]: fewest };
    const most = await ask(max, `Most ${unit} a single machine may have?`, 'no maximum', { ...answers, ...low });
    return { ...low, ...(most === undefined ? {} : { [max]: most }) };
  };
}

function boundHelp(): string {
  const types = ['m5.4xlarge', 'm5.8xlarge', 'm5.12xlarge'].map((name) => [name, instanceType(name)?.cores] as const);
  const [[first, cores] = ['', 0], ...others] = types;
  const said = others.map(([name, count]) => `${name} ${count}`).join(', ');
  return `Judged on each machine, not on the host and not on the total: ${first} has ${cores} cores, ${said}.`;
}

async function askAffinity(prompts: Prompts, answers: Answers, was: RuleAnswers): Promise<RuleAnswers> {
  const affinity = await parsedText<number>(prompts, {
    message: 'For how many days do licences stay with a host once used there?',
    range: `1 to ${LONGEST_AFFINITY_DAYS}`,
    empty: 'no tie',
    help: "Microsoft's 90-day rule: 90. Stopping, terminating or releasing the host does not free them earlier; they return within 24 hours after.",
    was: was.affinity?.toString(),
    parse: RULE_OPTIONS.affinity,
    judge: (value) => wrong({ ...answers, affinity: value }),
  });
  return affinity === undefined ? {} : { affinity };
}
