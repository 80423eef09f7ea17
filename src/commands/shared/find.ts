import type { Host, Image, Instance, LaunchTemplate } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { CommandContext } from '../types.ts';
import { allConfigurations, allHosts, allImages, allInstances, allTemplates } from './lists.ts';

/** What can be named: its id, its name if it has one, its ARN if it has one. */
interface Named<T> {
  readonly id: string;
  readonly name?: string;
  readonly arn?: string;
  readonly value: T;
}

interface Kind {
  readonly kind: string;
  readonly list: string;
}

/** @throws Fault name-not-found with the nearest names, or name-ambiguous with the candidates' ids (exit 5) */
export async function findConfiguration(ctx: CommandContext, given: string): Promise<LicenseConfiguration> {
  const all = await allConfigurations(ctx);
  const named = all.map((value) => ({
    id: value.LicenseConfigurationId ?? '',
    name: value.Name,
    arn: value.LicenseConfigurationArn,
    value,
  }));
  return one(ctx, given, named, { kind: 'license configuration', list: 'lm config list' });
}

export async function findImage(ctx: CommandContext, given: string): Promise<Image> {
  const all = await allImages(ctx, given);
  const named = all.map((value) => ({ id: value.ImageId ?? '', name: value.Name, value }));
  return one(ctx, given, named, { kind: 'AMI', list: 'lm ami list' });
}

export async function findHost(ctx: CommandContext, given: string): Promise<Host> {
  const all = await allHosts(ctx);
  return one(
    ctx,
    given,
    all.map((value) => ({ id: value.HostId ?? '', name: nameTag(value.Tags), value })),
    { kind: 'Dedicated Host', list: 'lm host list' },
  );
}

/** A machine by id or by its Name tag; a full id is asked for alone, whatever else there is. */
export async function findInstance(ctx: CommandContext, given: string): Promise<Instance> {
  const full = /^i-[0-9a-f]{17}$/.test(given);
  const all = await allInstances(ctx, full ? [{ Name: 'instance-id', Values: [given] }] : []);
  return one(
    ctx,
    given,
    all.map((value) => ({ id: value.InstanceId ?? '', name: nameTag(value.Tags), value })),
    { kind: 'instance', list: 'lm instance list' },
  );
}

export async function findTemplate(ctx: CommandContext, given: string): Promise<LaunchTemplate> {
  const all = await allTemplates(ctx);
  const named = all.map((value) => ({ id: value.LaunchTemplateId ?? '', name: value.LaunchTemplateName, value }));
  return one(ctx, given, named, { kind: 'launch template', list: 'lm template list' });
}

const nameTag = (tags: readonly { readonly Key?: string; readonly Value?: string }[] | undefined): string | undefined =>
  tags?.find((tag) => tag.Key === 'Name')?.Value;

/** The one that a word names. @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function one<T>(
  ctx: CommandContext,
  given: string,
  all: readonly Named<T>[],
  { kind, list }: Kind,
): Promise<T> {
  const matches = matching(given, all);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.value;
  const { notOne } = await import('./not-one.ts');
  const { scope } = await ctx.backend();
  return notOne({
    kind,
    given,
    list,
    matches: matches.map((each) => each.id),
    names: all.flatMap(({ name = [], id }) => [name, id].flat()),
    ...scope,
  });
}

/** Exact first, then the beginning of a name or id, then the end of an id as `lm` shortens it (`h-..1a2b3`). */
export function matching<T>(given: string, all: readonly Named<T>[]): readonly Named<T>[] {
  const exact = all.filter((each) => given === each.id || given === each.arn || given.endsWith(`/${each.id}`));
  if (exact.length > 0) return exact;
  const byName = all.filter((each) => given === each.name);
  if (byName.length > 0) return byName;
  const tail = /^(?:[a-z]+-)?(?:…|\.\.)([0-9a-f]+)$/.exec(given)?.[1];
  if (tail !== undefined) return all.filter((each) => each.id.endsWith(tail));
  return given === '' ? [] : all.filter((each) => each.id.startsWith(given) || each.name?.startsWith(given));
}
