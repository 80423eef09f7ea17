import { type Constraint, row } from '../../contract/constraint.ts';
import type { CountingType, Tenancy } from '../../contract/world.ts';
import { anyOf, counted, ruleTenancyOf, ruleTenancyWord, tenancyOfRule, tenancyWord, unitWord } from '../words.ts';
import { EC2_REFUSED, TERMS, tenancyFix, when } from './sources.ts';

/** What a minimum or maximum rule says, and what the machine has. */
export type BoundSubject = {
  readonly configuration: string;
  readonly instanceType: string;
  readonly rule: number;
  /** Null where it is not published: the sockets of a machine that is not on a Dedicated Host. */
  readonly found: number | null;
};

/** The tenancy of a launch, a start, an association or a rule, and what the configuration's rule allows. */
export type TenancySubject = {
  readonly configuration: string;
  readonly counting: CountingType;
  readonly tenancy: Tenancy;
  /** The values of allowedTenancy; empty: no such rule. */
  readonly allowed: readonly string[];
  /** The machine, where it is not one to be launched. */
  readonly instanceId?: string | undefined;
};

type TenancyArgs = Omit<TenancySubject, 'instanceId'> & { readonly instanceId?: string };

const JUDGED = {
  ...EC2_REFUSED,
  source: TERMS,
  basis: 'stated',
  fault: 'LicenseUsageException',
  operations: ['ec2:RunInstances', 'ec2:StartInstances', 'license-manager:UpdateLicenseSpecificationsForResource'],
} as const;

type MinimumArgs = {
  readonly configuration: string;
  readonly instanceType: string;
  readonly found: number | null;
  readonly minimum: number;
};
type MaximumArgs = Omit<MinimumArgs, 'minimum'> & { readonly maximum: number };

const figure = (found: number | null, one: string): string =>
  found === null ? `an unpublished number of ${one}s off a Dedicated Host` : counted(found, one);

/** Minimum and maximum rules judge one machine, never the sum. */
function minimumRow(one: string, whose = one): Constraint<BoundSubject, MinimumArgs> {
  return row({
    ...JUDGED,
    statement: `Under a rule of minimum ${one}s, each machine has at least so many ${whose}s; exactly so many will do.`,
    message: (a) => `${a.configuration}: ${a.instanceType} has ${figure(a.found, one)}, minimum ${a.minimum}`,
    why: (a) => `Each machine under ${a.configuration} must have at least ${counted(a.minimum, whose)}.`,
    fix: (a) => [`choose an instance type with at least ${counted(a.minimum, one)}`],
    check: ({ configuration, instanceType, rule, found }: BoundSubject) =>
      when(found === null || found < rule, { configuration, instanceType, found, minimum: rule }),
  });
}

function maximumRow(one: string, whose = one): Constraint<BoundSubject, MaximumArgs> {
  return row({
    ...JUDGED,
    statement: `Under a rule of maximum ${one}s, each machine has at most so many ${whose}s; exactly so many will do.`,
    message: (a) => `${a.configuration}: ${a.instanceType} has ${figure(a.found, one)}, maximum ${a.maximum}`,
    why: (a) => `Each machine under ${a.configuration} may have at most ${counted(a.maximum, whose)}.`,
    fix: (a) => [`choose an instance type with at most ${counted(a.maximum, one)}`],
    check: ({ configuration, instanceType, rule, found }: BoundSubject) =>
      when(found === null || found > rule, { configuration, instanceType, found, maximum: rule }),
  });
}

const onHosts = (counting: CountingType): boolean => counting === 'Core' || counting === 'Socket';

const OPTION: Readonly<Record<Tenancy, string>> = { default: 'shared', dedicated: 'dedicated', host: 'host' };

/** What a machine must satisfy when it is launched, started or attached. */
export const ruleLaunchRows = {
  'rule-minimum-cores-check': minimumRow('core', 'physical core'),
  'rule-maximum-cores-check': maximumRow('core', 'physical core'),
  'rule-minimum-sockets-check': minimumRow('socket'),
  'rule-maximum-sockets-check': maximumRow('socket'),
  'rule-minimum-vcpus-check': minimumRow('vCPU'),
  'rule-maximum-vcpus-check': maximumRow('vCPU'),
  'rule-tenancy-core-socket': row({
    ...JUDGED,
    statement: 'Licences counted by cores or sockets are used on Dedicated Hosts only, with or without a tenancy rule.',
    operations: [...JUDGED.operations, 'license-manager:CreateLicenseConfiguration'],
    message: (a) => `${a.configuration}: tenancy ${tenancyWord(a.tenancy)}, allowed Dedicated Host`,
    why: (a) => {
      const cores = a.counting === 'Core' ? 'physical cores' : unitWord(a.counting);
      return `${a.configuration} counts ${cores}, and those can be counted only on a Dedicated Host.`;
    },
    fix: (a) => [tenancyFix('host', a.instanceId)],
    check: ({ configuration, counting, tenancy, instanceId }: TenancySubject): readonly TenancyArgs[] =>
      when(onHosts(counting) && tenancy !== 'host', {
        configuration,
        counting,
        tenancy,
        allowed: [ruleTenancyOf('host')],
        ...(instanceId === undefined ? {} : { instanceId }),
      }),
  }),
  'rule-tenancy-launch-check': row({
    ...JUDGED,
    statement: 'A machine runs on a tenancy that the tenancy rule of its license configuration allows.',
    message: (a) =>
      `${a.configuration}: tenancy ${tenancyWord(a.tenancy)}, allowed ${anyOf(a.allowed.map(ruleTenancyWord))}`,
    why: (a) => `The rule allowedTenancy of ${a.configuration} says where its licences may be used.`,
    fix: (a) => a.allowed.flatMap((value) => optionFor(value, a.instanceId)),
    check: ({ configuration, counting, tenancy, allowed, instanceId }: TenancySubject): readonly TenancyArgs[] =>
      when(!onHosts(counting) && allowed.length > 0 && !allowed.includes(ruleTenancyOf(tenancy)), {
        configuration,
        counting,
        tenancy,
        allowed,
        ...(instanceId === undefined ? {} : { instanceId }),
      }),
  }),
};

function optionFor(value: string, instanceId: string | undefined): readonly string[] {
  const tenancy = tenancyOfRule(value);
  return tenancy === undefined ? [] : [tenancyFix(OPTION[tenancy], instanceId)];
}
