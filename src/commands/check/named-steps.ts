import type { LaunchStep, Step } from '../../contract/plan.ts';
import { findConfiguration, findImage } from '../shared/find.ts';
import type { CommandContext } from '../types.ts';

/**
 * The same steps, with AMIs and license configurations that the file calls by their names found by them: nobody has to write
 * an id or an ARN.
 * @throws Fault name-not-found or name-ambiguous
 */
export async function namedSteps(steps: readonly Step[], ctx: CommandContext): Promise<readonly Step[]> {
  const images = new Map<string, string>();
  const arns = new Map<string, string>();
  for (const step of steps.filter(isLaunch)) {
    const { ImageId: image, LicenseSpecifications: licences = [] } = step.input;
    if (image !== undefined && !isImageId(image) && !images.has(image)) {
      images.set(image, (await findImage(ctx, image)).ImageId ?? image);
    }
    for (const { LicenseConfigurationArn: named = '' } of licences) {
      if (named.startsWith('arn:') || arns.has(named)) continue;
      arns.set(named, (await findConfiguration(ctx, named)).LicenseConfigurationArn ?? named);
    }
  }
  return images.size + arns.size === 0
    ? steps
    : steps.map((step) => (isLaunch(step) ? renamed(step, images, arns) : step));
}

type Names = ReadonlyMap<string, string>;

const isLaunch = (step: Step): step is LaunchStep => step.kind === 'launch';
const isImageId = (text: string): boolean => /^ami-[0-9a-f]+$/.test(text);

function renamed(step: LaunchStep, images: Names, arns: Names): LaunchStep {
  const { ImageId, LicenseSpecifications } = step.input;
  return {
    ...step,
    input: {
      ...step.input,
      ...(ImageId === undefined ? {} : { ImageId: images.get(ImageId) ?? ImageId }),
      ...(LicenseSpecifications === undefined
        ? {}
        : {
            LicenseSpecifications: LicenseSpecifications.map(({ LicenseConfigurationArn: named = '' }) => ({
              LicenseConfigurationArn: arns.get(named) ?? named,
            })),
          }),
    },
  };
}
