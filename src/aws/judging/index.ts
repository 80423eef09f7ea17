import type { Input, OperationName } from '../../contract/operations.ts';
import type { Asking } from '../asking.ts';
import { judgeAssociate } from './associate.ts';
import { judgeCreate, judgeDelete, judgeTags, judgeUpdate } from './configuration.ts';
import type { Judged } from './judged.ts';
import { judgeLaunch, judgeStart } from './launch.ts';

type Judge<K extends OperationName> = (input: Input<K>, asking: Asking) => Promise<Judged>;

/** The changes that can be judged from outside AWS, over what may be read of the account. */
const JUDGES: { readonly [K in OperationName]?: Judge<K> } = {
  'ec2:RunInstances': judgeLaunch,
  'ec2:StartInstances': judgeStart,
  'license-manager:CreateLicenseConfiguration': judgeCreate,
  'license-manager:UpdateLicenseConfiguration': judgeUpdate,
  'license-manager:DeleteLicenseConfiguration': judgeDelete,
  'license-manager:UpdateLicenseSpecificationsForResource': judgeAssociate,
  'license-manager:TagResource': judgeTags,
};

/** @returns undefined for a change that only AWS can judge */
export async function judged<K extends OperationName>(
  operation: K,
  input: Input<K>,
  asking: Asking,
): Promise<Judged | undefined> {
  return JUDGES[operation]?.(input, asking);
}
