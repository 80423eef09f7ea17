import type { Violation } from '../../contract/decision.ts';
import { check } from '../../validation/catalogue/index.ts';
import { type Principal, parsePrincipal } from '../../validation/share-arns.ts';
import { shareInvitationEnds } from '../moments.ts';
import type { Context } from '../operation.ts';
import { areKin } from '../store/reach.ts';
import type { Tx } from '../store/store.ts';
import type { ShareRow } from '../store/tables/shares.ts';

/** Whether each is an account id, an organization or a unit, and whether the caller may share with it. */
export function principalViolations(tx: Tx, principals: readonly string[], account: string): readonly Violation[] {
  const malformed = principals.flatMap((principal) =>
    check('share-principal-malformed', { principal, valid: parsePrincipal(principal) !== undefined }),
  );
  if (malformed.length > 0) return malformed;
  return principals.flatMap((text) => {
    const principal = parsePrincipal(text);
    return principal === undefined ? [] : organizationViolations(tx, principal, account);
  });
}

function organizationViolations(tx: Tx, principal: Principal, account: string): readonly Violation[] {
  if (principal.kind === 'account') return [];
  const id = principal.kind === 'unit' ? principal.organization : principal.id;
  const { management } = principal;
  const organization = tx.organizations.of(account);
  const member = organization?.id === id && organization.managementAccount === management;
  const unit = principal.kind === 'unit' ? { unit: principal.id } : {};
  return check('share-organization-unknown', {
    organization: id,
    ...unit,
    management,
    account,
    member,
    sharing: member && tx.shares.sharesWithin(management),
    unitFound:
      principal.kind === 'organization' ||
      tx.organizations.units.find(organization?.key ?? 0, principal.id) !== undefined,
  });
}

/** Accounts among the principals with which the owner cannot share inside an organization. */
export const outsiders = (tx: Tx, principals: readonly string[], owner: string): readonly string[] =>
  principals.filter((one) => parsePrincipal(one)?.kind === 'account' && one !== owner && !areKin(tx, owner, one));

/**
 * Adds a principal. Inside the organization it is in at once; an account elsewhere is invited and comes in when it
 * accepts. One that is in, or invited, stays as it is.
 */
export function addPrincipal(tx: Tx, share: ShareRow, principal: string, { now, ids }: Context): void {
  const present = tx.shareEntities.find(share.key, 'PRINCIPAL', principal);
  if (present !== undefined && present.status !== 'DISASSOCIATED') return;
  const invited = outsiders(tx, [principal], share.account).length > 0;
  const external = invited && !tx.organizations.areTogether(share.account, principal);
  const status = invited ? 'ASSOCIATING' : 'ASSOCIATED';
  tx.shareEntities.put({ shareKey: share.key, kind: 'PRINCIPAL', entity: principal, status, external, invited }, now);
  if (!invited) return;
  const expiresAt = shareInvitationEnds(now);
  tx.invitations.insert({ shareKey: share.key, id: ids.uuid(), receiver: principal, sentAt: now, expiresAt });
}
