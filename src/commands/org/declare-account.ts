import { custom, flag, listOf, no, ok, required, text } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';

const member = text({ help: 'an account of the organization', placeholder: 'ACCOUNT' });

/** An id of AWS Organizations as its API Reference writes it: some letters, a dash, 8 to 32 letters and digits. */
function idParam(prefix: 'car' | 'h', help: string, placeholder: string) {
  const form = new RegExp(`^${prefix}-[0-9a-z]{8,32}$`);
  const holds = (value: unknown): value is string => typeof value === 'string' && form.test(value);
  const parse = (given: string) =>
    holds(given) ? ok(given) : no(`must be an id: ${prefix}- and 8 to 32 small letters and digits`);
  return custom<string>({ help, placeholder }, { placeholder, holds, parse });
}

/** An address as AWS Organizations takes it: 6 to 64 characters, one @, and a dot behind it. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 6 && value.length <= 64 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);

export const list = declare({
  name: 'account list',
  summary: 'the accounts of the organization',
  arguments: {},
  options: { invited: flag({ help: 'the handshakes instead: who was invited or asked, and how that stands' }) },
  examples: [
    { intent: 'who is in the organization', command: 'lm org account list' },
    { intent: 'who has not answered yet', command: 'lm org account list --invited' },
  ],
  mutates: false,
});
export type ListArgs = ArgsOf<typeof list>;

export const create = declare({
  name: 'account create',
  summary: 'make a new account in the organization',
  description:
    'Make a new account in the organization. AWS takes some minutes, a sandbox one minute of its clock: --wait stays until ' +
    'then, or until --timeout (exit 7); lm org account status says what became of it.',
  arguments: { name: required(text({ help: 'what to call it', placeholder: 'NAME', field: 'AccountName' })) },
  options: {
    email: required(
      custom<string>(
        {
          help: 'address of its owner, which no other account has',
          example: 'payroll@example.com',
          field: 'Email',
          prompt: { message: 'Which address does its owner have?', help: 'No other account may have it.' },
        },
        {
          placeholder: 'ADDRESS',
          holds: isAddress,
          parse: (given) =>
            isAddress(given) ? ok(given) : no('must be an address such as payroll@example.com, of 6 to 64 characters'),
        },
      ),
    ),
    role: text({ help: 'role by which the management account may act in it', placeholder: 'ROLE', field: 'RoleName' }),
  },
  examples: [
    { intent: 'an account for payroll', command: 'lm org account create payroll --email payroll@example.com' },
  ],
  mutates: true,
});
export type CreateArgs = ArgsOf<typeof create>;

export const status = declare({
  name: 'account status',
  summary: 'what became of a request for a new account',
  arguments: { request: required(idParam('car', 'the id that lm org account create printed, car-…', 'REQUEST')) },
  options: {},
  examples: [{ intent: 'is the account there yet', command: 'lm org account status car-1a1fbd5df60000000' }],
  mutates: false,
});
export type StatusArgs = ArgsOf<typeof status>;

export const invite = declare({
  name: 'account invite',
  summary: 'invite accounts into the organization',
  description: 'Invite accounts into the organization. Each answers within 15 days: lm org account accept HANDSHAKE.',
  arguments: {
    accounts: required(
      listOf(text({ help: 'account', placeholder: 'ACCOUNT' }), {
        help: 'account ids of 12 digits, or addresses of their owners',
        placeholder: 'ACCOUNT',
      }),
    ),
  },
  options: { notes: text({ help: 'what to tell them', placeholder: 'TEXT', field: 'Notes' }) },
  examples: [{ intent: 'bring in an account that exists', command: 'lm org account invite 444455556666' }],
  mutates: true,
});
export type InviteArgs = ArgsOf<typeof invite>;

export const accept = declare({
  name: 'account accept',
  summary: 'accept an invitation, or agree to all features, as the account that was asked',
  arguments: {
    handshake: required(idParam('h', 'the handshake, h-…, that lm org account list --invited shows', 'HANDSHAKE')),
  },
  options: {},
  examples: [
    {
      intent: 'join, as the invited account',
      command: 'lm org account accept h-1a1fbd5df60000000 --account 444455556666',
    },
  ],
  mutates: true,
});
export type AcceptArgs = ArgsOf<typeof accept>;

export const remove = declare({
  name: 'account remove',
  summary: 'take accounts out of the organization; they lose what it shares',
  arguments: { accounts: required(listOf(member, { help: 'accounts, by name or id', placeholder: 'ACCOUNT' })) },
  options: {},
  examples: [{ intent: 'let an account go', command: 'lm org account remove partner --yes' }],
  mutates: true,
});
export type RemoveArgs = ArgsOf<typeof remove>;
