import type { Choice, Prompts } from '../../../contract/prompts.ts';
import type { CountingType } from '../../../contract/world.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { textWarnings } from '../../../validation/free-text.ts';
import { hostFamily } from '../../../validation/host-families.ts';
import { allConfigurations } from '../../shared/lists.ts';
import type { CommandContext } from '../../types.ts';
import { LICENSE_PACKS, type Product, productInformation } from '../products.ts';
import { type CountArg, TERM_OPTIONS } from '../term-options.ts';
import { hostsWorth, longUnits } from '../words.ts';
import { type Answers, worded, wrong } from './answers.ts';
import { parsedText } from './typed.ts';

const NAME_HELP =
  'AWS also calls it self-managed license, customer managed license or license configuration.\nNo passwords or e-mail addresses: names can show up in billing and logs.';

/** Question 1, the name. One that exists already is asked about: names need not be unique. */
export async function askName(ctx: CommandContext, was: string | undefined): Promise<string> {
  const existing = await allConfigurations(ctx);
  for (;;) {
    const name = await ctx.prompts.text({
      message: 'Name of the license configuration?',
      help: NAME_HELP,
      ...(was === undefined ? {} : { default: was }),
      judge: (given) => worded(check('config-name-required', { Name: given })),
    });
    warn(ctx.prompts, { Name: name });
    const twin = existing.find((one) => one.Name === name);
    if (twin === undefined || name === was) return name;
    const message = `There is one with this name already (${twin.LicenseConfigurationId}). Names need not be unique. Use it anyway?`;
    if (await ctx.prompts.yes({ message, default: false })) return name;
  }
}

export async function askDescription(prompts: Prompts, was: string | undefined): Promise<string | undefined> {
  const description = await parsedText(prompts, {
    message: 'Description?',
    empty: 'none',
    was,
    parse: TERM_OPTIONS.description,
    judge: () => undefined,
  });
  warn(prompts, { Description: description ?? '' });
  return description;
}

function warn(prompts: Prompts, text: Parameters<typeof textWarnings>[0]): void {
  const said = worded(textWarnings(text));
  if (said !== undefined) prompts.say(`! ${said}`);
}

const COUNTS: readonly (readonly [CountingType, string])[] = [
  [
    'Core',
    'Physical cores      the whole Dedicated Host is charged once; needs Dedicated Hosts; e.g. Windows Server, SQL Server per core',
  ],
  ['Socket', "Sockets             the host's processors are charged once; needs Dedicated Hosts"],
  [
    'vCPU',
    "vCPUs               each running machine's vCPUs; any tenancy; the only one for Oracle and (with Instances) for on-premises servers",
  ],
  ['Instance', 'Instances           one for each running machine; any tenancy'],
];

/** Question 2, what is counted. */
export function askCounting(prompts: Prompts, was: CountingType | undefined): Promise<CountingType> {
  return prompts.choose({
    message: 'What does the agreement count?',
    help: 'A licence covers a physical core, a processor socket, a vCPU or a whole machine: the agreement says which.\nThis cannot be changed later.',
    choices: COUNTS.map(([value, name]) => ({ value, name, description: 'This cannot be changed later.' })),
    ...(was === undefined ? {} : { default: was }),
  });
}

/** What question 3 brings. */
export type Discovery = Pick<Answers, 'product' | 'licensePack' | 'stopTrackingWhenUninstalled'>;

/** Question 3, discovery. Oracle is greyed with the reason unless vCPUs are counted. */
export async function askDiscovery(prompts: Prompts, type: CountingType, was: Discovery): Promise<Discovery> {
  const [known] = was.product ?? [];
  const kind = await prompts.choose<Kind>({
    message: 'Should License Manager find installed software by itself (automated discovery)?',
    help: 'Discovery reads the inventory of Systems Manager, and of RDS for Oracle, and counts what it finds.\nWithout it you attach AMIs, instances and hosts yourself.',
    choices: discoveryChoices(type),
    ...(known === undefined ? {} : { default: kindOf(known) }),
  });
  if (kind === 'none') return {};
  if (kind === 'oracle') return askOracle(prompts, was);
  const stop = await prompts.yes({
    message: 'Stop tracking a machine when the software is uninstalled?',
    default: was.stopTrackingWhenUninstalled ?? false,
  });
  return { product: [kind], stopTrackingWhenUninstalled: stop };
}

type Kind = 'none' | 'windows-server' | 'sql-server' | 'oracle';

