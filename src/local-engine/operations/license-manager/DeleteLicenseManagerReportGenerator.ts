import { operation } from '../../operation.ts';
import { ReportFiles } from '../../store/reports/files.ts';
import { ReportGenerators } from '../../store/reports/generators.ts';
import { generatorNamed } from '../report-generator.ts';

/**
 * What is in the bucket stays; a run under way is given up.
 * https://docs.aws.amazon.com/license-manager/latest/APIReference/API_DeleteLicenseManagerReportGenerator.html
 */
export default operation({
  name: 'license-manager:DeleteLicenseManagerReportGenerator',
  access: 'write',
  constraints: ['report-not-found'],
  run(tx, { LicenseManagerReportGeneratorArn: arn }, context) {
    const { id } = generatorNamed(tx, arn, context);
    new ReportFiles(tx.db, context.scope).giveUp(id);
    new ReportGenerators(tx.db, context.scope).delete(id);
    tx.tags.removeAll(id);
    return {};
  },
});
