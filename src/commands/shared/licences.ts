import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import type { Note } from '../../contract/result.ts';
import type { CountingType } from '../../contract/world.ts';
import { parseCounting, unitWord } from '../../validation/words.ts';
import { allConfigurations } from './lists.ts';

interface Caller {
  readonly call: Call;
}

/** The part of a configuration that says how full it is. */
type Fill = Pick<
  LicenseConfiguration,
  | 'Name'
  | 'LicenseConfigurationArn'
  | 'LicenseCountingType'
  | 'ConsumedLicenses'
  | 'LicenseCount'
  | 'LicenseCountHardLimit'
>;

export type Configurations = ReadonlyMap<string, LicenseConfiguration>;

/** Every configuration of the account, by its ARN. */
export async function configurationsByArn(caller: Caller): Promise<Configurations> {
  return new Map((await allConfigurations(caller)).map((one) => [one.LicenseConfigurationArn ?? '', one]));
}

/** The name of a configuration; where the account does not see it, the id at the end of its ARN. */
export function configurationName(all: Configurations, arn: string | undefined): string {
  return all.get(arn ?? '')?.Name ?? arn?.split(':').at(-1) ?? '';
}

/** `96/96` used and limit, or `12` where there is no limit. */
export function fillOf({ ConsumedLicenses: used = 0, LicenseCount: limit }: Fill): string {
  return limit === undefined ? `${used}` : `${used}/${limit}`;
}

/** "win-dc: 144/96 cores used, soft limit, over by 48". */
export function fillWords(one: Fill): string {
  const unit = unitWord(countingOf(one));
  const { Name, LicenseCount: limit, ConsumedLicenses: used = 0 } = one;
  if (limit === undefined) return `${Name}: ${used} ${unit} used, no limit`;
  const rest = used > limit ? `over by ${used - limit}` : `${limit - used} left`;
  return `${Name}: ${used}/${limit} ${unit} used, ${one.LicenseCountHardLimit ? 'hard' : 'soft'} limit, ${rest}`;
}

/** How full a configuration is, as data. */
export function fillData(one: Fill) {
  const { LicenseCount: limit, ConsumedLicenses: consumed = 0 } = one;
  return {
    name: one.Name,
    licenseConfigurationArn: one.LicenseConfigurationArn,
    countingType: one.LicenseCountingType,
    enforced: one.LicenseCountHardLimit ?? false,
    consumed,
    limit: limit ?? null,
    remaining: limit === undefined ? null : limit - consumed,
  };
}

const countingOf = (one: Pick<Fill, 'LicenseCountingType'>): CountingType =>
  parseCounting(one.LicenseCountingType ?? '') ?? 'Instance';

/** How full the named configurations are now, for the end of a command that may have changed it. */
export async function fillNow(
  caller: Caller,
  arns: Iterable<string>,
): Promise<{ readonly configurations: readonly ReturnType<typeof fillData>[]; readonly notes: readonly Note[] }> {
  const wanted = new Set(arns);
  if (wanted.size === 0) return { configurations: [], notes: [] };
  const found = (await allConfigurations(caller)).filter((one) => wanted.has(one.LicenseConfigurationArn ?? ''));
  return { configurations: found.map(fillData), notes: found.map((one) => ({ kind: 'done', text: fillWords(one) })) };
}
