import type { LaunchTemplate, LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { Column, Result, Row, Section } from '../../contract/result.ts';
import { groupName } from '../../validation/arns.ts';
import { parseTenancy, tenancyWord } from '../../validation/words.ts';
import { type Configurations, configurationName, configurationsByArn } from '../shared/licences.ts';
import { allImages, everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'name' },
  { key: 'id', title: 'id', optional: 1 },
  { key: 'default', title: 'default version', align: 'right' },
  { key: 'latest', title: 'latest version', align: 'right' },
  { key: 'created', title: 'created', optional: 2 },
];

/** Launch templates as a list. */
export function templateList(templates: readonly LaunchTemplate[]): Result['view'] {
  return {
    kind: 'list',
    rows: templates.map((one) => ({
      name: one.LaunchTemplateName,
      id: one.LaunchTemplateId,
      default: one.DefaultVersionNumber,
      latest: one.LatestVersionNumber,
      created: one.CreateTime,
    })),
    columns: COLUMNS,
    empty: 'no launch templates; make one with lm template create NAME --ami AMI --type TYPE',
  };
}

/** Every version of a launch template, the latest first. */
export async function versionsOf(
  { call }: Pick<CommandContext, 'call'>,
  LaunchTemplateId: string | undefined,
): Promise<readonly LaunchTemplateVersion[]> {
  const versions = await everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId, NextToken });
    return { rows: page.LaunchTemplateVersions ?? [], next: page.NextToken };
  });
  return versions.toSorted((a, b) => (b.VersionNumber ?? 0) - (a.VersionNumber ?? 0));
}

/** What each version launches. */
export async function versionSection(
  ctx: CommandContext,
  versions: readonly LaunchTemplateVersion[],
): Promise<Section> {
  const configurations = await configurationsByArn(ctx);
  const images = new Map((await allImages(ctx)).map(({ ImageId = '', Name }) => [ImageId, Name ?? ImageId]));
  return {
    title: 'versions',
    rows: versions.map((version) => rowOf(version, images, configurations)),
    columns: [
      { key: 'version', title: 'version', align: 'left' },
      { key: 'ami', title: 'ami' },
      { key: 'type', title: 'type' },
      { key: 'tenancy', title: 'tenancy', optional: 1 },
      { key: 'host', title: 'host', optional: 3 },
      ...(versions.some(({ LaunchTemplateData: data }) => data?.Placement?.HostResourceGroupArn !== undefined)
        ? [{ key: 'group', title: 'group', optional: 3 }]
        : []),
      { key: 'cpu', title: 'cpu', optional: 2 },
      { key: 'configurations', title: 'configurations' },
      { key: 'description', title: 'description', optional: 4 },
    ],
  };
}

function rowOf(
  { VersionNumber, DefaultVersion, VersionDescription, LaunchTemplateData: data = {} }: LaunchTemplateVersion,
  images: ReadonlyMap<string, string>,
  configurations: Configurations,
): Row {
  const { ImageId, InstanceType, Placement, CpuOptions, LicenseSpecifications = [] } = data;
  const tenancy = Placement?.Tenancy === undefined ? undefined : parseTenancy(Placement.Tenancy);
  const cpu = [
    ...(CpuOptions?.CoreCount === undefined ? [] : [`${CpuOptions.CoreCount} cores`]),
    ...(CpuOptions?.ThreadsPerCore === undefined ? [] : [`${CpuOptions.ThreadsPerCore} threads a core`]),
  ];
  return {
    version: `${VersionNumber}${DefaultVersion ? ' (default)' : ''}`,
    ami: ImageId === undefined ? undefined : (images.get(ImageId) ?? ImageId),
    type: InstanceType,
    tenancy: tenancy === undefined ? undefined : tenancyWord(tenancy),
    host: Placement?.HostId,
    group: Placement?.HostResourceGroupArn && groupName(Placement.HostResourceGroupArn),
    cpu,
    configurations: LicenseSpecifications.map((one) => configurationName(configurations, one.LicenseConfigurationArn)),
    description: VersionDescription,
  };
}
