import { guard } from '../../../validation/guard.ts';
import { decideConvert } from '../../../validation/licensing/decide-convert.ts';
import { conversionSwitch } from '../../moments.ts';
import { operation } from '../../operation.ts';

/**
 * Begins a conversion of an instance's licence type; what it changes comes with the schedule.
 * https://docs.aws.amazon.com/license-manager/latest/APIReference/API_CreateLicenseConversionTaskForResource.html
 */
export default operation({
  name: 'license-manager:CreateLicenseConversionTaskForResource',
  access: 'write',
  decides: true,
  constraints: [
    'convert-context-syntax',
    'convert-onboarded',
    'convert-permissions',
    'convert-resource-arn',
    'convert-eligible-products',
    'convert-destination-known',
    'convert-source-matches',
    'convert-destination-differs',
    'convert-stopped',
    'convert-ssm-inventory',
    'convert-sql-editions',
    'convert-own-image-for-byol',
    'tenancy-matrix-windows-byol',
    'tenancy-matrix-sql-li',
    'tenancy-matrix-rhel-li',
    'tenancy-matrix-suse-li',
    'tenancy-matrix-other-li',
    'convert-sql-li-min-vcpu',
    'convert-one-task-at-a-time',
  ],
  run(_tx, input, { here, ids, now, world }) {
    const { violations, plan } = decideConvert(input, world);
    guard(violations);
    const id = ids.next('lct', TASK_DIGITS);
    const { instanceId, source, destination } = plan;
    here.conversions.insert({ id, instanceId, source, destination, startedAt: now, dueAt: conversionSwitch(now) });
    return { LicenseConversionTaskId: id };
  },
});

const TASK_DIGITS = 32;
