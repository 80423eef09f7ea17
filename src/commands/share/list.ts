import type { ResourceShareInvitation } from '@aws-sdk/client-ram';
import type { Column, Result, Row } from '../../contract/result.ts';
import { FORMAT } from '../shared/done.ts';
import { everyPage } from '../shared/lists.ts';
import { associations, principalWords, resourceWords, statusWords, told } from '../shared/sharing.ts';
import type { CommandContext } from '../types.ts';
import { allInvitations } from './invitations.ts';
import type { ListArgs } from './manifest.ts';
import { configurationNames, sharesOf } from './shares.ts';

const COLUMNS: readonly Column[] = [
  { key: 'share', title: 'share' },
  { key: 'direction', title: 'direction' },
  { key: 'what', title: 'what' },
  { key: 'who', title: 'with' },
  { key: 'status', title: 'status' },
];

/** Both directions and what waits: one line for each resource and principal. */
export async function run({ all = false }: ListArgs, ctx: CommandContext): Promise<Result> {
  const given = await givenShares(ctx);
  const received = await receivedShares(ctx);
  const invitations = (await allInvitations(ctx)).filter(({ status }) => all || status === 'PENDING');
  const rows = async (): Promise<readonly Row[]> => {
    const names = await configurationNames(ctx);
    return [
      ...given.flatMap((share) => givenRows(share, names)),
      ...received.flatMap((share) => receivedRows(share, names)),
      ...invitations.map(invitationRow),
    ];
  };
  const waiting = invitations.filter(({ status }) => status === 'PENDING');
  return {
    value: { ...FORMAT, given, received, invitations },
    view: async () => ({ kind: 'list', rows: await rows(), columns: COLUMNS, empty: 'nothing is shared' }),
    names: [...given, ...received].map(({ name }) => name),
    notes: waiting.map((one) => ({ kind: 'hint', text: `to accept it: lm share accept ${one.resourceShareName}` })),
  };
}

/** The account's own shares with what they hold and whom they are for. */
async function givenShares({ call }: CommandContext) {
  const shares = await sharesOf({ call }, 'SELF');
  if (shares.length === 0) return [];
  const [held, principals] = [await associations(call, 'RESOURCE'), await associations(call, 'PRINCIPAL')];
  return shares.map((share) => {
    const ofShare = ({ resourceShareArn }: { readonly resourceShareArn?: string | undefined }) =>
      resourceShareArn === share.resourceShareArn;
    return {
      ...share,
      name: share.name ?? '',
      resources: held.filter(ofShare).flatMap((one) => one.associatedEntity ?? []),
      sharedWith: principals.filter(ofShare).map(told),
    };
  });
}

/** The shares of others that reach this account, with what they give it. */
async function receivedShares({ call }: CommandContext) {
  const shares = await sharesOf({ call }, 'OTHER-ACCOUNTS');
  if (shares.length === 0) return [];
  const resources = await everyPage(async (nextToken) => {
    const page = await call('ram:ListResources', { resourceOwner: 'OTHER-ACCOUNTS', nextToken });
    return { rows: page.resources ?? [], next: page.nextToken };
  });
  return shares.map((share) => ({
    ...share,
    name: share.name ?? '',
    resources: resources
      .filter(({ resourceShareArn }) => resourceShareArn === share.resourceShareArn)
      .flatMap(({ arn }) => arn ?? []),
  }));
}

type Names = ReadonlyMap<string, string | undefined>;
const orNothing = (list: readonly string[]): readonly string[] => (list.length === 0 ? [''] : list);

function givenRows(share: Awaited<ReturnType<typeof givenShares>>[number], names: Names): readonly Row[] {
  const what = orNothing(share.resources).map((arn) => (arn === '' ? 'nothing' : resourceWords(arn, names)));
  const row = (one: string, who: string, status: string) => ({
    share: share.name,
    direction: 'to',
    what: one,
    who,
    status,
  });
  return what.flatMap((one) =>
    share.sharedWith.length === 0
      ? [row(one, 'nobody', '')]
      : share.sharedWith.map((with_) => row(one, principalWords(with_.principal), statusWords(with_))),
  );
}

const receivedRows = (share: Awaited<ReturnType<typeof receivedShares>>[number], names: Names): readonly Row[] =>
  orNothing(share.resources).map((arn) => ({
    share: share.name,
    direction: 'from',
    what: arn === '' ? 'nothing' : resourceWords(arn, names),
    who: `account ${share.owningAccountId}`,
    status: 'shared',
  }));

/** AWS tells what an invitation offers only once it is accepted. */
const invitationRow = (one: ResourceShareInvitation): Row => ({
  share: one.resourceShareName,
  direction: 'from',
  what: '',
  who: `account ${one.senderAccountId}`,
  status: one.status === 'PENDING' ? 'invitation waits' : `invitation ${one.status?.toLowerCase()}`,
});
