import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { PermissionArgs } from './declare-permission.ts';

export async function run({ action }: PermissionArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  sandbox.permission(action, false);
  ctx.note('done', `denied ${action}`);
  return { value: { denied: sandbox.status().denied }, view: { kind: 'text', text: '' }, names: [action] };
}
