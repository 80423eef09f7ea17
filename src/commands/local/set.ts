import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { anyOf } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';
import type { SetArgs } from './manifest.ts';

/** Settings that are no numbers. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  charging: ['per-host', 'per-machine'],
  kms: ['reachable', 'unreachable'],
};

/** @throws UsageError for a quota that is not a whole number; Fault when the sandbox cannot change now */
export async function run({ setting, value }: SetArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const words = WORDS[setting];
  const isWord = words !== undefined;
  if (words !== undefined) {
    if (!words.includes(value)) throw new UsageError(`${setting} cannot be "${value}"`, `use ${anyOf(words)}`);
  } else if (!/^\d+$/.test(value)) {
    throw new UsageError(`${setting} cannot be "${value}"`, 'use a whole number, such as 25');
  }
  sandbox.setting(setting, isWord ? value : Number(value));
  ctx.note('done', `${setting} is ${value}`);
  const { charging, quotas, failing } = sandbox.status();
  return { value: { charging, quotas, failing }, view: { kind: 'text', text: '' }, names: [setting] };
}
