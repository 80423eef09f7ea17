import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import type { SetArgs } from './manifest.ts';

/** @throws UsageError for a quota that is not a whole number; Fault when the sandbox cannot change now */
export async function run({ setting, value }: SetArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  if (setting === 'charging') {
    if (value !== 'per-host' && value !== 'per-machine')
      throw new UsageError(`charging cannot be "${value}"`, 'use per-host or per-machine');
  } else if (!/^\d+$/.test(value)) {
    throw new UsageError(`${setting} cannot be "${value}"`, 'use a whole number, such as 25');
  }
  sandbox.setting(setting, setting === 'charging' ? value : Number(value));
  ctx.note('done', `${setting} is ${value}`);
  const { charging, quotas } = sandbox.status();
  return { value: { charging, quotas }, view: { kind: 'text', text: '' }, names: [setting] };
}
