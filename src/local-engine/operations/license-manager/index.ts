import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'license-manager'> = {
  'license-manager:CreateLicenseConfiguration': () => import('./CreateLicenseConfiguration.ts'),
  'license-manager:GetLicenseConfiguration': () => import('./GetLicenseConfiguration.ts'),
  'license-manager:ListLicenseConfigurations': () => import('./ListLicenseConfigurations.ts'),
  'license-manager:UpdateLicenseConfiguration': () => import('./UpdateLicenseConfiguration.ts'),
  'license-manager:DeleteLicenseConfiguration': () => import('./DeleteLicenseConfiguration.ts'),
  'license-manager:UpdateLicenseSpecificationsForResource': () => import('./UpdateLicenseSpecificationsForResource.ts'),
  'license-manager:ListLicenseSpecificationsForResource': () => import('./ListLicenseSpecificationsForResource.ts'),
  'license-manager:ListAssociationsForLicenseConfiguration': () =>
    import('./ListAssociationsForLicenseConfiguration.ts'),
  'license-manager:ListUsageForLicenseConfiguration': () => import('./ListUsageForLicenseConfiguration.ts'),
  'license-manager:ListFailuresForLicenseConfigurationOperations': () =>
    import('./ListFailuresForLicenseConfigurationOperations.ts'),
  'license-manager:TagResource': () => import('./TagResource.ts'),
  'license-manager:UntagResource': () => import('./UntagResource.ts'),
  'license-manager:ListTagsForResource': () => import('./ListTagsForResource.ts'),
  'license-manager:CreateLicenseConversionTaskForResource': () => import('./CreateLicenseConversionTaskForResource.ts'),
  'license-manager:GetLicenseConversionTask': () => import('./GetLicenseConversionTask.ts'),
  'license-manager:ListLicenseConversionTasks': () => import('./ListLicenseConversionTasks.ts'),
  'license-manager:CreateLicenseManagerReportGenerator': () => import('./CreateLicenseManagerReportGenerator.ts'),
  'license-manager:GetLicenseManagerReportGenerator': () => import('./GetLicenseManagerReportGenerator.ts'),
  'license-manager:ListLicenseManagerReportGenerators': () => import('./ListLicenseManagerReportGenerators.ts'),
  'license-manager:UpdateLicenseManagerReportGenerator': () => import('./UpdateLicenseManagerReportGenerator.ts'),
  'license-manager:DeleteLicenseManagerReportGenerator': () => import('./DeleteLicenseManagerReportGenerator.ts'),
};
