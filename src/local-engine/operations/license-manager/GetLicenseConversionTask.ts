import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { taskAnswer } from '../conversion.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_GetLicenseConversionTask.html */
export default operation({
  name: 'license-manager:GetLicenseConversionTask',
  access: 'read',
  constraints: ['convert-task-not-found'],
  run(_tx, { LicenseConversionTaskId: taskId = '' }, { here, scope }) {
    const row = here.conversions.find(taskId);
    guard(check('convert-task-not-found', { taskId, found: row !== undefined }));
    return row === undefined ? {} : taskAnswer(row, scope);
  },
});
