import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const accounts = (await ctx.sandbox()).accounts();
  return {
    value: { accounts },
    view: {
      kind: 'list',
      rows: accounts.map(({ accountId, name, isDefault }) => ({ accountId, name, inUse: isDefault ? 'in use' : '' })),
      columns: [
        { key: 'accountId', title: 'account' },
        { key: 'name', title: 'name' },
        { key: 'inUse', title: '' },
      ],
      empty: 'no accounts',
    },
    names: accounts.map((account) => account.accountId),
  };
}
