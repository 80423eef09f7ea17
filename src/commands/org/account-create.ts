import type { CreateAccountStatus } from '@aws-sdk/client-organizations';
import { EXIT } from '../../contract/exit.ts';
import type { Note, Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import { ending, waitFor, waits } from '../shared/wait.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './declare-account.ts';
import { requestView } from './rows.ts';

/** Asks for a new account; it is there some time later, for which --wait stays. */
export async function run({ name, email, role }: CreateArgs, ctx: CommandContext): Promise<Result> {
  const answer = await ctx.call('organizations:CreateAccount', {
    ...ctx.input,
    AccountName: name,
    Email: email,
    ...(role === undefined ? {} : { RoleName: role }),
  });
  const asked = answer.CreateAccountStatus ?? {};
  const waited = waits(ctx) ? await ctx.progress(`making account ${name}`, () => made(ctx, asked)) : undefined;
  const status = waited?.seen ?? asked;
  const end = ending(ctx, waited?.how, 'it is made', `lm org account status ${status.Id}`);
  return {
    value: { ...answer, CreateAccountStatus: status },
    view: requestView(status),
    names: [(waited === undefined ? status.Id : (status.AccountId ?? status.Id)) ?? ''],
    notes: [
      waited?.how === 'ended' ? endOf(status, name) : done(ctx, 'asked for', 'ask for', `account ${name}`),
      ...end.notes,
    ],
    ...(status.State === 'FAILED' ? { exit: EXIT.conflict } : end.exit),
  };
}

const made = (ctx: CommandContext, { Id }: CreateAccountStatus) =>
  waitFor(
    ctx,
    async () => {
      const request = { CreateAccountRequestId: Id };
      return (await ctx.call('organizations:DescribeCreateAccountStatus', request)).CreateAccountStatus ?? {};
    },
    ({ State }) => State !== 'IN_PROGRESS',
  );

const endOf = ({ State, AccountId, FailureReason }: CreateAccountStatus, name: string): Note =>
  State === 'FAILED'
    ? { kind: 'alert', text: `account ${name} was not made: ${FailureReason ?? 'no reason given'}` }
    : { kind: 'done', text: `made account ${name}, which is ${AccountId}` };
