import type { Account } from '@aws-sdk/client-organizations';
import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { done } from '../shared/done.ts';
import { matching } from '../shared/find.ts';
import { notOne } from '../shared/not-one.ts';
import type { CommandContext } from '../types.ts';
import type { RemoveArgs } from './declare-account.ts';
import { allAccounts } from './read.ts';

/** Takes accounts out once it is agreed: all of them, or (in a sandbox) none. */
export async function run({ accounts: given }: RemoveArgs, ctx: CommandContext): Promise<Result> {
  const all = await allAccounts(ctx);
  const { scope } = await ctx.backend();
  const accounts = given.map((name) => accountOf(name, all, scope));
  const named = accounts.map(({ Id = '', Name = '' }) => `${Id} (${Name})`);
  await ctx.confirm({
    lines: named.map((account) => `account ${account} leaves the organization and loses what it shares`),
    danger: 'confirm',
    name: accounts.length === 1 ? (accounts[0]?.Id ?? '') : counted(accounts.length, 'account'),
  });
  await ctx.atomically(async (call) => {
    for (const { Id } of accounts) await call('organizations:RemoveAccountFromOrganization', { AccountId: Id });
  });
  return {
    value: { Accounts: accounts },
    view: { kind: 'text', text: '' },
    names: accounts.map(({ Id = '' }) => Id),
    notes: [done(ctx, 'removed', 'remove', named.join(', '))],
  };
}

/** @throws Fault name-not-found or name-ambiguous */
function accountOf(
  given: string,
  all: readonly Account[],
  scope: { readonly account: string; readonly region: string },
): Account {
  const named = all.map((value) => ({ id: value.Id ?? '', name: value.Name ?? '', arn: value.Arn ?? '', value }));
  const matches = matching(given, named);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.value;
  return notOne({
    kind: 'account of the organization',
    given,
    list: 'lm org account list',
    matches: matches.map(({ id }) => id),
    names: named.flatMap(({ id, name }) => [name, id]),
    ...scope,
  });
}
