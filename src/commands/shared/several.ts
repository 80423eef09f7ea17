import type { Host, Image, Instance } from '@aws-sdk/client-ec2';
import { UsageError } from '../../contract/usage.ts';
import { check } from '../../validation/catalogue/index.ts';
import { nearest } from '../../validation/nearest.ts';
import { guard } from '../../validation/refuse.ts';
import type { CommandContext } from '../types.ts';
import { findHost, findImage, findInstance } from './find.ts';
import { allHosts, allImages, allInstances } from './lists.ts';
import { nameTag } from './tags.ts';

const isAlive = (one: Instance): boolean => one.State?.Name !== 'terminated' && one.State?.Name !== 'shutting-down';
/** Whether a host is still allocated: a released one is listed for a while. */
export const isHeld = ({ State }: Host): boolean => State !== 'released' && State !== 'released-permanent-failure';

/** A kind of resource of which several may be named at once. */
interface Kind<T> {
  readonly kind: string;
  readonly list: string;
  id(one: T): string | undefined;
  name(one: T): string | undefined;
  /** Everything that a pattern may mean, narrowed by a tag where one is given. */
  all(tag?: readonly [key: string, value: string]): Promise<readonly T[]>;
  one(given: string): Promise<T>;
}

/** Instances by id, name, beginning, `name*` or `tag:key=value`, each once, in the order named. Patterns skip terminated ones. */
export function findInstances(ctx: CommandContext, given: readonly string[]): Promise<readonly Instance[]> {
  return findEach(ctx, given, {
    kind: 'instance',
    list: 'lm instance list',
    id: (one) => one.InstanceId,
    name: (one) => nameTag(one.Tags),
    all: async (tag) => (await allInstances(ctx, tagFilter(tag))).filter(isAlive),
    one: (name) => oneInstance(ctx, name),
  });
}

/** Dedicated Hosts by the same words as instances; patterns skip released ones. */
export function findHosts(ctx: CommandContext, given: readonly string[]): Promise<readonly Host[]> {
  return findEach(ctx, given, {
    kind: 'Dedicated Host',
    list: 'lm host list',
    id: (one) => one.HostId,
    name: (one) => nameTag(one.Tags),
    all: async (tag) => (await allHosts(ctx)).filter((one) => isHeld(one) && carries(one.Tags, tag)),
    one: (name) => oneHost(ctx, name),
  });
}

/** AMIs by the same words. */
export function findImages(ctx: CommandContext, given: readonly string[]): Promise<readonly Image[]> {
  return findEach(ctx, given, {
    kind: 'AMI',
    list: 'lm ami list',
    id: (one) => one.ImageId,
    name: (one) => one.Name,
    all: async (tag) => (await allImages(ctx)).filter((one) => carries(one.Tags, tag)),
    one: (name) => findImage(ctx, name),
  });
}

/** A terminated machine keeps its name for a while, so the living one of that name is meant. */
export async function oneInstance(ctx: CommandContext, given: string): Promise<Instance> {
  const named = await allInstances(ctx, [{ Name: 'tag:Name', Values: [given] }]);
  const [alive, ...more] = named.filter(isAlive);
  return alive !== undefined && more.length === 0 ? alive : findInstance(ctx, given);
}

/** A released host keeps its name for a while, so the one that is still held is meant. */
export async function oneHost(ctx: CommandContext, given: string): Promise<Host> {
  const [held, ...more] = (await allHosts(ctx)).filter((one) => isHeld(one) && nameTag(one.Tags) === given);
  return held !== undefined && more.length === 0 ? held : findHost(ctx, given);
}

async function findEach<T>(ctx: CommandContext, given: readonly string[], kind: Kind<T>): Promise<readonly T[]> {
  if (given.length === 0) throw new UsageError(`name at least one ${kind.kind}`, `${kind.list} shows what there is`);
  const found = new Map<string, T>();
  for (const words of given) {
    for (const one of await meant(ctx, words, kind)) found.set(kind.id(one) ?? '', one);
  }
  return [...found.values()];
}

async function meant<T>(ctx: CommandContext, given: string, kind: Kind<T>): Promise<readonly T[]> {
  const [, key, value] = /^tag:([^=]+)=(.*)$/.exec(given) ?? [];
  const isPattern = given.includes('*');
  if (key === undefined && !isPattern) return [await kind.one(given)];
  const all = key === undefined ? await kind.all() : await kind.all([key, value ?? '']);
  const pattern = patternOf(given);
  const found = key === undefined ? all.filter((one) => pattern.test(kind.id(one) ?? '') || named(one)) : all;
  if (found.length === 0) await refuse(ctx, given, kind, all);
  return found;

  function named(one: T): boolean {
    return pattern.test(kind.name(one) ?? '');
  }
}

async function refuse<T>(ctx: CommandContext, given: string, kind: Kind<T>, all: readonly T[]): Promise<void> {
  const { scope } = await ctx.backend();
  const names = all.flatMap((one) => kind.name(one) ?? []);
  const near = nearest(given.replaceAll('*', ''), names);
  guard(check('name-not-found', { kind: kind.kind, given, list: kind.list, matches: [], nearest: near, ...scope }));
}

/** `web-*` as a whole text; a star stands for any text. */
const patternOf = (given: string): RegExp =>
  new RegExp(`^${given.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

const tagFilter = (tag: readonly [string, string] | undefined) =>
  tag === undefined ? [] : [{ Name: `tag:${tag[0]}`, Values: [tag[1]] }];

const carries = (tags: Instance['Tags'], tag: readonly [string, string] | undefined): boolean =>
  tag === undefined || (tags ?? []).some(({ Key, Value }) => Key === tag[0] && Value === tag[1]);
