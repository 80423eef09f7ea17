import type { LaunchPermission } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import { allOf } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findImage } from '../shared/find.ts';
import type { CommandContext } from '../types.ts';
import type { ShareArgs } from './declare-use.ts';
import { describedImage, imageList, licensed } from './rows.ts';

/** @throws UsageError when nobody is named, or an account is not 12 digits */
export async function run(args: ShareArgs, ctx: CommandContext): Promise<Result> {
  const permissions = permissionsOf(args);
  const { ImageId, Name } = await findImage(ctx, args.image);
  const LaunchPermission = args.remove ? { Remove: permissions } : { Add: permissions };
  await ctx.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission });
  const images = await licensed(ctx, await describedImage(ctx, ImageId));
  const { alerts, notes } = await takeAlerts(ctx);
  const who = allOf([
    ...(args.with ?? []).map((account) => `account ${account}`),
    ...(args.public ? ['everybody'] : []),
  ]);
  const words = args.remove
    ? done(ctx, 'ended', 'end', `sharing ${Name} with ${who}`)
    : done(ctx, 'shared', 'share', `${Name} with ${who}`);
  return {
    value: { ImageId, LaunchPermission, alerts },
    view: await imageList(ctx, images),
    names: [ImageId ?? ''],
    notes: [...notes, words, ...scopeHint(args, images[0]?.LicenseSpecifications ?? [], Name)],
  };
}

function permissionsOf({ with: accounts = [], public: everybody }: ShareArgs): LaunchPermission[] {
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong !== undefined) throw new UsageError(`--with takes account ids of 12 digits; you gave "${wrong}"`);
  if (accounts.length === 0 && !everybody) {
    throw new UsageError('say with whom: --with ACCOUNT, or --public for everybody');
  }
  return [...accounts.map((UserId) => ({ UserId })), ...(everybody ? [{ Group: 'all' as const }] : [])];
}

/** Launches by others are counted only where the association says so. */
function scopeHint(
  { remove }: ShareArgs,
  specifications: readonly { readonly AmiAssociationScope?: string | undefined }[],
  name: string | undefined,
) {
  const own = specifications.filter((one) => one.AmiAssociationScope !== 'cross-account');
  if (remove || own.length === 0) return [];
  const text = `launches by other accounts are not counted; for that: lm ami attach ${name} --config NAME --all-accounts`;
  return [{ kind: 'hint', text } as const];
}
