import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { SaveArgs } from './manifest.ts';

/** @throws Fault where there is one of that name or file already */
export async function run({ place, overwrite = false }: SaveArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const snapshots = await sandbox.snapshots();
  const saved = await ctx.progress('saving', async () => snapshots.save(place, overwrite));
  ctx.note('done', `sandbox "${sandbox.status().name}" is saved in ${saved.file}`);
  ctx.note('hint', `lm local snapshot load ${place} brings it back`);
  return { value: saved, view: { kind: 'text', text: '' }, names: [saved.name] };
}
