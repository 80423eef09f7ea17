import type { Result } from '../../contract/result.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { done } from '../shared/done.ts';
import type { CommandContext } from '../types.ts';
import { billingWords } from './billing.ts';
import { describedImage, imageList, licensed } from './rows.ts';

/** The result of every verb that makes an AMI: AWS's answer as the value, the new image as a row. */
export async function madeImage<T extends { readonly ImageId?: string | undefined }>(
  ctx: CommandContext,
  name: string,
  answer: T,
): Promise<Result> {
  const images = await licensed(ctx, await describedImage(ctx, answer.ImageId));
  const { alerts, notes } = await takeAlerts(ctx);
  const [image] = images;
  const billing = image === undefined ? '' : ` (${billingWords(image.UsageOperation)})`;
  const untracked = image !== undefined && image.LicenseSpecifications.length === 0;
  return {
    value: { ...answer, alerts },
    view: await imageList(ctx, images),
    names: answer.ImageId === undefined ? [] : [answer.ImageId],
    notes: [
      ...notes,
      done(ctx, 'made', 'make', `AMI ${image?.Name ?? name}${billing}`),
      ...(untracked ? [{ kind: 'hint', text: `lm ami attach ${image.Name ?? name} --config NAME` } as const] : []),
    ],
  };
}
