import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import { unitWord } from '../../validation/words.ts';
import type { Configurations } from './licences.ts';
import { everyPage } from './lists.ts';

/** Licences that one configuration is charged for a Dedicated Host as a whole. */
export interface Charge {
  readonly name: string;
  readonly licenseConfigurationArn: string;
  readonly countingType: 'Core' | 'Socket';
  readonly units: number;
}

/**
 * What each Dedicated Host is charged to, by host id. Only configurations that charge hosts are asked for their usage, and only
 * the account's own: what others track with theirs it may not see (config-data-ownership).
 */
export async function hostCharges(
  { call }: { readonly call: Call },
  account: string,
  configurations: Configurations,
): Promise<ReadonlyMap<string, readonly Charge[]>> {
  const charges = new Map<string, Charge[]>();
  for (const [licenseConfigurationArn, one] of configurations) {
    if (!isOwn(one, account) || !chargesHosts(one)) continue;
    const countingType = one.LicenseCountingType === 'Socket' ? 'Socket' : 'Core';
    for (const usage of await hostUsage(call, licenseConfigurationArn)) {
      const units = usage.ConsumedLicenses ?? 0;
      const charge = { name: one.Name ?? '', licenseConfigurationArn, countingType, units } as const;
      const hostId = usage.ResourceArn?.split('/').at(-1) ?? '';
      charges.set(hostId, [...(charges.get(hostId) ?? []), charge]);
    }
  }
  return charges;
}

const isOwn = ({ OwnerAccountId }: LicenseConfiguration, account: string): boolean =>
  (OwnerAccountId ?? account) === account;

const chargesHosts = ({ ConsumedLicenseSummaryList: rows = [] }: LicenseConfiguration): boolean =>
  rows.some((row) => row.ResourceType === 'EC2_HOST' && (row.ConsumedLicenses ?? 0) > 0);

/** Configurations of other accounts that charge hosts: which ones, their owner alone sees. */
export const unseenBy = (account: string, configurations: Configurations): readonly string[] =>
  [...configurations.values()].flatMap((one) =>
    isOwn(one, account) || !chargesHosts(one) || one.Name === undefined ? [] : [one.Name],
  );

const hostUsage = (call: Call, LicenseConfigurationArn: string) =>
  everyPage(async (NextToken) => {
    const Filters = [{ Name: 'resourceType', Values: ['EC2_HOST'] }];
    const page = await call('license-manager:ListUsageForLicenseConfiguration', {
      LicenseConfigurationArn,
      Filters,
      NextToken,
    });
    return { rows: page.LicenseConfigurationUsageList ?? [], next: page.NextToken };
  });

/** "48 cores to win-dc, 2 sockets to oracle"; empty where nothing is charged. */
export const chargeWords = (charges: readonly Charge[] | undefined): string =>
  (charges ?? [])
    .map(({ name, units, countingType }) => `${units} ${unitWord(countingType, units)} to ${name}`)
    .join(', ');
