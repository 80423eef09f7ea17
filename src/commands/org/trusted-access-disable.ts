import type { Result } from '../../contract/result.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { SwitchArgs } from './declare-trusted.ts';
import { principalOf } from './trusted.ts';

export async function run(args: SwitchArgs, ctx: CommandContext): Promise<Result> {
  const ServicePrincipal = principalOf(args);
  await ctx.confirm({
    lines: [
      `${ServicePrincipal} may no longer act in the accounts of the organization`,
      'first end what it does for the organization in the service itself, so that it can clean up',
    ],
    danger: 'confirm',
    name: ServicePrincipal,
  });
  await ctx.call('organizations:DisableAWSServiceAccess', { ServicePrincipal });
  return {
    value: { ServicePrincipal },
    view: { kind: 'text', text: '' },
    names: [ServicePrincipal],
    notes: [done(ctx, 'ended', 'end', `the trust in ${ServicePrincipal}`)],
  };
}
