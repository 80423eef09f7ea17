import type { ResourceShare } from '@aws-sdk/client-ram';
import type { Result } from '../../contract/result.ts';
import { allOf } from '../../validation/words.ts';
import { done } from '../shared/done.ts';
import { one as matchOne } from '../shared/find.ts';
import { associations, principalWords, resourceWords } from '../shared/sharing.ts';
import type { CommandContext } from '../types.ts';
import type { DeleteArgs } from './manifest.ts';
import { configurationNames, ownShares } from './shares.ts';

/** Deletes a share once it is agreed; what runs by it runs on. */
export async function run({ share: given }: DeleteArgs, ctx: CommandContext): Promise<Result> {
  const { resourceShareArn = '', name = '' } = await findShare(ctx, given);
  const resourceShareArns = [resourceShareArn];
  const held = await associations(ctx.call, 'RESOURCE', { resourceShareArns });
  const principals = await associations(ctx.call, 'PRINCIPAL', { resourceShareArns });
  const names = await configurationNames(ctx);
  const what = held.map((one) => resourceWords(one.associatedEntity ?? '', names));
  const who = principals.map((one) => principalWords(one.associatedEntity ?? ''));
  await ctx.confirm({ lines: [lineOf(name, what, who)], danger: 'confirm', name });
  const { returnValue } = await ctx.call('ram:DeleteResourceShare', { resourceShareArn });
  return {
    value: { resourceShareArn, name, returnValue },
    view: { kind: 'text', text: '' },
    names: [name],
    notes: [done(ctx, 'deleted', 'delete', `the share ${name}`)],
  };
}

const lineOf = (name: string, what: readonly string[], who: readonly string[]): string =>
  `${name}: ${what.length === 0 ? 'nothing' : allOf(what)} with ${who.length === 0 ? 'nobody' : allOf(who)}`;

async function findShare(ctx: CommandContext, given: string): Promise<ResourceShare> {
  const all = await ownShares(ctx);
  const named = all.map((value) => ({
    id: value.resourceShareArn?.split('/').at(-1) ?? '',
    name: value.name,
    arn: value.resourceShareArn,
    value,
  }));
  return matchOne(ctx, given, named, { kind: 'resource share', list: 'lm share list' });
}
