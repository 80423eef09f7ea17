import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { SwitchArgs } from './declare-trusted.ts';
import { principalOf } from './trusted.ts';

export async function run(args: SwitchArgs, ctx: CommandContext): Promise<Result> {
  const ServicePrincipal = principalOf(args);
  await ctx.call('organizations:EnableAWSServiceAccess', { ServicePrincipal });
  const { alerts, notes } = await takeAlerts(ctx);
  return {
    value: { ServicePrincipal, alerts },
    view: { kind: 'text', text: '' },
    names: [ServicePrincipal],
    notes: [...notes, done(ctx, 'trusted', 'trust', ServicePrincipal)],
  };
}
