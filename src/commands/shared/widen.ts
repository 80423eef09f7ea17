import type { LicenseSpecification } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';

const OPERATION = 'license-manager:UpdateLicenseSpecificationsForResource';
const SCOPE = 'cross-account';

/** What `--all-accounts` adds to a specification. */
export const scopeOf = (allAccounts: boolean | undefined): { readonly AmiAssociationScope?: string } =>
  allAccounts ? { AmiAssociationScope: SCOPE } : {};

/** Whether an association counts launches by the account itself only. */
export const isNarrow = ({ AmiAssociationScope }: LicenseSpecification): boolean => AmiAssociationScope !== SCOPE;

/**
 * Has an AMI count under configurations for all accounts that it counts under for the caller's alone. AWS changes nothing
 * about an association that is there (config-associate-duplicate), so each ends and is made anew; machines stay as they are.
 */
export async function widen(call: Call, ResourceArn: string, configurations: readonly string[]): Promise<void> {
  if (configurations.length === 0) return;
  const specifications = configurations.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn }));
  await call(OPERATION, { ResourceArn, RemoveLicenseSpecifications: specifications });
  const AddLicenseSpecifications = specifications.map((one) => ({ ...one, AmiAssociationScope: SCOPE }));
  await call(OPERATION, { ResourceArn, AddLicenseSpecifications });
}
