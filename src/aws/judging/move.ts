import type { Input } from '../../contract/operations.ts';
import { decideMove } from '../../validation/licensing/decide-move.ts';
import { type Asking, decideOver } from '../asking.ts';
import type { Judged } from './judged.ts';

/** ModifyInstancePlacement; placement groups, which licences do not rest on, are AWS's to judge. */
export async function judgeMove(input: Input<'ec2:ModifyInstancePlacement'>, asking: Asking): Promise<Judged> {
  const { GroupName, GroupId, PartitionNumber, ...move } = input;
  const wishes = Object.keys(move).filter((name) => name !== 'InstanceId' && name !== 'DryRun');
  const byGroup = [GroupName, GroupId, PartitionNumber].some((member) => member !== undefined);
  if (byGroup && wishes.length === 0) {
    const what = { what: 'the placement group', why: "is AWS's to judge" };
    return { verdict: 'unknown', violations: [], alerts: [], notChecked: [what] };
  }
  const { plan, ...decision } = await decideOver(asking, (world) => decideMove(move, world));
  return { ...decision, ...(plan === undefined ? {} : { move: plan }) };
}
