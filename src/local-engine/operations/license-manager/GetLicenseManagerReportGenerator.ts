import { operation } from '../../operation.ts';
import { generatorAnswer, generatorNamed } from '../report-generator.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_GetLicenseManagerReportGenerator.html */
export default operation({
  name: 'license-manager:GetLicenseManagerReportGenerator',
  access: 'read',
  constraints: ['report-not-found'],
  run(tx, { LicenseManagerReportGeneratorArn: arn }, context) {
    return { ReportGenerator: generatorAnswer(tx, generatorNamed(tx, arn, context)) };
  },
});
