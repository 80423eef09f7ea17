import type { Instance } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import { type Configurations, configurationsByArn } from '../shared/licences.ts';
import { findInstances } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import { idsOf, label, stateChanges } from './changed.ts';
import type { TerminateArgs } from './manifest.ts';
import { configurationNames } from './rows.ts';

/** More machines than this are counted, not named, before it is asked. */
const SHOWN = 20;

/** Terminates once it is agreed. */
export async function run({ instances: given }: TerminateArgs, ctx: CommandContext): Promise<Result> {
  const instances = await findInstances(ctx, given);
  await ctx.confirm({
    lines: linesOf(instances, await configurationsByArn(ctx)),
    danger: 'confirm',
    name: instances.length === 1 ? (instances[0]?.InstanceId ?? '') : counted(instances.length, 'instance'),
  });
  const answer = await ctx.call('ec2:TerminateInstances', { InstanceIds: idsOf(instances) });
  const words = { past: 'terminated', infinitive: 'terminate', already: 'terminated' };
  return stateChanges(ctx, instances, answer, answer.TerminatingInstances ?? [], words);
}

function linesOf(instances: readonly Instance[], configurations: Configurations): readonly string[] {
  const lines = instances.slice(0, SHOWN).map((one) => {
    const under = configurationNames(one, configurations);
    const counts = under.length === 0 ? '' : `, counted in ${allOf(under)}`;
    return `terminate ${label(one)}: ${one.InstanceType}, ${one.State?.Name}${counts}`;
  });
  const more = instances.length - lines.length;
  return more > 0 ? [...lines, `and ${counted(more, 'instance')} more`] : lines;
}
