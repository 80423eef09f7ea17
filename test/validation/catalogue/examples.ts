import type { CATALOGUE } from '../../../src/validation/catalogue/index.ts';
import type { shapeRows } from '../../../src/validation/catalogue/shape.ts';
import type { Examples } from './example.ts';
import { configAccessExamples, configExamples, configStateExamples, oracleExamples } from './examples-config.ts';
import { convertExamples, convertStateExamples, ssmExamples } from './examples-convert.ts';
import { groupHostExamples, groupLimitExamples, groupSettingsExamples } from './examples-group.ts';
import { hostExamples } from './examples-host.ts';
import { hrgLaunchExamples } from './examples-hrg-launch.ts';
import { amiExamples, launchExamples, quotaExamples, tenancyExamples } from './examples-launch.ts';
import { moveExamples } from './examples-move.ts';
import { nameExamples } from './examples-names.ts';
import { handshakeExamples, orgExamples, trustedExamples } from './examples-org.ts';
import { recoveryExamples } from './examples-recovery.ts';
import { reportExamples } from './examples-report.ts';
import { ec2Examples, requestExamples, templateExamples } from './examples-request.ts';
import { ruleExamples, ruleLaunchExamples } from './examples-rule.ts';
import { shareExamples, shareRequestExamples, shareUseExamples } from './examples-share.ts';
import { slrExamples } from './examples-slr.ts';
import { snsExamples } from './examples-sns.ts';

/**
 * Every constraint that can break, with a subject that breaks it and a near miss. A row without an example does not
 * compile. The rules of shape have their own tests: their subject is a request with its model.
 */
export const EXAMPLES: Examples<Omit<typeof CATALOGUE, keyof typeof shapeRows>> = {
  ...configExamples,
  ...configAccessExamples,
  ...configStateExamples,
  ...oracleExamples,
  ...ruleExamples,
  ...ruleLaunchExamples,
  ...launchExamples,
  ...amiExamples,
  ...hostExamples,
  ...groupSettingsExamples,
  ...groupLimitExamples,
  ...groupHostExamples,
  ...hrgLaunchExamples,
  ...tenancyExamples,
  ...moveExamples,
  ...recoveryExamples,
  ...convertExamples,
  ...convertStateExamples,
  ...ssmExamples,
  ...quotaExamples,
  ...ec2Examples,
  ...templateExamples,
  ...shareExamples,
  ...shareRequestExamples,
  ...shareUseExamples,
  ...orgExamples,
  ...handshakeExamples,
  ...trustedExamples,
  ...slrExamples,
  ...snsExamples,
  ...reportExamples,
  ...requestExamples,
  ...nameExamples,
};
