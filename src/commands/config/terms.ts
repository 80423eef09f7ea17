import type { Input } from '../../contract/operations.ts';
import { formatRule, type Rule } from '../../validation/licensing/rules.ts';
import type { CreateArgs } from './declare-terms.ts';
import { productInformation } from './products.ts';
import { tagsOf } from './tags.ts';
import type { TermArgs } from './term-options.ts';

type CreateInput = Input<'license-manager:CreateLicenseConfiguration'>;

/** The terms that a creation and an update say alike. */
export type SharedTerms = Pick<
  CreateInput,
  | 'Description'
  | 'LicenseCount'
  | 'LicenseCountHardLimit'
  | 'LicenseRules'
  | 'ProductInformationList'
  | 'DisassociateWhenNotFound'
  | 'LicenseExpiry'
>;

/** The option of each rule whose value is a number. */
export const NUMBER_RULES = [
  ['affinity', 'licenseAffinityToHost'],
  ['maxCores', 'maximumCores'],
  ['maxSockets', 'maximumSockets'],
  ['maxVcpus', 'maximumVcpus'],
  ['minCores', 'minimumCores'],
  ['minSockets', 'minimumSockets'],
  ['minVcpus', 'minimumVcpus'],
] as const satisfies readonly (readonly [keyof TermArgs, Rule['name']])[];

/**
 * The rules of a command line as AWS writes them, in the guide's order, then those given as they are.
 * Nothing is checked here: the catalogue judges the whole request.
 */
export function rulesOf(args: TermArgs): readonly string[] {
  const numbers = NUMBER_RULES.flatMap(([option, name]) => {
    const value = args[option];
    return value === undefined ? [] : [formatRule({ name, value })];
  });
  const { tenancy = [], honorVcpuOptimization: honors } = args;
  return [
    ...numbers,
    ...(tenancy.length === 0 ? [] : [formatRule({ name: 'allowedTenancy', value: [...new Set(tenancy)] })]),
    ...(honors === undefined ? [] : [formatRule({ name: 'honorVcpuOptimization', value: honors, text: 'True' })]),
    ...(args.rule ?? []),
  ];
}

/** The terms that were written, with AWS's names; what was not written is absent. */
export function sharedTerms(args: TermArgs): SharedTerms {
  const { count, hard, product, licensePack, exceptIncluded, expires, description } = args;
  const stop = args.stopTrackingWhenUninstalled;
  const rules = rulesOf(args);
  const products = productInformation(product ?? [], licensePack, exceptIncluded);
  return {
    ...(description === undefined ? {} : { Description: description }),
    ...(count === undefined || count === 'none' ? {} : { LicenseCount: count }),
    ...(hard === undefined ? {} : { LicenseCountHardLimit: hard }),
    ...(rules.length === 0 ? {} : { LicenseRules: [...rules] }),
    ...(products.length === 0 ? {} : { ProductInformationList: products }),
    ...(stop === undefined ? {} : { DisassociateWhenNotFound: stop }),
    ...(expires === undefined ? {} : { LicenseExpiry: expires }),
  };
}

/**
 * The CreateLicenseConfiguration request of a command line.
 * @param given what `--input` brought; options are stronger
 */
export function createInput(args: CreateArgs, given: Partial<CreateInput> = {}): CreateInput {
  const tags = tagsOf(args.tag);
  return {
    ...given,
    Name: args.name,
    LicenseCountingType: args.type,
    ...sharedTerms(args),
    ...(tags.length === 0 ? {} : { Tags: tags }),
  };
}
