import { textWarnings } from '../../../validation/free-text.ts';
import { operation } from '../../operation.ts';
import { ReportFiles } from '../../store/reports/files.ts';
import { ReportGenerators } from '../../store/reports/generators.ts';
import { GENERATOR_CONSTRAINTS, generatorNamed, termsOf } from '../report-generator.ts';

/**
 * New terms for a generator; a run under way is given up for the one that comes within the hour.
 * https://docs.aws.amazon.com/license-manager/latest/APIReference/API_UpdateLicenseManagerReportGenerator.html
 */
export default operation({
  name: 'license-manager:UpdateLicenseManagerReportGenerator',
  access: 'write',
  constraints: ['report-not-found', ...GENERATOR_CONSTRAINTS, 'config-no-sensitive-text', 'client-token-mismatch'],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { scope } = context;
    const { id, description } = generatorNamed(tx, input.LicenseManagerReportGeneratorArn, context);
    const terms = termsOf(input, context);
    new ReportFiles(tx.db, scope).giveUp(id);
    new ReportGenerators(tx.db, scope).update(id, { ...terms, description: terms.description ?? description });
    context.alert(textWarnings({ Name: terms.name, Description: terms.description ?? '' }));
    return {};
  },
});