const kindOf = (product: Product): Kind =>
  product === 'windows-server' || product === 'sql-server' ? product : 'oracle';

function discoveryChoices(type: CountingType): readonly Choice<Kind>[] {
  const ProductInformationList = productInformation(['oracle-ee']);
  const closed = worded(check('oracle-counting-vcpu', { LicenseCountingType: type, ProductInformationList }));
  return [
    { value: 'none', name: 'No, I attach AMIs and instances myself' },
    { value: 'windows-server', name: 'Windows Server' },
    { value: 'sql-server', name: 'SQL Server' },
    { value: 'oracle', name: 'Oracle Database on RDS', ...(closed === undefined ? {} : { disabled: closed }) },
  ];
}

const EDITIONS: readonly Choice<Product>[] = [
  { value: 'oracle-ee', name: 'Enterprise' },
  { value: 'oracle-se', name: 'Standard' },
  { value: 'oracle-se1', name: 'Standard One' },
  { value: 'oracle-se2', name: 'Standard Two' },
];

async function askOracle(prompts: Prompts, was: Discovery): Promise<Discovery> {
  const [known] = was.product ?? [];
  const edition = await prompts.choose({
    message: 'Oracle: one edition per configuration, vCPUs only, no rules, soft limit only. Which edition?',
    choices: EDITIONS,
    ...(known === undefined ? {} : { default: known }),
  });
  const packs = await prompts.pick({
    message: 'Which licence packs? (space to choose, Enter for none)',
    choices: LICENSE_PACKS.map((pack) => ({
      value: pack,
      name: pack,
      checked: was.licensePack?.includes(pack) ?? false,
    })),
  });
  prompts.say('Oracle allows neither a hard limit nor rules, so those questions are left out.');
  return { product: [edition], ...(packs.length === 0 ? {} : { licensePack: packs }) };
}

/** Question 4, how many. */
export async function askCount(
  prompts: Prompts,
  answers: Answers,
  was: CountArg | undefined,
): Promise<CountArg | undefined> {
  const { type } = answers;
  const units = longUnits(type, 2).replace(/^2 (physical )?/, '');
  const count = await parsedText<CountArg>(prompts, {
    message: `How many ${units} have you bought?`,
    empty: 'only track, no limit',
    was: was === undefined ? undefined : String(was),
    ...(type === 'Core' ? { help: coreHelp() } : {}),
    parse: TERM_OPTIONS.count,
    judge: (value) => wrong({ ...answers, count: value }),
  });
  const worth = type === 'Core' && typeof count === 'number' ? hostsWorth(count) : undefined;
  if (worth !== undefined && count !== undefined) prompts.say(worthLine(count, worth));
  if (typeof count === 'number') return count;
  prompts.say('Without a number nothing is ever blocked: rules below will only raise alerts.');
  return undefined;
}

function worthLine(count: CountArg, { family, hosts, left, coresPerHost }: NonNullable<ReturnType<typeof hostsWorth>>) {
  if (hosts === 0) return `${count} = less than one host of the ${family} family, which has ${coresPerHost} cores.`;
  const rest = left === 0 ? '' : `, and ${left} left`;
  return `${count} = ${hosts} ${hosts === 1 ? 'host' : 'hosts'} of the ${family} family${rest}.`;
}

function coreHelp(): string {
  const [first = '', ...others] = ['m5', 'c5', 'r5', 'm6i'];
  const coresOf = (family: string) => hostFamily(family)?.physicalCores ?? 0;
  const said = others.map((family) => `${family} ${coresOf(family)}`).join(', ');
  const example = hostsWorth(100);
  const pays = `100 licences pay for ${example?.hosts} m5 hosts and leave ${example?.left} unused.`;
  return `A host is charged whole. An ${first} host has ${coresOf(first)} cores, ${said}: ${pays}`;
}

/** Question 5, what happens when they are used up. */
export async function askHard(prompts: Prompts, was: boolean | undefined): Promise<boolean> {
  const hard = await prompts.choose({
    message: 'When they are used up:',
    help: 'A hard limit is what AWS calls "Enforce license limit".',
    choices: [
      { value: false, name: 'Allow the launch and raise an alert   (soft limit)' },
      { value: true, name: 'Block the launch                      (hard limit; AWS: Enforce license limit)' },
    ],
    default: was ?? false,
  });
  prompts.say('This switch also decides whether the rules below block or only alert.');
  return hard;
}
