import type { Result } from '../../contract/result.ts';
import { allTemplates } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './manifest.ts';
import { templateList } from './rows.ts';

export async function run(_args: ListArgs, ctx: CommandContext): Promise<Result> {
  const templates = await allTemplates(ctx);
  return {
    value: { LaunchTemplates: templates },
    view: templateList(templates),
    names: templates.map((one) => one.LaunchTemplateName ?? ''),
  };
}
