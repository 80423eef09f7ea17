import { Fault } from '../../contract/fault.ts';
import type { Snapshots } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { nearest } from '../../validation/nearest.ts';
import type { CommandContext } from '../types.ts';
import { losses } from './losses.ts';
import type { RestoreArgs } from './manifest.ts';

/** @throws Fault for a snapshot that there is not; StoreError for one that cannot be loaded */
export async function run({ place }: RestoreArgs, ctx: CommandContext): Promise<Result> {
  const sandbox = await ctx.sandbox();
  const snapshots = await sandbox.snapshots();
  const snapshot = snapshots.find(place) ?? missing(place, snapshots);
  const status = sandbox.status();
  const saved = `snapshot "${snapshot.name}", saved ${snapshot.savedAt.toISOString()}`;
  await ctx.confirm({ name: status.name, danger: 'confirm', lines: [losses(status), `${saved}, takes its place`] });
  await ctx.progress('loading', async () => snapshots.load(snapshot));
  ctx.note('done', `sandbox "${status.name}" is as in ${saved}`);
  return { value: sandbox.status(), view: { kind: 'text', text: '' }, names: [snapshot.name] };
}

function missing(place: string, snapshots: Snapshots): never {
  const names = snapshots.list().map(({ name }) => name);
  const [close] = nearest(place, names);
  const hint = close === undefined ? 'lm local snapshot list shows those there are' : `did you mean ${close}?`;
  throw new Fault({ code: 'SnapshotNotFound', message: `there is no snapshot ${place}: ${hint}` });
}
