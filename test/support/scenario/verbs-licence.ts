import type { Input } from '../../../src/contract/operations.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';

/** A verb that calls AWS operations; it is rehearsed first, then done. */
export type Verb = (stage: Stage, row: Row) => Promise<void>;

const RULES: Readonly<Record<string, string>> = {
  minCores: 'minimumCores',
  maxCores: 'maximumCores',
  minSockets: 'minimumSockets',
  maxSockets: 'maximumSockets',
  minVcpus: 'minimumVcpus',
  maxVcpus: 'maximumVcpus',
  affinity: 'licenseAffinityToHost',
  honor: 'honorVcpuOptimization',
};
const TENANCIES: Readonly<Record<string, string>> = {
  shared: 'EC2-Default',
  dedicated: 'EC2-DedicatedInstance',
  host: 'EC2-DedicatedHost',
};
const COUNTING = { vcpu: 'vCPU', instance: 'Instance', core: 'Core', socket: 'Socket' } as const;

/** `minCores=8 tenancy=host,dedicated` as the rules AWS writes. */
function rulesOf({ options }: Row): string[] {
  return [...options].flatMap(([name, value]) => {
    if (name === 'tenancy')
      return [
        `#allowedTenancy=${value
          .split(',')
          .map((one) => TENANCIES[one] ?? one)
          .join(',')}`,
      ];
    const rule = RULES[name];
    // A misspelt rule would make a scenario that proves something else.
    if (rule === undefined && name !== 'count' && name !== 'description') throw new Error(`no rule is called ${name}`);
    return rule === undefined ? [] : [`#${rule}=${value}`];
  });
}

const ORACLE = [
  {
    ResourceType: 'RDS',
    ProductInformationFilterList: [
      {
        ProductInformationFilterName: 'Engine Edition',
        ProductInformationFilterValue: ['oracle-ee'],
        ProductInformationFilterComparator: 'EQUALS',
      },
    ],
  },
];

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** `hard`, `soft` or neither; `oracle` for a configuration that tracks Oracle Database. */
function limitOf({ words, options }: Row) {
  const count = number(options.get('count'));
  return {
    ...(count === undefined ? {} : { LicenseCount: count }),
    ...(words.includes('hard') ? { LicenseCountHardLimit: true } : {}),
    ...(words.includes('soft') ? { LicenseCountHardLimit: false } : {}),
    ...(words.includes('oracle') ? { ProductInformationList: ORACLE } : {}),
    ...(options.has('description') ? { Description: options.get('description') } : {}),
  };
}

/** `config NAME vcpu|instance|core|socket [count=N] [hard] [rule=value ...]` */
async function config(stage: Stage, row: Row): Promise<void> {
  const [name = '', type = ''] = row.words;
  const rules = rulesOf(row);
  const { LicenseConfigurationArn } = await stage.call('license-manager:CreateLicenseConfiguration', {
    Name: name,
    LicenseCountingType: Object.entries(COUNTING).find(([word]) => word === type)?.[1],
    ...limitOf(row),
    ...(rules.length === 0 ? {} : { LicenseRules: rules }),
  });
  stage.name(name, LicenseConfigurationArn);
}

type Update = Omit<Input<'license-manager:UpdateLicenseConfiguration'>, 'LicenseConfigurationArn'>;

async function changed(stage: Stage, name: string | undefined, change: Update): Promise<void> {
  const LicenseConfigurationArn = stage.id(name ?? '');
  await stage.call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn, ...change });
}

/** `update NAME [count=N] [hard|soft] [rule=value ...]` */
async function update(stage: Stage, row: Row): Promise<void> {
  const rules = rulesOf(row);
  await changed(stage, row.words[0], { ...limitOf(row), ...(rules.length === 0 ? {} : { LicenseRules: rules }) });
}

const specification = (stage: Stage, names: string, crossAccount = false) =>
  names.split(',').map((name) => ({
    LicenseConfigurationArn: stage.id(name),
    ...(crossAccount ? { AmiAssociationScope: 'cross-account' } : {}),
  }));

/** `attach CONFIG[,CONFIG] to RESOURCE [cross-account]` */
async function attach(stage: Stage, { words: [configs = '', , resource = '', scope] }: Row): Promise<void> {
  await stage.call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: stage.arn(resource),
    AddLicenseSpecifications: specification(stage, configs, scope === 'cross-account'),
  });
}

/** `detach CONFIG[,CONFIG] from RESOURCE` */
async function detach(stage: Stage, { words: [configs = '', , resource = ''] }: Row): Promise<void> {
  await stage.call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: stage.arn(resource),
    RemoveLicenseSpecifications: specification(stage, configs),
  });
}

/** `swap OLD for NEW on RESOURCE`: removes and adds in one call. */
async function swap(stage: Stage, { words: [old = '', , next = '', , resource = ''] }: Row): Promise<void> {
  await stage.call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: stage.arn(resource),
    RemoveLicenseSpecifications: specification(stage, old),
    AddLicenseSpecifications: specification(stage, next),
  });
}

export const LICENCE_VERBS: Readonly<Record<string, Verb>> = {
  config,
  update,
  attach,
  detach,
  swap,
  deactivate: (stage, { words: [name] }) => changed(stage, name, { LicenseConfigurationStatus: 'DISABLED' }),
  activate: (stage, { words: [name] }) => changed(stage, name, { LicenseConfigurationStatus: 'AVAILABLE' }),
  delete: async (stage, { words: [name = ''] }) => {
    await stage.call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: stage.id(name) });
  },
};
