import { hostArn, imageArn, instanceArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { nearest } from '../../validation/nearest.ts';
import { guard } from '../../validation/refuse.ts';
import { findHost, findImage, findInstance, matching } from '../shared/find.ts';
import { allHosts, allImages, allInstances } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

/** A resource that a configuration can be put on. */
export interface Resource {
  readonly id: string;
  readonly name?: string | undefined;
  readonly arn: string;
}

/**
 * Finds an AMI, an instance or a Dedicated Host by id, name, Name tag, ARN or the beginning of one.
 * A launch template and anything else with an ARN come back as they are: the call itself says why they do not do.
 * @throws Fault name-not-found with the nearest names, or name-ambiguous with the candidates' ids (exit 5)
 */
export async function findResource(ctx: CommandContext, given: string): Promise<Resource> {
  const { scope } = await ctx.backend();
  if (/^arn:/.test(given)) return { id: given.split('/').at(-1) ?? given, arn: given };
  if (/^lt-/.test(given)) {
    return { id: given, arn: `arn:aws:ec2:${scope.region}:${scope.account}:launch-template/${given}` };
  }
  if (/^ami-/.test(given)) return asImage(scope.region, await findImage(ctx, given));
  if (/^i-/.test(given)) return asInstance(scope, await findInstance(ctx, given));
  if (/^h-/.test(given)) return asHost(scope, await findHost(ctx, given));
  return byName(ctx, given);
}

type Scope = Parameters<typeof hostArn>[0];
type Tagged = { readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[] };

const nameTag = ({ Tags }: Tagged): string | undefined => Tags?.find((tag) => tag.Key === 'Name')?.Value;

const asImage = (region: string, image: { ImageId?: string; Name?: string }): Resource => ({
  id: image.ImageId ?? '',
  name: image.Name,
  arn: imageArn(region, image.ImageId ?? ''),
});
const asInstance = (scope: Scope, instance: { InstanceId?: string } & Tagged): Resource => ({
  id: instance.InstanceId ?? '',
  name: nameTag(instance),
  arn: instanceArn(scope, instance.InstanceId ?? ''),
});
const asHost = (scope: Scope, host: { HostId?: string } & Tagged): Resource => ({
  id: host.HostId ?? '',
  name: nameTag(host),
  arn: hostArn(scope, host.HostId ?? ''),
});

/** Machines are asked for by their exact Name tag: there may be a million of them. */
async function byName(ctx: CommandContext, given: string): Promise<Resource> {
  const { scope } = await ctx.backend();
  const all = [
    ...(await allImages(ctx, given)).map((image) => asImage(scope.region, image)),
    ...(await allHosts(ctx)).map((host) => asHost(scope, host)),
    ...(await allInstances(ctx, [{ Name: 'tag:Name', Values: [given] }])).map((one) => asInstance(scope, one)),
  ];
  const named = all.map(({ name, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { name }),
    value: { name, ...rest },
  }));
  const found = matching(given, named);
  const subject = {
    kind: 'AMI, instance or host',
    given,
    list: 'lm ami list (or lm instance list, lm host list)',
    matches: found.map(({ id }) => id),
    nearest: nearest(
      given,
      all.flatMap(({ id, name }) => [...(name === undefined ? [] : [name]), id]),
    ),
    ...scope,
  };
  guard(check('name-not-found', subject), check('name-ambiguous', subject));
  const [match] = found;
  if (match === undefined) throw new TypeError('unreachable: the guard refused');
  return match.value;
}
