import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import { allServices } from './read.ts';
import { SERVICE_COLUMNS, serviceRow } from './rows.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const services = await allServices(ctx);
  return {
    value: { EnabledServicePrincipals: services },
    view: {
      kind: 'list',
      rows: services.map(serviceRow),
      columns: SERVICE_COLUMNS,
      empty: 'no service is trusted',
    },
    names: services.map(({ ServicePrincipal = '' }) => ServicePrincipal),
  };
}
