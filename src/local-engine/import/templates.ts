import type { LaunchTemplate } from '@aws-sdk/client-ec2';
import type { AccountCopy } from '../../contract/copy.ts';
import type { TemplateRow, TemplateVersionRow } from '../store/tables/templates.ts';

/** A launch template with its versions, the oldest first. */
export interface CopiedTemplate {
  readonly row: Omit<TemplateRow, 'key'>;
  readonly versions: readonly TemplateVersionRow[];
  readonly tags: LaunchTemplate['Tags'];
}

export const copiedTemplates = ({ templates }: AccountCopy, now: number): readonly CopiedTemplate[] =>
  templates.map(({ template, versions }) => ({
    row: {
      id: template.LaunchTemplateId ?? '',
      name: template.LaunchTemplateName ?? '',
      createdAt: template.CreateTime?.getTime() ?? now,
      defaultVersion: template.DefaultVersionNumber ?? 1,
      latestVersion: template.LatestVersionNumber ?? 1,
    },
    versions: versions
      .map((one) => ({
        version: one.VersionNumber ?? 1,
        description: one.VersionDescription,
        data: JSON.stringify(one.LaunchTemplateData ?? {}),
        createdAt: one.CreateTime?.getTime() ?? now,
      }))
      .sort((a, b) => a.version - b.version),
    tags: template.Tags,
  }));
