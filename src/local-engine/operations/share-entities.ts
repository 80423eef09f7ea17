import type { Violation } from '../../contract/decision.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import { parsePrincipal, parseShareable } from '../../validation/share-arns.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { EntityKind, ShareEntityRow } from '../store/tables/share-entities.ts';
import type { ShareRow } from '../store/tables/shares.ts';
import { addPrincipal, outsiders, principalViolations } from './share-principals.ts';

/** What a share is given, or what is taken from it. */
export interface Given {
  readonly resourceArns?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
}

/** What adding to a share may break. */
export const ADDED = [
  'share-no-sources',
  'share-arn-malformed',
  'share-resource-type',
  'share-resource-unknown',
  'share-resource-owner',
  'share-principal-malformed',
  'share-organization-unknown',
  'share-organization-only',
] as const satisfies readonly ConstraintId[];

/** What taking from a share may break. */
export const TAKEN = [
  'share-no-sources',
  'share-principal-malformed',
  'share-entity-unknown',
] as const satisfies readonly ConstraintId[];

/**
 * Adds resources and principals to a share that is open.
 * @throws Fault of the first of ADDED that something breaks; then nothing is added
 */
export function addTo(tx: Tx, share: ShareRow, given: Given, context: Context): readonly ShareEntityRow[] {
  const { resourceArns = [], principals = [], sources } = given;
  const { scope, now } = context;
  guard(
    check('share-no-sources', sources === undefined ? {} : { sources }),
    resourceViolations(tx, resourceArns, context),
    principalViolations(tx, principals, scope.account),
    closedViolations(tx, share, given),
  );
  for (const entity of new Set(resourceArns)) {
    if (tx.shareEntities.find(share.key, 'RESOURCE', entity)?.status === 'ASSOCIATED') continue;
    const row = { shareKey: share.key, kind: 'RESOURCE', entity, status: 'ASSOCIATED' } as const;
    tx.shareEntities.put({ ...row, external: false, invited: false }, now);
  }
  for (const principal of new Set(principals)) addPrincipal(tx, share, principal, context);
  return named(tx, share, given);
}

/**
 * Takes resources and principals out of a share; invitations that are not answered go with them. What runs runs on.
 * @throws Fault of the first of TAKEN that something breaks; then nothing is taken
 */
export function takeFrom(tx: Tx, share: ShareRow, given: Given, { now }: Context): readonly ShareEntityRow[] {
  const { principals = [], sources } = given;
  guard(
    check('share-no-sources', sources === undefined ? {} : { sources }),
    principals.flatMap((principal) =>
      check('share-principal-malformed', { principal, valid: parsePrincipal(principal) !== undefined }),
    ),
    missing(tx, share, given),
  );
  const rows = named(tx, share, given);
  for (const row of rows) tx.shareEntities.setStatus(row.key, 'DISASSOCIATED', now);
  for (const principal of principals) tx.invitations.withdraw(share.key, principal);
  return rows;
}

/** Every one of these exists in the Region, and the caller owns it. */
function resourceViolations(tx: Tx, arns: readonly string[], { scope }: Context): readonly Violation[] {
  const { account, region } = scope;
  const form = arns.flatMap((arn) =>
    arn.startsWith('arn:')
      ? check('share-resource-type', { arn, shareable: parseShareable(arn) !== undefined })
      : check('share-arn-malformed', { arn, what: 'a resource', valid: false }),
  );
  if (form.length > 0) return form;
  const unknown = arns.flatMap((arn) =>
    check('share-resource-unknown', { arn, region, found: exists(tx, arn, region) }),
  );
  if (unknown.length > 0) return unknown;
  return arns.flatMap((arn) =>
    check('share-resource-owner', {
      arn,
      ownerId: parseShareable(arn)?.owner.account ?? '',
      accountId: account,
    }),
  );
}

function exists(tx: Tx, arn: string, region: string): boolean {
  const resource = parseShareable(arn);
  if (resource === undefined || resource.owner.region !== region) return false;
  const there = tx.in(resource.owner);
  return resource.type === 'resource-groups:Group'
    ? there.groups.named(resource.id) !== undefined
    : there.configurations.find(resource.id) !== undefined;
}

/** Host resource groups, and everything in a share that is closed to outsiders, stay within the organization. */
function closedViolations(tx: Tx, share: ShareRow, { resourceArns = [], principals = [] }: Given) {
  const outside = outsiders(tx, [...new Set([...present(tx, share, 'PRINCIPAL'), ...principals])], share.account);
  const group = [...present(tx, share, 'RESOURCE'), ...resourceArns].find(
    (arn) => parseShareable(arn)?.type === 'resource-groups:Group',
  );
  if (group !== undefined)
    return check('share-organization-only', { what: `the host resource group ${group.split('/').at(-1)}`, outside });
  return share.external ? [] : check('share-organization-only', { what: `the share ${share.name}`, outside });
}

/** What is in a share, or invited into it. */
export const present = (tx: Tx, share: ShareRow, kind: EntityKind): readonly string[] =>
  tx.shareEntities
    .of(share.key, kind)
    .filter((row) => row.status !== 'DISASSOCIATED')
    .map((row) => row.entity);

function missing(tx: Tx, share: ShareRow, { resourceArns = [], principals = [] }: Given): readonly Violation[] {
  const has = (kind: EntityKind, entity: string) => {
    const row = tx.shareEntities.find(share.key, kind, entity);
    return row !== undefined && row.status !== 'DISASSOCIATED';
  };
  return [
    ...resourceArns.map((entity) => ({ entity, found: has('RESOURCE', entity) })),
    ...principals.map((entity) => ({ entity, found: has('PRINCIPAL', entity) })),
  ].flatMap((one) => check('share-entity-unknown', { share: share.name, ...one }));
}

/** The rows of what a request names, in its order. */
function named(tx: Tx, share: ShareRow, { resourceArns = [], principals = [] }: Given): readonly ShareEntityRow[] {
  return [
    ...[...new Set(resourceArns)].flatMap((one) => tx.shareEntities.find(share.key, 'RESOURCE', one) ?? []),
    ...[...new Set(principals)].flatMap((one) => tx.shareEntities.find(share.key, 'PRINCIPAL', one) ?? []),
  ];
}
