import type { Handshake } from '@aws-sdk/client-organizations';
import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import type { InviteArgs } from './declare-account.ts';
import { askedOf, handshakeList } from './rows.ts';

/** Invites each of the accounts: all of them, or (in a sandbox) none. */
export async function run({ accounts, notes }: InviteArgs, ctx: CommandContext): Promise<Result> {
  const handshakes = await ctx.atomically(async (call) => {
    const made: Handshake[] = [];
    for (const account of accounts) {
      const { Handshake: handshake } = await call('organizations:InviteAccountToOrganization', {
        Target: { Id: account, Type: account.includes('@') ? 'EMAIL' : 'ACCOUNT' },
        ...(notes === undefined ? {} : { Notes: notes }),
      });
      if (handshake !== undefined) made.push(handshake);
    }
    return made;
  });
  const [first] = handshakes;
  const accept = `lm org account accept ${first?.Id} --account ${first && askedOf(first)}`;
  return {
    value: { Handshakes: handshakes },
    view: handshakeList(handshakes),
    names: handshakes.map(({ Id = '' }) => Id),
    notes: [
      done(ctx, 'invited', 'invite', counted(handshakes.length, 'account')),
      { kind: 'hint', text: `each answers within 15 days: ${accept}` },
    ],
  };
}
