import type { LaunchTemplateVersion, RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { Input } from '../../contract/operations.ts';
import { rootArn } from '../../validation/arns.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

export function createTemplate(input: Input<'ec2:CreateLaunchTemplate'>, { now, scope }: Asking, memory: Memory) {
  const LaunchTemplateId = memory.id('lt');
  const LaunchTemplate = {
    LaunchTemplateId,
    LaunchTemplateName: input.LaunchTemplateName,
    CreateTime: new Date(now),
    CreatedBy: rootArn(scope),
    Tags: input.TagSpecifications?.find((one) => one.ResourceType === 'launch-template')?.Tags ?? [],
    DefaultVersionNumber: 1,
    LatestVersionNumber: 1,
  };
  memory.templates.set(LaunchTemplateId, LaunchTemplate);
  memory.versions.push({
    LaunchTemplateId,
    VersionNumber: 1,
    DefaultVersion: true,
    LaunchTemplateData: answered(input.LaunchTemplateData),
  });
  return { LaunchTemplate };
}

export async function createVersion(
  input: Input<'ec2:CreateLaunchTemplateVersion'>,
  { call }: Asking,
  memory: Memory,
): Promise<{ LaunchTemplateVersion: LaunchTemplateVersion }> {
  const { LaunchTemplateId, SourceVersion = '$Latest' } = input;
  const source = await call('ec2:DescribeLaunchTemplateVersions', {
    LaunchTemplateId,
    Versions: [SourceVersion, '$Latest'],
  });
  const versions = source.LaunchTemplateVersions ?? [];
  const base = versions.find((one) => String(one.VersionNumber) === SourceVersion) ?? versions.at(-1);
  const LaunchTemplateVersion = {
    LaunchTemplateId,
    LaunchTemplateName: base?.LaunchTemplateName,
    VersionNumber: 1 + Math.max(0, ...versions.map((one) => one.VersionNumber ?? 0)),
    VersionDescription: input.VersionDescription,
    DefaultVersion: false,
    LaunchTemplateData: { ...base?.LaunchTemplateData, ...answered(input.LaunchTemplateData) },
  };
  memory.versions.push(LaunchTemplateVersion);
  return { LaunchTemplateVersion };
}

/** The members that licences and placement rest on; AWS answers the others in another form. */
function answered(data: RequestLaunchTemplateData = {}): LaunchTemplateVersion['LaunchTemplateData'] {
  const { ImageId, InstanceType, Placement, CpuOptions, LicenseSpecifications } = data;
  const members = { ImageId, InstanceType, Placement, CpuOptions, LicenseSpecifications };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
