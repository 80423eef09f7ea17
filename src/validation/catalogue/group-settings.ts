import type { GroupConfigurationItem } from '@aws-sdk/client-resource-groups';
import { row } from '../../contract/constraint.ts';
import type { Args } from '../../contract/decision.ts';
import { EXIT } from '../../contract/exit.ts';
import type { CountingType } from '../../contract/world.ts';
import { hostFamilies } from '../host-families.ts';
import { GENERIC, HOST_MANAGEMENT, MEMBERS, PARAMETERS, PROTECTION, parameterValues, SWITCHES } from '../host-group.ts';
import { nearest } from '../nearest.ts';
import { anyOf, didYouMean } from '../words.ts';
import { GROUP_REFUSED, groupsGuide, guide, model, when } from './sources.ts';

const CREATE = ['resource-groups:CreateGroup'] as const;
const SETTINGS = [...CREATE, 'resource-groups:PutGroupConfiguration'] as const;
const BY_TYPES = {
  ...GROUP_REFUSED,
  source: groupsGuide('Service configurations for resource groups'),
  basis: 'external',
  operations: SETTINGS,
} as const;

/** The configuration items of a request. */
export type ItemsSubject = { readonly Configuration?: readonly GroupConfigurationItem[] };

/** Group names: the form of AWS's model, and nothing that begins with aws. */
const NAME = /^[a-zA-Z0-9_.-]{1,300}$/;
const DESCRIPTION = /^[\sa-zA-Z0-9_.-]{0,1024}$/;

/** What a host resource group is made of: its name, its description and its configuration items. */
export const groupSettingsRows = {
  'hrg-name-format': row({
    ...GROUP_REFUSED,
    statement:
      'The name of a group has 1 to 300 letters, digits, dots, hyphens and underscores, does not begin with aws, and stays.',
    source: model('CreateGroup', 'Name'),
    basis: 'model',
    operations: CREATE,
    message: (a) =>
      a.reserved
        ? `the name "${a.name}" begins with "aws", which AWS keeps for itself`
        : `the name "${a.name}" is not 1 to 300 letters, digits, dots, hyphens and underscores`,
    fix: () => ['choose another name, such as sql-prod'],
    check: ({ Name: name }: { readonly Name: string }) => {
      const reserved = /^aws/i.test(name);
      return when(reserved || !NAME.test(name), { name, reserved });
    },
  }),
  'hrg-name-in-use': row({
    ...GROUP_REFUSED,
    statement: 'The name of a group is unique in its account and Region, whatever its letter case.',
    source: model('CreateGroup', 'Name'),
    basis: 'model',
    exit: EXIT.conflict,
    operations: CREATE,
    message: (a) => `there is a group ${a.taken} in this account and Region`,
    fix: (a) => ['choose another name', `or change that group: lm hrg update ${a.taken}`],
    check: ({ taken }: { readonly taken?: string }) => when(taken !== undefined, { taken: taken ?? '' }),
  }),
  'hrg-description-format': row({
    ...GROUP_REFUSED,
    statement: 'A description has at most 1024 letters, digits, blanks, dots, hyphens and underscores.',
    source: model('CreateGroup', 'Description'),
    basis: 'model',
    operations: [...CREATE, 'resource-groups:UpdateGroup'],
    message: (a) =>
      a.characters > 1024
        ? `the description has ${a.characters} characters, at most 1024`
        : `the description holds ${a.others}`,
    fix: () => ['use letters, digits, blanks, dots, hyphens and underscores only'],
    check: ({ Description: text = '' }: { readonly Description?: string }) => {
      const others = [...new Set(text.match(/[^\sa-zA-Z0-9_.-]/g))].join(' ');
      return when(!DESCRIPTION.test(text), { characters: [...text].length, others });
    },
  }),
  'hrg-configuration-types': row({
    ...BY_TYPES,
    statement: `A host resource group has the configuration items ${HOST_MANAGEMENT} and ${GENERIC}, each once, and no resource query. Other kinds of groups are not kept here.`,
    basis: 'reading',
    message: (a) => (a.query ? 'a resource query makes another kind of group' : `the item ${a.type} is ${a.why}`),
    fix: (a) => [
      ...(a.query ? ['leave the resource query out'] : []),
      `give the items ${HOST_MANAGEMENT} and ${GENERIC}, as lm hrg create does`,
    ],
    check: ({ Configuration = [], ResourceQuery }: ItemsSubject & { readonly ResourceQuery?: object }) => [
      ...when<Odd>(ResourceQuery !== undefined, { query: true, type: '', why: '' }),
      ...Configuration.flatMap(oddItem),
    ],
  }),
  'hrg-configuration-items': row({
    ...BY_TYPES,
    statement: `A host resource group has both items: ${HOST_MANAGEMENT}, and ${GENERIC} with allowed-resource-types=[${MEMBERS}] and deletion-protection=[${PROTECTION}].`,
    message: (a) => `the configuration lacks ${a.lacks}`,
    fix: (a) => [`add ${a.lacks}`, 'or use lm hrg create, which writes both items'],
    check: ({ Configuration: items = [] }: ItemsSubject) => lacking(items).map((lacks) => ({ lacks })),
  }),
  'hrg-parameter-names': row({
    ...BY_TYPES,
    statement: `The parameters of ${HOST_MANAGEMENT} are ${PARAMETERS.join(', ')}; switches are true or false in small letters.`,
    message: (a) => `${a.name} ${a.why}`,
    fix: (a) => [...didYouMean(a.nearest), a.mend],
    check: ({ Configuration: items = [] }: ItemsSubject) => items.flatMap(badParameters),
  }),
  'hrg-any-or-listed': row({
    ...GROUP_REFUSED,
    statement:
      'A group either lists the license configurations that may be used in it, or allows any that counts cores or sockets.',
    source: guide('Create a host resource group'),
    basis: 'stated',
    operations: SETTINGS,
    message: (a) =>
      a.listed > 0
        ? 'the group both lists license configurations and allows any'
        : 'the group neither lists license configurations nor allows any',
    fix: () => [
      'name configurations: --license NAME (for costly licences)',
      'or allow any: leave --license out (to use the hosts well)',
    ],
    check: ({ Configuration: items = [] }: ItemsSubject) => {
      const listed = parameterValues(items, 'allowed-host-based-license-configurations')?.length ?? 0;
      const any = parameterValues(items, 'any-host-based-license-configuration')?.[0] === 'true';
      return when(listed > 0 === any, { listed });
    },
  }),
  'hrg-family-known': row({
    ...BY_TYPES,
    statement: 'allowed-host-families lists instance families that Dedicated Hosts support.',
    basis: 'reading',
    message: (a) =>
      a.family.includes('.')
        ? `${a.family} is an instance type, and a group names families`
        : `${a.family} is not a family that Dedicated Hosts support`,
    fix: (a) => [...didYouMean(a.nearest), 'name families such as m5, r5 or c5, or none for all'],
    check: ({ Configuration: items = [] }: ItemsSubject) => {
      const known = hostFamilies();
      const given = parameterValues(items, 'allowed-host-families') ?? [];
      return given
        .filter((family) => !known.includes(family))
        .map((family) => ({ family, nearest: nearest(family, known) }));
    },
  }),
  'hrg-core-socket-only': row({
    ...GROUP_REFUSED,
    statement: 'Only license configurations that count cores or sockets can be used in a host resource group.',
    source: guide('Create a host resource group'),
    basis: 'stated',
    operations: SETTINGS,
    message: (a) => `${a.configuration} counts ${a.counting}, not cores or sockets`,
    fix: (a) => [`leave ${a.configuration} out`, 'or make one that counts cores: lm config create NAME --type core'],
    check: (s: { readonly configuration: string; readonly counting: CountingType }) =>
      when(s.counting !== 'Core' && s.counting !== 'Socket', { configuration: s.configuration, counting: s.counting }),
  }),
};

