import type { Input } from '../../contract/operations.ts';
import type { World } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { type Asking, decideOver } from '../asking.ts';
import { given } from './images.ts';
import { broken, type Judged } from './judged.ts';

/** CreateLaunchTemplate: its name and tags, and the configurations that launches from it would name. */
export async function judgeTemplate(input: Input<'ec2:CreateLaunchTemplate'>, asking: Asking): Promise<Judged> {
  const { LaunchTemplateName = '', LaunchTemplateData = {}, TagSpecifications } = input;
  const syntax = check('template-name-syntax', input);
  if (syntax.length > 0) return broken(syntax);
  const Filters = [{ Name: 'launch-template-name', Values: [LaunchTemplateName] }];
  const { LaunchTemplates = [] } = await asking.call('ec2:DescribeLaunchTemplates', { Filters });
  const used = check('template-name-in-use', { LaunchTemplateName, taken: LaunchTemplates.length > 0 });
  const form = used.length > 0 ? used : given('launch-template', TagSpecifications);
  return form.length > 0 ? broken(form) : judgeSpecified(LaunchTemplateData.LicenseSpecifications, asking);
}

/** CreateLaunchTemplateVersion: the configurations that the request itself names. */
export const judgeVersion = (input: Input<'ec2:CreateLaunchTemplateVersion'>, asking: Asking): Promise<Judged> =>
  judgeSpecified(input.LaunchTemplateData?.LicenseSpecifications, asking);

export type Specifications = readonly { readonly LicenseConfigurationArn?: string | undefined }[] | undefined;

/** License configurations that a request names. */
export function judgeSpecified(specifications: Specifications, asking: Asking): Promise<Judged> {
  const arns = [...new Set((specifications ?? []).flatMap((one) => one.LicenseConfigurationArn ?? []))];
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const violations = arns.flatMap((arn) => violationsOf(arn, world, facts));
    return facts.isOpen ? { ...broken([]), verdict: 'unknown', notChecked: facts.open } : broken(violations);
  });
}

function violationsOf(LicenseConfigurationArn: string, world: World, facts: Facts) {
  const { region } = world.caller;
  const form = [
    ...check('license-configuration-arn-malformed', { LicenseConfigurationArn, region }),
    ...check('config-region-scoped', { LicenseConfigurationArn, region }),
  ];
  if (form.length > 0) return form.slice(0, 1);
  const found = facts.value(world.configuration(LicenseConfigurationArn), LicenseConfigurationArn) !== undefined;
  return check('launch-unknown-config', { LicenseConfigurationArn, found });
}
