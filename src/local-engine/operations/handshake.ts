import type { Handshake, HandshakeResource } from '@aws-sdk/client-organizations';
import type { Tx } from '../store/store.ts';
import type { HandshakeRow } from '../store/tables/handshakes.ts';
import type { Organization, OrganizationRow } from '../store/tables/organizations.ts';

/** How a handshake stands: one that is open past its end has expired. */
export function stateOf({ state, expiresAt }: HandshakeRow, now: number): HandshakeRow['state'] | 'EXPIRED' {
  const waits = state === 'OPEN' || state === 'REQUESTED';
  return waits && now >= expiresAt ? 'EXPIRED' : state;
}

const isWaiting = (row: HandshakeRow, now: number): boolean => ['OPEN', 'REQUESTED'].includes(stateOf(row, now));

/** The handshakes of an organization that are not settled yet. */
export function waiting(tx: Tx, { key }: OrganizationRow, now: number): readonly HandshakeRow[] {
  return tx.organizations.handshakes.after(key, 0, Number.MAX_SAFE_INTEGER).filter((row) => isWaiting(row, now));
}

/** The way of an organization to all features, while it is on it. */
export const wayToAllFeatures = (tx: Tx, row: OrganizationRow, now: number): HandshakeRow | undefined =>
  waiting(tx, row, now).find(({ action }) => action === 'ENABLE_ALL_FEATURES');

/** The members that have not agreed to all features yet; who has left is not waited for. */
export function undecided(tx: Tx, row: OrganizationRow, now: number): readonly string[] {
  const asked = waiting(tx, row, now).filter(({ action }) => action === 'APPROVE_ALL_FEATURES');
  return asked.flatMap(({ target = '' }) => (tx.organizations.member(row.key, target) === undefined ? [] : [target]));
}

/** Every account that was asked has agreed, or has left: the management account may finish. */
export function openWhenAgreed(tx: Tx, row: OrganizationRow, now: number): void {
  const way = wayToAllFeatures(tx, row, now);
  if (way !== undefined && undecided(tx, row, now).length === 0) tx.organizations.handshakes.setState(way.id, 'OPEN');
}

/** A handshake as the service shows it. */
export function handshakeAnswer(tx: Tx, organization: OrganizationRow, row: HandshakeRow, now: number): Handshake {
  const { id, action, targetType, targetId } = row;
  const { id: organizationId, managementAccount } = organization;
  return {
    Id: id,
    Arn: `arn:aws:organizations::${managementAccount}:handshake/${organizationId}/${action.toLowerCase()}/${id}`,
    Parties: [
      { Id: organizationId.slice(organizationId.indexOf('-') + 1), Type: 'ORGANIZATION' },
      { Id: targetId, Type: targetType },
    ],
    State: stateOf(row, now),
    RequestedTimestamp: new Date(row.requestedAt),
    ExpirationTimestamp: new Date(row.expiresAt),
    Action: action,
    Resources: resourcesOf(tx, organization, row),
  };
}

function resourcesOf(tx: Tx, organization: OrganizationRow, { targetType, targetId, notes }: HandshakeRow) {
  const manager = tx.organizations.member(organization.key, organization.managementAccount);
  const resources: HandshakeResource[] = [
    {
      Type: 'ORGANIZATION',
      Value: organization.id,
      Resources: [
        { Type: 'MASTER_EMAIL', Value: manager?.email },
        { Type: 'MASTER_NAME', Value: manager?.name },
        { Type: 'ORGANIZATION_FEATURE_SET', Value: organization.features },
      ],
    },
    { Type: targetType, Value: targetId },
  ];
  return notes === undefined ? resources : [...resources, { Type: 'NOTES' as const, Value: notes }];
}

/** The accounts that joined by invitation: they must agree to all features themselves. */
export const invitedMembers = (tx: Tx, { key, managementAccount }: Organization): readonly string[] =>
  tx.organizations
    .members(key)
    .filter(({ account, joinedMethod }) => joinedMethod === 'INVITED' && account !== managementAccount)
    .map(({ account }) => account);
