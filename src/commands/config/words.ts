import type { CountingType } from '../../contract/world.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { termsOf } from '../../validation/licensing/terms.ts';
import { allOf, anyOf, counted, tenancyOfRule, tenancyPlace, unitWord } from '../../validation/words.ts';
import { type Configuration, leftOf } from './limit.ts';

/** "144 of 96 cores used, over by 48". */
export function usedWords(configuration: Configuration): string {
  const { LicenseCount: limit, ConsumedLicenses: used = 0, LicenseCountingType: counting = 'Instance' } = configuration;
  const left = leftOf(configuration);
  if (limit === undefined || left === undefined) return `${used} ${unitWord(counting, used)} used, no limit`;
  const rest = left < 0 ? `over by ${-left}` : `${left} left`;
  return `${used} of ${limit} ${unitWord(counting, limit)} used, ${rest}`;
}

/** "1 physical core", "4 vCPUs": what is counted, said to a newcomer. */
export function longUnits(counting: CountingType, count: number): string {
  const physical = counting === 'Core' ? 'physical ' : '';
  return `${count} ${physical}${unitWord(counting, count)}`;
}

/** "96 physical cores, hard limit"; "none" without a number. */
export function longLimitWords({
  LicenseCountingType: counting,
  LicenseCount,
  LicenseCountHardLimit,
}: Configuration): string {
  if (LicenseCount === undefined || counting === undefined) return 'none';
  return `${longUnits(counting, LicenseCount)}, ${LicenseCountHardLimit ? 'hard' : 'soft'} limit`;
}

const UNITS = ['Cores', 'Sockets', 'Vcpus'] as const;

/** The rules in words, one line each: "machines of 8 to 16 cores on Dedicated Hosts". None when there is no rule. */
export function ruleWords(rules: readonly string[]): readonly string[] {
  const { bounds, tenancies, honorsVcpus, affinityDays } = termsOf(rules);
  const boundOf = (name: string) => bounds.find((bound) => bound.name === name)?.value;
  const sizes = UNITS.flatMap((unit) => {
    const word = unit === 'Vcpus' ? 'vCPU' : unit.toLowerCase().slice(0, -1);
    return sizeWords(boundOf(`minimum${unit}`), boundOf(`maximum${unit}`), word);
  });
  const places = (tenancies ?? []).flatMap((rule) => tenancyOfRule(rule) ?? []).map(tenancyPlace);
  const machines = [
    ...(sizes.length === 0 ? [] : [`of ${allOf(sizes)}`]),
    ...(places.length === 0 ? [] : [anyOf(places)]),
  ];
  return [
    ...(machines.length === 0 ? [] : [`machines ${machines.join(' ')}`]),
    ...(affinityDays === undefined ? [] : [`licences stay with a host for ${counted(affinityDays, 'day')}`]),
    ...(honorsVcpus ? ['optimized CPUs count: chosen cores times threads'] : []),
  ];
}

function sizeWords(min: number | undefined, max: number | undefined, unit: string): readonly string[] {
  if (min === undefined && max === undefined) return [];
  if (min === undefined) return [`at most ${counted(max ?? 0, unit)}`];
  if (max === undefined) return [`at least ${counted(min, unit)}`];
  return [min === max ? `exactly ${counted(min, unit)}` : `${min} to ${counted(max, unit)}`];
}

/** What a limit and rules mean for a launch, as a sentence. */
export function meaning({ Status, LicenseCount, LicenseCountHardLimit, LicenseRules = [] }: Configuration): string {
  if (Status === 'DISABLED') return 'It is deactivated: nothing is counted and nothing is blocked.';
  const broken = LicenseRules.length === 0 ? 'goes beyond it' : 'breaks any of this';
  if (LicenseCount === undefined) {
    const rules = LicenseRules.length === 0 ? '' : '; a launch that breaks a rule raises an alert';
    return `Use is counted and nothing is ever blocked${rules}.`;
  }
  return LicenseCountHardLimit
    ? `A launch that ${broken} is blocked.`
    : `A launch that ${broken} goes through and raises an alert.`;
}

export const DISCLAIMER = 'AWS does not audit: whether this matches your agreement is for you to check.';

const EXAMPLE_FAMILY = 'm5';

/** What a number of cores pays for, in whole hosts of a common family. */
export interface HostsWorth {
  readonly family: string;
  readonly coresPerHost: number;
  readonly hosts: number;
  readonly left: number;
}

/** @returns undefined for no cores at all */
export function hostsWorth(cores: number, family = EXAMPLE_FAMILY): HostsWorth | undefined {
  const coresPerHost = hostFamily(family)?.physicalCores;
  if (coresPerHost === undefined || cores <= 0) return undefined;
  const hosts = Math.floor(cores / coresPerHost);
  return { family, coresPerHost, hosts, left: cores - hosts * coresPerHost };
}

/** "2 m5 hosts", "2 m5 hosts, and 4 cores left", "less than one m5 host, which has 48 cores". */
export function worthWords(worth: HostsWorth | undefined): string | undefined {
  if (worth === undefined) return undefined;
  const { family, coresPerHost, hosts, left } = worth;
  if (hosts === 0) return `less than one ${family} host, which has ${coresPerHost} cores`;
  return `${counted(hosts, `${family} host`)}${left === 0 ? '' : `, and ${counted(left, 'core')} left`}`;
}

const RESOURCES: Readonly<Record<string, string>> = {
  EC2_AMI: 'AMI',
  EC2_INSTANCE: 'instance',
  EC2_HOST: 'host',
  RDS: 'database',
  SYSTEMS_MANAGER_MANAGED_INSTANCE: 'managed server',
};

/** A kind of resource in words: `EC2_AMI` is "AMI". */
export const resourceWord = (type: string | undefined): string => RESOURCES[type ?? ''] ?? type ?? '';

/** The id at the end of an ARN. */
export const idOf = (arn: string | undefined): string => (arn ?? '').split(/[:/]/).at(-1) ?? '';
