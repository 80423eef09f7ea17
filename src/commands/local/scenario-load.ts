import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { nearest } from '../../validation/nearest.ts';
import type { CommandContext } from '../types.ts';
import { losses } from './losses.ts';
import type { LoadArgs } from './manifest.ts';
import { SCENARIOS } from './scenarios.ts';

/** @throws UsageError for a scenario that there is not */
export async function run({ name }: LoadArgs, ctx: CommandContext): Promise<Result> {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (scenario === undefined) {
    const names = SCENARIOS.map((one) => one.name);
    const [close] = nearest(name, names);
    throw new UsageError(
      `there is no scenario "${name}"`,
      close === undefined ? `choose ${names.join(' or ')}` : `did you mean ${close}?`,
    );
  }
  const sandbox = await ctx.sandbox();
  const status = sandbox.status();
  const { name: into } = status;
  await ctx.confirm({ name: into, danger: 'confirm', lines: [losses(status)] });
  sandbox.reset();
  for (const account of scenario.accounts ?? []) sandbox.addAccount(account.accountId, account.name);
  await ctx.atomically((call) => scenario.fill(call));
  if (scenario.settles !== undefined) sandbox.advanceClock(scenario.settles);
  ctx.note('done', `sandbox "${into}" holds: ${scenario.summary}`);
  ctx.note('hint', scenario.next);
  return { value: sandbox.status(), view: { kind: 'text', text: '' }, names: [scenario.name] };
}
