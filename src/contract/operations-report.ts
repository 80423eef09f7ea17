import type * as lm from '@aws-sdk/client-license-manager';
import type { Operation } from './operation.ts';

/** Report generators: a part of the list of operations. */
export interface ReportOperations {
  'license-manager:CreateLicenseManagerReportGenerator': Operation<
    lm.CreateLicenseManagerReportGeneratorCommandInput,
    lm.CreateLicenseManagerReportGeneratorCommandOutput
  >;
  'license-manager:GetLicenseManagerReportGenerator': Operation<
    lm.GetLicenseManagerReportGeneratorCommandInput,
    lm.GetLicenseManagerReportGeneratorCommandOutput
  >;
  'license-manager:ListLicenseManagerReportGenerators': Operation<
    lm.ListLicenseManagerReportGeneratorsCommandInput,
    lm.ListLicenseManagerReportGeneratorsCommandOutput
  >;
  'license-manager:UpdateLicenseManagerReportGenerator': Operation<
    lm.UpdateLicenseManagerReportGeneratorCommandInput,
    lm.UpdateLicenseManagerReportGeneratorCommandOutput
  >;
  'license-manager:DeleteLicenseManagerReportGenerator': Operation<
    lm.DeleteLicenseManagerReportGeneratorCommandInput,
    lm.DeleteLicenseManagerReportGeneratorCommandOutput
  >;
}
