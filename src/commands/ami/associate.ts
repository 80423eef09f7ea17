import type { Image } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Result } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { findConfiguration } from '../shared/find.ts';
import type { CommandContext } from '../types.ts';
import { imageList, licensed } from './rows.ts';

export async function findConfigurations(
  ctx: CommandContext,
  names: readonly string[],
): Promise<readonly LicenseConfiguration[]> {
  const found = new Map<string, LicenseConfiguration>();
  for (const name of names) {
    const one = await findConfiguration(ctx, name);
    found.set(one.LicenseConfigurationArn ?? '', one);
  }
  return [...found.values()];
}

/** What attaching and detaching tell: the images as they now stand, and what changed. */
export async function associated(
  ctx: CommandContext,
  images: readonly Image[],
  words: { readonly past: string; readonly infinitive: string; readonly to: string; readonly changed: number },
): Promise<Result> {
  const now = await licensed(ctx, images);
  const { alerts, notes } = await takeAlerts(ctx);
  const names = images.map((image) => image.Name ?? image.ImageId ?? '');
  const what = names.length > 3 ? counted(names.length, 'AMI') : allOf(names);
  return {
    value: { Images: now, alerts },
    view: await imageList(ctx, now),
    names: images.map((image) => image.ImageId ?? ''),
    notes: [
      ...notes,
      words.changed === 0
        ? { kind: 'done', text: `unchanged: ${what} ${words.to}` }
        : done(ctx, words.past, words.infinitive, `${what} ${words.to}`),
    ],
  };
}
