import { generatorArn } from '../../../validation/arns.ts';
import { textWarnings } from '../../../validation/free-text.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { type Context, operation } from '../../operation.ts';
import { ReportBucket } from '../../store/reports/buckets.ts';
import { ReportGenerators } from '../../store/reports/generators.ts';
import type { Tx } from '../../store/store.ts';
import { GENERATOR_CONSTRAINTS, termsOf } from '../report-generator.ts';
import { fullTags } from '../tags.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_CreateLicenseManagerReportGenerator.html */
export default operation({
  name: 'license-manager:CreateLicenseManagerReportGenerator',
  access: 'write',
  constraints: [...GENERATOR_CONSTRAINTS, ...TAG_CONSTRAINTS, 'config-no-sensitive-text', 'client-token-mismatch'],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { ids, now, scope } = context;
    const { ReportGeneratorName: Name = '', Description = '', Tags = [] } = input;
    const terms = termsOf(input, context);
    guard(tagViolations(Tags));
    needBucket(tx, context);
    const id = ids.next('r', ID_DIGITS);
    new ReportGenerators(tx.db, scope).insert(id, terms, now);
    tx.tags.put([id], fullTags(Tags));
    context.alert(textWarnings({ Name, Description, Tags }));
    return { LicenseManagerReportGeneratorArn: generatorArn(scope, id) };
  },
});

const ID_DIGITS = 32;
/** The name of a bucket has 63 characters at most. */
const BUCKET_DIGITS = 17;

/** The bucket is made by the first generator, and again by the next one where it was deleted (report-bucket-created). */
function needBucket(tx: Tx, { ids, now, scope }: Context): void {
  const bucket = new ReportBucket(tx.db, scope);
  const found = bucket.find();
  if (found === undefined) bucket.create(ids.next('aws-license-manager-service', BUCKET_DIGITS), now);
  else if (!found.present) bucket.restore();
}
