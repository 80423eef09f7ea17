import type { Account, CreateAccountStatus, EnabledServicePrincipal, Handshake } from '@aws-sdk/client-organizations';
import type { Column, Result, Row } from '../../contract/result.ts';

export const ACCOUNT_COLUMNS: readonly Column[] = [
  { key: 'id', title: 'account' },
  { key: 'name', title: 'name' },
  { key: 'email', title: 'email', optional: 1 },
  { key: 'joined', title: 'joined' },
  { key: 'since', title: 'since', optional: 2 },
  { key: 'role', title: '' },
];

/** An account as a row. @param manager the id of the management account */
export const accountRow = ({ Id, Name, Email, JoinedMethod, JoinedTimestamp }: Account, manager?: string): Row => ({
  id: Id,
  name: Name,
  email: Email,
  joined: JoinedMethod === 'CREATED' ? 'made here' : 'invited',
  since: JoinedTimestamp,
  role: Id === manager ? 'manages' : '',
});

export const SERVICE_COLUMNS: readonly Column[] = [
  { key: 'service', title: 'service' },
  { key: 'since', title: 'since' },
];

export const serviceRow = ({ ServicePrincipal, DateEnabled }: EnabledServicePrincipal): Row => ({
  service: ServicePrincipal,
  since: DateEnabled,
});

const ACTIONS: Readonly<Record<string, string>> = {
  INVITE: 'join',
  ENABLE_ALL_FEATURES: 'enable all features',
  APPROVE_ALL_FEATURES: 'agree to all features',
};

/** Whom a handshake asks: the party that is no organization. */
export const askedOf = ({ Parties = [] }: Handshake): string =>
  Parties.find(({ Type }) => Type !== 'ORGANIZATION')?.Id ?? '';

export function handshakeList(handshakes: readonly Handshake[]): Result['view'] {
  return {
    kind: 'list',
    rows: handshakes.map((one) => ({
      id: one.Id,
      asks: askedOf(one),
      to: ACTIONS[one.Action ?? ''] ?? one.Action,
      state: one.State?.toLowerCase(),
      until: one.ExpirationTimestamp,
    })),
    columns: [
      { key: 'id', title: 'handshake' },
      { key: 'asks', title: 'asks' },
      { key: 'to', title: 'to' },
      { key: 'state', title: 'state' },
      { key: 'until', title: 'until', optional: 1 },
    ],
    empty: 'nobody was invited or asked',
  };
}

/** A request for an account, as lines; what is not known yet has none. */
export const requestView = (status: CreateAccountStatus): Result['view'] => ({
  kind: 'record',
  fields: [
    ['request', status.Id] as const,
    ['name', status.AccountName] as const,
    ['state', status.State?.toLowerCase().replace('_', ' ')] as const,
    ['account', status.AccountId] as const,
    ['reason', status.FailureReason] as const,
    ['asked', status.RequestedTimestamp] as const,
    ['ended', status.CompletedTimestamp] as const,
  ].filter(([, value]) => value !== undefined),
});
