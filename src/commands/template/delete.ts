import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { done } from '../shared/done.ts';
import { findTemplate } from '../shared/find.ts';
import type { CommandContext } from '../types.ts';
import type { DeleteArgs } from './manifest.ts';
import { versionsOf } from './rows.ts';

/** Deletes a launch template once it is agreed. */
export async function run({ template: given }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const template = await findTemplate(ctx, given);
  const { LaunchTemplateId, LaunchTemplateName: name = given } = template;
  const versions = await versionsOf(ctx, LaunchTemplateId);
  await ctx.confirm({
    lines: [`delete launch template ${name} (${LaunchTemplateId}): ${counted(versions.length, 'version')}`],
    danger: 'confirm',
    name,
  });
  const answer = await ctx.call('ec2:DeleteLaunchTemplate', { LaunchTemplateId });
  return {
    value: answer,
    view: { kind: 'text', text: '' },
    names: [LaunchTemplateId ?? ''],
    notes: [done(ctx, 'deleted', 'delete', `launch template ${name} with ${counted(versions.length, 'version')}`)],
  };
}
