import { RULE_NAMES, type RuleName } from '../../validation/licensing/matrix.ts';
import { choice, flag, listOf, pairs, required, text } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';
import { configArgument, countingParam } from './params.ts';
import { TERM_OPTIONS } from './term-options.ts';

export const create = declare({
  name: 'create',
  aliases: ['new'],
  summary: 'make a license configuration; alone in a terminal it asks for everything',
  description:
    'Make a license configuration: what the agreement counts, how many there are, what happens when they run out, and the rules a machine must satisfy. Typed alone in a terminal, it asks and explains.',
  arguments: {
    name: required(
      text({
        help: 'its name; names need not be unique',
        placeholder: 'NAME',
        example: 'win-dc',
        field: 'Name',
        prompt: { message: 'Name of the license configuration?' },
      }),
    ),
  },
  options: {
    type: required(countingParam),
    ...TERM_OPTIONS,
    tag: pairs({ help: 'tag; may be repeated' }),
  },
  examples: [
    {
      intent: '96 Windows Server cores on Dedicated Hosts, machines of 8 to 16 cores, launches beyond are blocked',
      command:
        'lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host --description "Windows Server Datacenter, 96 cores"',
    },
    { intent: 'only count, never block', command: 'lm config create sql-web --type vcpu' },
    {
      intent: 'what would be refused, and why?',
      command: 'lm config create oracle-ee --type vcpu --count 32 --product oracle-ee --dry-run',
    },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

export const update = declare({
  name: 'update',
  aliases: ['set'],
  summary: 'change the number, the limit, the name, the affinity or what discovery looks for',
  description:
    'Change a license configuration; what is not mentioned stays. AWS cannot remove a number once it is set, change what is counted, or change any rule but the affinity: for those there is lm config recreate.',
  arguments: { config: configArgument },
  options: {
    name: text({ help: 'its new name', placeholder: 'NAME', aliases: ['rename'] }),
    type: countingParam,
    ...TERM_OPTIONS,
  },
  examples: [
    { intent: '32 more cores were bought', command: 'lm config update win-dc --count 128' },
    { intent: 'let launches beyond the limit through, with an alert', command: 'lm config update win-dc --soft --yes' },
    { intent: 'licences stay 90 days with a host', command: 'lm config update win-dc --affinity 90 --dry-run' },
  ],
  mutates: true,
});
export type UpdateArgs = ArgsOf<typeof update>;

const RULE_WORDS: Readonly<Record<string, RuleName>> = {
  affinity: 'licenseAffinityToHost',
  'max-cores': 'maximumCores',
  'max-sockets': 'maximumSockets',
  'max-vcpus': 'maximumVcpus',
  'min-cores': 'minimumCores',
  'min-sockets': 'minimumSockets',
  'min-vcpus': 'minimumVcpus',
  tenancy: 'allowedTenancy',
  'honor-vcpu-optimization': 'honorVcpuOptimization',
};

export const recreate = declare({
  name: 'recreate',
  summary: 'give it new terms: disassociate, delete, create and associate again, as one step',
  description:
    'For what AWS cannot change: the counting type, the rules, a number that should be none. Everything attached is taken off, the configuration is deleted and made anew, and everything is attached again, all or nothing. What is not mentioned stays; the id and the ARN change.',
  arguments: { config: configArgument },
  options: {
    name: text({ help: 'its new name', placeholder: 'NAME', aliases: ['rename'] }),
    type: countingParam,
    ...TERM_OPTIONS,
    without: listOf(choice(RULE_NAMES, { help: '', spellings: RULE_WORDS }), {
      help: `leave a rule out: ${Object.keys(RULE_WORDS).join(', ')}`,
      placeholder: 'RULE',
    }),
    noRules: flag({ help: 'leave all present rules out' }),
  },
  examples: [
    { intent: 'see what a new minimum would change', command: 'lm config recreate win-dc --min-cores 4 --dry-run' },
    { intent: 'do it', command: 'lm config recreate win-dc --min-cores 4 --confirm win-dc' },
  ],
  mutates: true,
});
export type RecreateArgs = ArgsOf<typeof recreate>;
