import type { Result } from '../../contract/result.ts';
import { findTemplate } from '../shared/find.ts';
import { said } from '../shared/said.ts';
import { tagWords } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './manifest.ts';
import { versionSection, versionsOf } from './rows.ts';

export async function run({ template: given }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const template = await findTemplate(ctx, given);
  const versions = await versionsOf(ctx, template.LaunchTemplateId);
  return {
    value: { ...template, LaunchTemplateVersions: versions },
    view: {
      kind: 'record',
      fields: said([
        ['name', template.LaunchTemplateName],
        ['id', template.LaunchTemplateId],
        ['default version', template.DefaultVersionNumber],
        ['latest version', template.LatestVersionNumber],
        ['created', template.CreateTime],
        ['tags', tagWords(template.Tags)],
      ]),
      sections: [await versionSection(ctx, versions)],
    },
    names: [template.LaunchTemplateName ?? ''],
  };
}
