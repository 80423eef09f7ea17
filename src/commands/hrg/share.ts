import type { Note, Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { fewOf } from '../../validation/words.ts';
import { configurationName, configurationsByArn } from '../shared/licences.ts';
import { principalsOf } from '../shared/principals.ts';
import { type Shareable, share, sharedResult, unshare } from '../shared/share-with.ts';
import { sharedWith } from '../shared/sharing.ts';
import type { CommandContext } from '../types.ts';
import { type WholeGroup, wholeGroup } from './group.ts';
import type { ShareArgs } from './manifest.ts';

/**
 * Shares a group, and with --licenses its configurations, each by a share of its own; or ends that. Whoever is to launch into
 * it and would lack its configurations is asked about at a terminal, and told of anywhere else.
 * @throws UsageError for --licenses of a group that names no configurations
 */
export async function run(args: ShareArgs, ctx: CommandContext): Promise<Result> {
  const whole = await wholeGroup(ctx, args.group);
  const principals = await principalsOf(ctx, args.with);
  const open = args.remove || args.licenses !== undefined;
  const lacking = open ? [] : await lackingLicences(whole, principals, ctx);
  const asked = lacking.length > 0 && ctx.prompts.available ? await ask(lacking, ctx) : undefined;
  const group = { arn: whole.arn, name: whole.name, external: false } as const;
  const licences = args.licenses ? await licencesOf(whole, ctx) : asked ? lacking : [];
  const change = args.remove ? unshare : share;
  const done = await ctx.atomically(async (call) => {
    const all = [];
    for (const resource of [group, ...licences])
      all.push(await change({ call, dryRun: ctx.dryRun }, resource, principals));
    return all;
  });
  const result = sharedResult(done);
  const told = asked === undefined ? hintOf(lacking) : [];
  return { ...result, notes: [...(result.notes ?? []), ...told] };
}

const ask = (lacking: readonly Shareable[], { prompts }: CommandContext): Promise<boolean> =>
  prompts.yes({
    message: `Share ${namesOf(lacking)} with them too?`,
    help: 'Without the license configurations of a group nobody can launch into it.',
    default: true,
  });

const namesOf = (all: readonly Shareable[]): string =>
  `its ${all.length === 1 ? 'license configuration' : `${all.length} license configurations`} ${fewOf(all.map(({ name }) => name))}`;

async function licencesOf({ name, settings }: WholeGroup, ctx: CommandContext): Promise<readonly Shareable[]> {
  if (settings.configurations === undefined) {
    const hint = 'share those that are to be used in it: lm config share NAME --with ACCOUNT';
    throw new UsageError(`${name} takes any license configuration, so --licenses names none`, hint);
  }
  const all = await configurationsByArn(ctx);
  return settings.configurations.map((arn) => ({ arn, name: configurationName(all, arn), external: true }));
}

/** The group's configurations, of the account's own, that are not shared with all of these: without them nobody launches into it. */
async function lackingLicences(
  { settings }: WholeGroup,
  principals: readonly string[],
  ctx: CommandContext,
): Promise<readonly Shareable[]> {
  const { scope } = await ctx.backend();
  const own = (settings.configurations ?? []).filter((arn) => arn.split(':')[4] === scope.account);
  const missing: string[] = [];
  for (const arn of own) {
    const present = (await sharedWith(ctx.call, arn)).map(({ principal }) => principal);
    if (principals.some((one) => !present.includes(one))) missing.push(arn);
  }
  if (missing.length === 0) return [];
  const all = await configurationsByArn(ctx);
  return missing.map((arn) => ({ arn, name: configurationName(all, arn), external: true }));
}

function hintOf(lacking: readonly Shareable[]): readonly Note[] {
  if (lacking.length === 0) return [];
  const text = `they cannot launch into it yet, for ${namesOf(lacking)} ${lacking.length === 1 ? 'is' : 'are'} not shared with all of them: repeat it with --licenses`;
  return [{ kind: 'hint', text }];
}
