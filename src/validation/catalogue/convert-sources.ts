import { guide, REFUSED } from './sources.ts';

/** Sections of the License Manager User Guide about licence type conversion. */
export const CONVERSION = guide('License type conversions in License Manager');
export const ELIGIBLE = guide('Eligible license types for license type conversion');
export const PREREQUISITES = guide('Prerequisites');
export const CONVERT = guide('Convert a license type');
export const CONVERT_LIMITS = guide('License type conversion limits');
export const CONVERT_AWS_CLI = guide('Convert a license type using the AWS CLI');
export const TO_BYOL = guide('Convert Windows Server from license included to BYOL');
export const TO_INCLUDED = guide('Convert Windows Server from BYOL to license included');
export const INCOMPLETE = guide('Troubleshooting license type conversion');

/** The head of rows that refuse a conversion task. */
export const CREATES = {
  ...REFUSED,
  operations: ['license-manager:CreateLicenseConversionTaskForResource'],
} as const;
