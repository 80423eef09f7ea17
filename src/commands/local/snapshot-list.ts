import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';

const KIB = 1024;

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const snapshots = (await (await ctx.sandbox()).snapshots()).list();
  return {
    value: { snapshots },
    view: {
      kind: 'list',
      rows: snapshots.map(({ name, savedAt, sizeBytes }) => ({
        name,
        savedAt,
        size: `${Math.ceil(sizeBytes / KIB)} KiB`,
      })),
      columns: [
        { key: 'name', title: 'snapshot' },
        { key: 'savedAt', title: 'saved' },
        { key: 'size', title: 'size' },
      ],
      empty: 'no snapshots: lm local snapshot save NAME makes one',
    },
    names: snapshots.map(({ name }) => name),
  };
}
