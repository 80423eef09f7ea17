import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { organizationOf } from './read.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const { Id: organization = '' } = await organizationOf(ctx);
  const { account } = (await ctx.backend()).scope;
  await ctx.confirm({
    lines: [`account ${account} leaves organization ${organization} and loses what it shares`],
    danger: 'confirm',
    name: account,
  });
  const answer = await ctx.call('organizations:LeaveOrganization', {});
  return {
    value: { ...answer, Organization: organization, Account: account },
    view: { kind: 'text', text: '' },
    names: [account],
    notes: [done(ctx, 'left', 'leave', `organization ${organization}`)],
  };
}
