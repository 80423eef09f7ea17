import type { RoleUsageType } from '@aws-sdk/client-iam';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';

/**
 * A sandbox decides at once, so a task is never in progress.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html
 */
export default operation({
  name: 'iam:GetServiceLinkedRoleDeletionStatus',
  access: 'read',
  constraints: ['slr-deletion-task-not-found'],
  run(tx, { DeletionTaskId: task = '' }, { scope: { account } }) {
    const found = tx.roles.deletion(account, task);
    guard(check('slr-deletion-task-not-found', { task, found: found !== undefined }));
    if (found?.reason === undefined) return { Status: 'SUCCEEDED' };
    return { Status: 'FAILED', Reason: { Reason: found.reason, RoleUsageList: usageOf(found.resources) } };
  },
});

/** What a role still serves, by Region. */
function usageOf(arns: readonly string[]): RoleUsageType[] {
  const regions = new Set(arns.map(regionOf));
  return [...regions].map((Region) => ({ Region, Resources: arns.filter((arn) => regionOf(arn) === Region) }));
}

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
