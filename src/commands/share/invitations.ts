import type { ResourceShareInvitation } from '@aws-sdk/client-ram';
import type { View } from '../../contract/result.ts';
import { one as matchOne } from '../shared/find.ts';
import { everyPage } from '../shared/lists.ts';
import { said } from '../shared/said.ts';
import type { CommandContext } from '../types.ts';

/** Every invitation that the account has received and that is still shown. */
export const allInvitations = ({ call }: Pick<CommandContext, 'call'>): Promise<readonly ResourceShareInvitation[]> =>
  everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareInvitations', { nextToken });
    return { rows: page.resourceShareInvitations ?? [], next: page.nextToken };
  });

const idOf = (arn: string | undefined): string => arn?.split('/').at(-1) ?? '';

/**
 * An invitation by the name of its share, its id, its ARN or the account that sent it. One that waits is meant before one
 * that was answered, and of those the last.
 */
export async function findInvitation(ctx: CommandContext, given: string): Promise<ResourceShareInvitation> {
  const all = await allInvitations(ctx);
  const waiting = all.filter(({ status }) => status === 'PENDING');
  const meant = (list: readonly ResourceShareInvitation[]) =>
    list.map((value) => ({
      id: idOf(value.resourceShareInvitationArn),
      name: given === value.senderAccountId ? value.senderAccountId : value.resourceShareName,
      arn: value.resourceShareInvitationArn,
      value,
    }));
  const names = (one: ResourceShareInvitation) => [
    one.resourceShareName,
    one.senderAccountId,
    one.resourceShareInvitationArn,
    idOf(one.resourceShareInvitationArn),
  ];
  const answered = all.filter((one) => names(one).includes(given)).at(-1);
  const candidates = waiting.some((one) => names(one).includes(given))
    ? waiting
    : [...waiting, ...[answered ?? []].flat()];
  return matchOne(ctx, given, meant(candidates), { kind: 'invitation', list: 'lm share list' });
}

/** An invitation as a record. */
export const invitationView = (one: ResourceShareInvitation): View => ({
  kind: 'record',
  fields: said([
    ['share', one.resourceShareName],
    ['from account', one.senderAccountId],
    ['to account', one.receiverAccountId],
    ['sent', one.invitationTimestamp],
    ['status', one.status],
  ]),
});
