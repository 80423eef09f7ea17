import type { Host } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guardIn } from '../../validation/refuse.ts';
import { charged } from '../shared/charged-hosts.ts';
import { FORMAT } from '../shared/done.ts';
import { findConfiguration } from '../shared/find.ts';
import { familyOf } from '../shared/host-room.ts';
import { allHosts } from '../shared/lists.ts';
import { isHeld } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './manifest.ts';
import { hostList } from './rows.ts';

/** @throws Fault config-data-ownership for hosts charged to a configuration of another account */
export async function run(args: ListArgs, ctx: CommandContext): Promise<Result> {
  const arn = args.config === undefined ? undefined : await ownConfiguration(ctx, args.config);
  const wanted = (await allHosts(ctx)).filter((host) => matches(host, args));
  const hosts = (await charged(ctx, wanted)).filter(
    ({ charges }) => arn === undefined || charges.some((charge) => charge.licenseConfigurationArn === arn),
  );
  return {
    value: { ...FORMAT, Hosts: hosts },
    view: hostList(hosts),
    names: hosts.map((host) => host.HostId ?? ''),
  };
}

async function ownConfiguration(ctx: CommandContext, given: string): Promise<string | undefined> {
  const { Name = '', OwnerAccountId, LicenseConfigurationArn } = await findConfiguration(ctx, given);
  const { account: accountId } = (await ctx.backend()).scope;
  const subject = { configuration: Name, ownerId: OwnerAccountId ?? accountId, accountId };
  guardIn('license-manager:ListUsageForLicenseConfiguration', check('config-data-ownership', subject));
  return LicenseConfigurationArn;
}

function matches(host: Host, { family, zone, tag = {}, all }: ListArgs): boolean {
  const tagged = Object.entries(tag).every(([key, value]) =>
    (host.Tags ?? []).some(({ Key, Value }) => Key === key && Value === value),
  );
  return (
    tagged &&
    (all === true || isHeld(host)) &&
    (family === undefined || familyOf(host) === family) &&
    (zone === undefined || host.AvailabilityZone === zone)
  );
}