interface Odd extends Args {
  readonly query: boolean;
  readonly type: string;
  readonly why: string;
}

/** An item of a kind that is not kept here, or the second of its kind. */
function oddItem(
  { Type: type = '' }: GroupConfigurationItem,
  index: number,
  all: readonly GroupConfigurationItem[],
): readonly Odd[] {
  if (type !== HOST_MANAGEMENT && type !== GENERIC)
    return [{ query: false, type, why: 'not one that this sandbox knows' }];
  const isTwice = all.findIndex((item) => item.Type === type) < index;
  return isTwice ? [{ query: false, type, why: 'given twice' }] : [];
}

/** What the items of a host resource group lack, in words that can be added. */
function lacking(items: readonly GroupConfigurationItem[]): readonly string[] {
  const has = (type: string) => items.some((item) => item.Type === type);
  const generic = (name: string, value: string) =>
    has(GENERIC) && parameterValues(items, name)?.join() !== value ? [`${name}=[${value}] in ${GENERIC}`] : [];
  return [
    ...(has(HOST_MANAGEMENT) ? [] : [`the item ${HOST_MANAGEMENT}`]),
    ...(has(GENERIC) ? [] : [`the item ${GENERIC}`]),
    ...generic('allowed-resource-types', MEMBERS),
    ...generic('deletion-protection', PROTECTION),
  ];
}

const GENERIC_PARAMETERS = ['allowed-resource-types', 'deletion-protection'];

interface Bad extends Args {
  readonly name: string;
  readonly why: string;
  readonly nearest: readonly string[];
  readonly mend: string;
}

/** Parameters of one item that it does not have, that are given twice, or whose values do not fit. */
function badParameters({ Type: type = '', Parameters = [] }: GroupConfigurationItem): readonly Bad[] {
  if (type !== HOST_MANAGEMENT && type !== GENERIC) return [];
  const known: readonly string[] = type === GENERIC ? GENERIC_PARAMETERS : PARAMETERS;
  return Parameters.flatMap(({ Name: name = '', Values: values = [] }, index) => {
    if (!known.includes(name)) {
      return [{ name, why: `is no parameter of ${type}`, nearest: nearest(name, known), mend: `use ${anyOf(known)}` }];
    }
    if (Parameters.findIndex((one) => one.Name === name) < index)
      return [{ name, why: 'is given twice', nearest: [], mend: 'give it once, with all its values' }];
    const mend = mendOf(name, values);
    return mend === undefined
      ? []
      : [{ name, why: `is ${values.length === 0 ? 'empty' : values.join(', ')}`, nearest: [], mend }];
  });
}

/** How the values of a parameter are put right; undefined where they are right. */
function mendOf(name: string, values: readonly string[]): string | undefined {
  const [value = ''] = values;
  if (SWITCHES.some((one) => one === name))
    return values.length === 1 && /^(true|false)$/.test(value) ? undefined : 'write true or false, in small letters';
  if (name !== 'host-limit') return undefined;
  return values.length === 1 && /^[1-9]\d{0,8}$/.test(value) ? undefined : 'write one whole number from 1';
}
