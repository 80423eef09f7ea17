import type { Note, Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { counted, fewOf } from '../../validation/words.ts';
import { configurationName, configurationsByArn } from '../shared/licences.ts';
import { principalsOf } from '../shared/principals.ts';
import { type Shareable, share, sharedResult, unshare } from '../shared/share-with.ts';
import { sharedWith } from '../shared/sharing.ts';
import type { CommandContext } from '../types.ts';
import { type WholeGroup, wholeGroup } from './group.ts';
import type { ShareArgs } from './manifest.ts';

/**
 * Shares a group, and with --licenses its configurations, each by a share of its own; or ends that.
 * @throws UsageError for --licenses of a group that names no configurations
 */
export async function run(args: ShareArgs, ctx: CommandContext): Promise<Result> {
  const whole = await wholeGroup(ctx, args.group);
  const principals = await principalsOf(ctx, args.with);
  const group = { arn: whole.arn, name: whole.name, external: false } as const;
  const resources = [group, ...(args.licenses ? await licencesOf(whole, ctx) : [])];
  const change = args.remove ? unshare : share;
  const done = await ctx.atomically(async (call) => {
    const all = [];
    for (const resource of resources) all.push(await change({ call, dryRun: ctx.dryRun }, resource, principals));
    return all;
  });
  const result = sharedResult(done);
  const missing = args.remove ? [] : await withoutLicences(whole, principals, ctx);
  return { ...result, notes: [...(result.notes ?? []), ...missing] };
}

async function licencesOf({ name, settings }: WholeGroup, ctx: CommandContext): Promise<readonly Shareable[]> {
  if (settings.configurations === undefined) {
    const hint = 'share those that are to be used in it: lm config share NAME --with ACCOUNT';
    throw new UsageError(`${name} takes any license configuration, so --licenses names none`, hint);
  }
  const all = await configurationsByArn(ctx);
  return settings.configurations.map((arn) => ({ arn, name: configurationName(all, arn), external: true }));
}

/** Which of the group's configurations are not shared with all of these: without them nobody launches into it. */
async function withoutLicences(
  { settings }: WholeGroup,
  principals: readonly string[],
  ctx: CommandContext,
): Promise<readonly Note[]> {
  const { scope } = await ctx.backend();
  const own = (settings.configurations ?? []).filter((arn) => arn.split(':')[4] === scope.account);
  const missing: string[] = [];
  for (const arn of own) {
    const present = (await sharedWith(ctx.call, arn)).map(({ principal }) => principal);
    if (principals.some((one) => !present.includes(one))) missing.push(arn);
  }
  if (missing.length === 0) return [];
  const all = await configurationsByArn(ctx);
  const names = missing.map((arn) => configurationName(all, arn));
  const text = `${counted(missing.length, 'license configuration')} of the group not shared with all of them (${fewOf(names)}), so they cannot launch into it yet: repeat it with --licenses`;
  return [{ kind: 'hint', text }];
}
