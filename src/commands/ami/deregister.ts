import type { Result } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import { type Configurations, configurationsByArn } from '../shared/licences.ts';
import { findImages } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { DeregisterArgs } from './declare-use.ts';
import { configurationNames, type LicensedImage, licensed } from './rows.ts';

/** Deregisters images once it is agreed, all or none. */
export async function run({ images: given }: DeregisterArgs, ctx: CommandContext): Promise<Result> {
  const images = await licensed(ctx, await findImages(ctx, given));
  const configurations = await configurationsByArn(ctx);
  await ctx.confirm({
    lines: images.map((image) => lineOf(image, configurations)),
    danger: 'confirm',
    name: images.length === 1 ? (images[0]?.Name ?? '') : counted(images.length, 'AMI'),
  });
  await ctx.atomically(async (call) => {
    for (const { ImageId } of images) await call('ec2:DeregisterImage', { ImageId });
  });
  const { alerts, notes } = await takeAlerts(ctx);
  const names = images.map((image) => image.Name ?? image.ImageId ?? '');
  const lingering = images.some((image) => image.LicenseSpecifications.length > 0);
  return {
    value: { Images: images.map(({ ImageId, Name }) => ({ ImageId, Name })), alerts },
    view: {
      kind: 'list',
      rows: images.map(({ ImageId, Name }) => ({ name: Name, imageId: ImageId, state: 'deregistered' })),
      columns: [
        { key: 'name', title: 'name' },
        { key: 'imageId', title: 'id' },
        { key: 'state', title: 'state' },
      ],
      empty: '',
    },
    names: images.map((image) => image.ImageId ?? ''),
    notes: [
      ...notes,
      done(ctx, 'deregistered', 'deregister', allOf(names)),
      ...(lingering ? [{ kind: 'hint', text: SWEEP } as const] : []),
    ],
  };
}

const SWEEP = 'the associations go with the next clean-up, every 8 hours (in a sandbox: lm local clock advance 8h)';

function lineOf(image: LicensedImage, configurations: Configurations): string {
  const under = configurationNames(image, configurations);
  const lingers =
    under.length === 0 ? 'under no license configuration' : `under ${allOf(under)} until the next 8-hourly clean-up`;
  return `deregister ${image.Name} (${image.ImageId}): ${lingers}`;
}
