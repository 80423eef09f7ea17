import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './declare-account.ts';
import { allAccounts, allHandshakes, organizationOf } from './read.ts';
import { ACCOUNT_COLUMNS, accountRow, handshakeList } from './rows.ts';

export async function run({ invited }: ListArgs, ctx: CommandContext): Promise<Result> {
  return invited === true ? handshakes(ctx) : accounts(ctx);
}

async function accounts(ctx: CommandContext): Promise<Result> {
  const { MasterAccountId: manager } = await organizationOf(ctx);
  const found = await allAccounts(ctx);
  return {
    value: { Accounts: found },
    view: {
      kind: 'list',
      rows: found.map((account) => accountRow(account, manager)),
      columns: ACCOUNT_COLUMNS,
      empty: 'no accounts',
    },
    names: found.map(({ Id = '' }) => Id),
  };
}

async function handshakes(ctx: CommandContext): Promise<Result> {
  const found = await allHandshakes(ctx);
  return { value: { Handshakes: found }, view: handshakeList(found), names: found.map(({ Id = '' }) => Id) };
}
