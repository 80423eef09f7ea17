import type { Call } from '../../contract/ports.ts';
import type { Note, Result } from '../../contract/result.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/refuse.ts';
import { allOf } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';
import { done, FORMAT } from './done.ts';
import { associations, principalWords, type SharedWith, sharedWith, statusWords } from './sharing.ts';

/** A resource of the account's own that can be shared. */
export interface Shareable {
  readonly arn: string;
  readonly name: string;
  /** Whether accounts outside the organization can have it. */
  readonly external: boolean;
}

/** What sharing may use of the world. */
type Sharing = Pick<CommandContext, 'call' | 'dryRun'>;

/** What sharing, or ending it, has come to. */
export interface Shared {
  readonly resource: Shareable;
  readonly now: readonly SharedWith[];
  readonly notes: readonly Note[];
}

/** Shares a resource with principals: each is added to the one share that is for this resource alone, which is made where there is none. */
export async function share(ctx: Sharing, resource: Shareable, principals: readonly string[]): Promise<Shared> {
  const before = await sharedWith(ctx.call, resource.arn);
  const absent = principals.filter((one) => !before.some(({ principal }) => principal === one));
  if (absent.length > 0) await add(ctx.call, resource, absent);
  const now = absent.length === 0 ? before : await sharedWith(ctx.call, resource.arn);
  const words = (list: readonly string[]) => allOf(list.map(principalWords));
  const present = principals.filter((one) => !absent.includes(one));
  const invited = now.filter(({ principal, status }) => absent.includes(principal) && status === 'invited');
  return {
    resource,
    now,
    notes: [
      ...(absent.length === 0 ? [] : [done(ctx, 'shared', 'share', `${resource.name} with ${words(absent)}`)]),
      ...(present.length === 0 ? [] : [unchanged(`${resource.name} is shared with ${words(present)} already`)]),
      ...invited.map(({ principal }) => hint(`account ${principal} accepts with: lm share accept ${resource.name}`)),
    ],
  };
}

async function add(call: Call, { arn, name, external }: Shareable, principals: readonly string[]): Promise<void> {
  const own = (await alone(call, arn))[0];
  const wanted = { principals: [...principals] };
  if (own !== undefined) await call('ram:AssociateResourceShare', { resourceShareArn: own, ...wanted });
  else
    await call('ram:CreateResourceShare', { name, resourceArns: [arn], allowExternalPrincipals: external, ...wanted });
}

/** The shares that hold this resource and no other. */
async function alone(call: Call, arn: string): Promise<readonly string[]> {
  const mine = (await associations(call, 'RESOURCE', { resourceArn: arn })).flatMap(
    (one) => one.resourceShareArn ?? [],
  );
  if (mine.length === 0) return [];
  const held = await associations(call, 'RESOURCE', { resourceShareArns: mine });
  return mine.filter((share) => held.filter((one) => one.resourceShareArn === share).length === 1);
}

/**
 * Ends sharing with principals; a share that is then for nobody is deleted. What runs runs on.
 * @throws Fault share-holds-more where one has it by a share that holds other things too
 */
export async function unshare(ctx: Sharing, resource: Shareable, principals: readonly string[]): Promise<Shared> {
  const before = await sharedWith(ctx.call, resource.arn);
  const ending = before.filter(({ principal }) => principals.includes(principal));
  const single = await alone(ctx.call, resource.arn);
  guard(
    ending.flatMap(({ principal, resourceShareArn, resourceShareName: name }) =>
      check('share-holds-more', {
        share: name,
        principal,
        resource: resource.name,
        alone: single.includes(resourceShareArn),
      }),
    ),
  );
  for (const resourceShareArn of new Set(ending.map((one) => one.resourceShareArn))) {
    const of = (rows: readonly SharedWith[]) => rows.filter((one) => one.resourceShareArn === resourceShareArn);
    const leaving = of(ending).map(({ principal }) => principal);
    if (leaving.length === of(before).length) await ctx.call('ram:DeleteResourceShare', { resourceShareArn });
    else await ctx.call('ram:DisassociateResourceShare', { resourceShareArn, principals: leaving });
  }
  const gone = principals.filter((one) => ending.some(({ principal }) => principal === one));
  const absent = principals.filter((one) => !gone.includes(one));
  const words = (list: readonly string[]) => allOf(list.map(principalWords));
  return {
    resource,
    now: before.filter((one) => !ending.includes(one)),
    notes: [
      ...(gone.length === 0 ? [] : [done(ctx, 'ended', 'end', `sharing ${resource.name} with ${words(gone)}`)]),
      ...(gone.length === 0
        ? []
        : [hint('what they run goes on and still counts; nothing new can be started under it')]),
      ...(absent.length === 0 ? [] : [unchanged(`${resource.name} is not shared with ${words(absent)}`)]),
    ],
  };
}

const unchanged = (text: string): Note => ({ kind: 'done', text: `unchanged: ${text}` });
const hint = (text: string): Note => ({ kind: 'hint', text });

/** With whom things are shared now: one line for each, as data and to read. */
export function sharedResult(all: readonly Shared[]): Result {
  const rows = all.flatMap(({ resource, now }) => now.map((one) => ({ resource, one })));
  return {
    value: {
      ...FORMAT,
      resources: all.map(({ resource: { arn, name }, now }) => ({ arn, name, sharedWith: now })),
    },
    view: {
      kind: 'list',
      rows: rows.map(({ resource, one }) => ({
        name: resource.name,
        with: principalWords(one.principal),
        status: statusWords(one),
        where: one.external ? 'outside the organization' : '',
      })),
      columns: [
        { key: 'name', title: 'name' },
        { key: 'with', title: 'shared with' },
        { key: 'status', title: 'status' },
        ...(rows.some(({ one }) => one.external) ? [{ key: 'where', title: 'where', optional: 1 }] : []),
      ],
      empty: 'shared with nobody',
    },
    names: rows.map(({ one }) => one.principal),
    notes: all.flatMap(({ notes }) => notes),
  };
}
