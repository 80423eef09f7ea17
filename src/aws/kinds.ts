import type { OperationName } from '../contract/operations.ts';

/** Whether an operation only reads; AWS names those Get, List and Describe. */
export const isRead = (operation: OperationName): boolean => /:(Get|List|Describe)[A-Z]/.test(operation);

/** Changes that licences let through with an alert, such as one beyond a soft limit. */
const ALERTING: ReadonlySet<OperationName> = new Set<OperationName>([
  'ec2:RunInstances',
  'ec2:StartInstances',
  'ec2:ModifyInstancePlacement',
  'ec2:CopyImage',
  'ec2:CreateImage',
  'license-manager:CreateLicenseConfiguration',
  'license-manager:UpdateLicenseConfiguration',
  'license-manager:UpdateLicenseSpecificationsForResource',
  'license-manager:CreateLicenseManagerReportGenerator',
  'license-manager:UpdateLicenseManagerReportGenerator',
  'organizations:EnableAWSServiceAccess',
]);

export const mayAlert = (operation: OperationName): boolean => ALERTING.has(operation);
