import type { InstanceStateChange } from '@aws-sdk/client-ec2';
import { counted } from '../../validation/words.ts';
import { type Ending, ending, waitFor, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';

/** States that a machine leaves by itself. */
const PASSING = new Set(['pending', 'stopping', 'shutting-down']);

interface Settled {
  /** Id and state of each machine as it was seen last; empty where nobody waited. */
  readonly states: ReadonlyMap<string, string>;
  readonly end: Ending;
}

/** With --wait, where the machines have come to: EC2 answers while they are still on their way, a sandbox has them there. */
export async function settled(ctx: CommandContext, changes: readonly InstanceStateChange[]): Promise<Settled> {
  if (!waits(ctx) || changes.length === 0) return { states: new Map(), end: { notes: [], exit: {} } };
  const InstanceIds = changes.map(({ InstanceId = '' }) => InstanceId);
  const look = async (): Promise<ReadonlyMap<string, string>> => {
    const { Reservations = [] } = await ctx.call('ec2:DescribeInstances', { InstanceIds });
    const all = Reservations.flatMap(({ Instances = [] }) => Instances);
    return new Map(all.map(({ InstanceId = '', State }) => [InstanceId, State?.Name ?? '']));
  };
  const { how, seen } = await ctx.progress(`waiting for ${counted(InstanceIds.length, 'instance')}`, () =>
    waitFor(ctx, look, (states) => ![...states.values()].some((state) => PASSING.has(state))),
  );
  return { states: seen, end: ending(ctx, how, 'they go on', 'lm instance list') };
}
