import type { ResourceShareAssociation } from '@aws-sdk/client-ram';
import type { Call } from '../../contract/ports.ts';
import { everyPage } from './lists.ts';

/** Somebody that a resource is shared with, or invited to use it, and by which share. */
export interface SharedWith {
  /** An account id, or the ARN of an organization or a unit of it. */
  readonly principal: string;
  readonly status: 'shared' | 'invited';
  /** Outside the owner's organization. */
  readonly external: boolean;
  /** When an invitation that is not answered expires. */
  readonly expires?: Date;
  readonly resourceShareArn: string;
  readonly resourceShareName: string;
}

/** How something is shared, as `lm` adds it to what AWS says of it: one of the three. */
export interface Sharing {
  /** Of one's own: with whom; empty where with nobody. */
  readonly sharedWith?: readonly SharedWith[];
  /** Of another account's: whose it is. */
  readonly sharedBy?: string;
  /** What may not be read, and the permission that is missing. */
  readonly notRead?: readonly { readonly what: 'sharedWith'; readonly permission: string }[];
}

/** How long an invitation to license configurations can be answered (AWS RAM User Guide). */
const ANSWER_WITHIN = 7 * 86_400_000;

const isIn = ({ status }: ResourceShareAssociation): boolean => status === 'ASSOCIATED' || status === 'ASSOCIATING';

/** What the account's own shares hold, or whom they are for; what was taken out is left out. */
export async function associations(
  call: Call,
  associationType: 'PRINCIPAL' | 'RESOURCE',
  of: { readonly resourceArn?: string; readonly resourceShareArns?: string[] } = {},
): Promise<readonly ResourceShareAssociation[]> {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareAssociations', { associationType, ...of, nextToken });
    return { rows: page.resourceShareAssociations ?? [], next: page.nextToken };
  });
  return all.filter(isIn);
}

/** With whom the account shares a resource of its own, in the order in which they came in. */
export async function sharedWith(call: Call, resourceArn: string): Promise<readonly SharedWith[]> {
  const held = await associations(call, 'RESOURCE', { resourceArn });
  const resourceShareArns = held.flatMap((one) => one.resourceShareArn ?? []);
  // Without a share to name, AWS would list the principals of all of them.
  return resourceShareArns.length === 0 ? [] : (await associations(call, 'PRINCIPAL', { resourceShareArns })).map(told);
}

/** A principal as `lm` shows it. */
export function told(one: ResourceShareAssociation): SharedWith {
  const { associatedEntity: principal = '', status, external = false, creationTime } = one;
  const invited = status === 'ASSOCIATING';
  return {
    principal,
    status: invited ? 'invited' : 'shared',
    external,
    ...(invited && creationTime !== undefined ? { expires: new Date(creationTime.getTime() + ANSWER_WITHIN) } : {}),
    resourceShareArn: one.resourceShareArn ?? '',
    resourceShareName: one.resourceShareName ?? '',
  };
}

/** "account 444455556666", "organization o-abc", "unit ou-abc": whom a share is for, in words. */
export function principalWords(principal: string): string {
  const last = principal.split('/').at(-1) ?? principal;
  if (/^\d{12}$/.test(principal)) return `account ${principal}`;
  return last.startsWith('ou-') ? `unit ${last}` : `organization ${last}`;
}

/** "shared", or "invited until 2026-11-28 03:00 UTC". */
export const statusWords = ({ status, expires }: SharedWith): string =>
  expires === undefined ? status : `invited until ${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What a share holds, in words: the name of a group, the id of a configuration unless its name is known. */
export function resourceWords(arn: string, names: ReadonlyMap<string, string | undefined> = new Map()): string {
  const group = /:resource-groups:.*:group\/(.+)$/.exec(arn)?.[1];
  return group === undefined ? (names.get(arn) ?? arn.split(':').at(-1) ?? arn) : `host resource group ${group}`;
}
