import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { organizationOf } from './read.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const { Id: organization = '' } = await organizationOf(ctx);
  await ctx.confirm({
    lines: [`delete organization ${organization}, its units and the trust in services`],
    danger: 'confirm',
    name: organization,
  });
  const answer = await ctx.call('organizations:DeleteOrganization', {});
  return {
    value: { ...answer, Organization: organization },
    view: { kind: 'text', text: '' },
    names: [organization],
    notes: [done(ctx, 'deleted', 'delete', `organization ${organization}`)],
  };
}
