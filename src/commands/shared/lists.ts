import type { Filter, Host, Image, Instance, LaunchTemplate } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { GroupIdentifier, ListGroupResourcesItem } from '@aws-sdk/client-resource-groups';
import type { Input } from '../../contract/operations.ts';
import type { Call } from '../../contract/ports.ts';
import type { Settings } from '../../contract/settings.ts';
import { HOST_MANAGEMENT } from '../../validation/host-group.ts';

interface Caller {
  readonly call: Call;
}

/** Follows every page of a listing; AWS's own clients have paginators for few of these. */
export async function everyPage<T>(
  read: (token: string | undefined) => Promise<{ readonly rows: readonly T[]; readonly next: string | undefined }>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    rows.push(...page.rows);
    token = page.next;
  } while (token !== undefined);
  return rows;
}

export const allConfigurations = ({ call }: Caller): Promise<readonly LicenseConfiguration[]> =>
  everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseConfigurations', { NextToken });
    return { rows: page.LicenseConfigurations ?? [], next: page.NextToken };
  });

/** A caller that knows which backend answers it. */
interface Placed extends Caller {
  readonly settings: Pick<Settings, 'backend'>;
}

export const imagesLike = ({ call }: Caller, like: Input<'ec2:DescribeImages'>): Promise<readonly Image[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeImages', { ...like, NextToken });
    return { rows: page.Images ?? [], next: page.NextToken };
  });

/**
 * Every AMI that a person can mean. In a sandbox that is every one; on AWS, where a hundred thousand are public, the
 * account's own and those shared with it, and of the public ones the one that is named whole, by name or id.
 */
export async function allImages(ctx: Placed, given?: string): Promise<readonly Image[]> {
  if (ctx.settings.backend.value === 'local') return imagesLike(ctx, {});
  if (given !== undefined) {
    const Name = /^ami-[0-9a-f]+$/.test(given) ? 'image-id' : 'name';
    const named = await imagesLike(ctx, { Filters: [{ Name, Values: [given] }] });
    if (named.length > 0) return named;
  }
  return ownAndShared(ctx);
}

/** The account's own AMIs, and those that were shared with it by name. */
export async function ownAndShared(ctx: Caller): Promise<readonly Image[]> {
  const own = await imagesLike(ctx, { Owners: ['self'] });
  const shared = await imagesLike(ctx, { ExecutableUsers: ['self'] });
  return [...new Map([...own, ...shared].map((image) => [image.ImageId, image])).values()];
}

/** AMIs by their ids, whoever owns them; those that the account may not see are left out. */
export async function imagesById(ctx: Caller, ids: readonly string[]): Promise<readonly Image[]> {
  const found: Image[] = [];
  for (let from = 0; from < ids.length; from += FILTER_VALUES) {
    const Filters = [{ Name: 'image-id', Values: ids.slice(from, from + FILTER_VALUES) }];
    found.push(...(await imagesLike(ctx, { Filters })));
  }
  return found;
}

/** Values that one filter of EC2 takes. */
const FILTER_VALUES = 200;

export const allHosts = ({ call }: Caller): Promise<readonly Host[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeHosts', { NextToken });
    return { rows: page.Hosts ?? [], next: page.NextToken };
  });

export const allInstances = ({ call }: Caller, Filters: Filter[] = []): Promise<readonly Instance[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeInstances', { NextToken, Filters });
    return {
      rows: (page.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? []),
      next: page.NextToken,
    };
  });

export const allTemplates = ({ call }: Caller): Promise<readonly LaunchTemplate[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeLaunchTemplates', { NextToken });
    return { rows: page.LaunchTemplates ?? [], next: page.NextToken };
  });

/** The account's own host resource groups. */
export const allGroups = ({ call }: Caller): Promise<readonly GroupIdentifier[]> =>
  everyPage(async (NextToken) => {
    const Filters = [{ Name: 'configuration-type' as const, Values: [HOST_MANAGEMENT] }];
    const page = await call('resource-groups:ListGroups', { Filters, NextToken });
    return { rows: page.GroupIdentifiers ?? [], next: page.NextToken };
  });

/** The hosts of a group, by name or ARN: members, and hosts that are joining. */
export const allMembers = ({ call }: Caller, Group: string): Promise<readonly ListGroupResourcesItem[]> =>
  everyPage(async (NextToken) => {
    const page = await call('resource-groups:ListGroupResources', { Group, NextToken });
    return { rows: page.Resources ?? [], next: page.NextToken };
  });
