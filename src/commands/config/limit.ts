import type { GetLicenseConfigurationCommandOutput } from '@aws-sdk/client-license-manager';

/** A configuration as AWS reads it back: what words are made of. */
export type Configuration = Partial<Omit<GetLicenseConfigurationCommandOutput, '$metadata'>>;

/** "96 hard", "96 soft", "none": the limit in a column. */
export function limitWords({ LicenseCount, LicenseCountHardLimit }: Configuration): string {
  if (LicenseCount === undefined) return 'none';
  return `${LicenseCount} ${LicenseCountHardLimit ? 'hard' : 'soft'}`;
}

/** Licences that are left; negative when more are used than there are, undefined without a limit. */
export const leftOf = ({ LicenseCount, ConsumedLicenses = 0 }: Configuration): number | undefined =>
  LicenseCount === undefined ? undefined : LicenseCount - ConsumedLicenses;
