import type { SandboxStatus } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';

const KIB = 1024;

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const status = (await ctx.sandbox()).status();
  return { value: status, view: { kind: 'record', fields: fieldsOf(status) }, names: [status.name] };
}

export function fieldsOf(status: SandboxStatus): readonly (readonly [string, unknown])[] {
  const counts = Object.entries(status.counts).map(
    ([table, rows]) => `${rows} ${table.replace('_', ' ')}${rows === 1 ? '' : 's'}`,
  );
  const quotas = Object.entries(status.quotas).filter(([, value]) => value < Number.MAX_SAFE_INTEGER);
  return [
    ['sandbox', status.name],
    ['file', `${status.file} (${Math.ceil(status.sizeBytes / KIB)} KiB, schema ${status.schemaVersion})`],
    ['clock', status.now],
    ...aheadOf(status),
    ['account', status.defaultAccount],
    ['Region', status.defaultRegion],
    [
      'charging',
      status.charging === 'per-host' ? 'Core and Socket: the whole host, once' : 'Core and Socket: each machine',
    ],
    ...(status.denied.length > 0 ? [['denied', status.denied.join(', ')] as const] : []),
    ...(status.failing.includes('kms') ? [['fails', 'KMS: conversions cannot activate Windows'] as const] : []),
    ['quotas', quotas.map(([name, value]) => `${name} ${value}`).join(', ')],
    ['holds', counts.join(', ')],
  ];
}

const HOUR = 3_600_000;

function aheadOf({ now, wall }: SandboxStatus): readonly (readonly [string, string])[] {
  const hours = Math.round((now.getTime() - wall.getTime()) / HOUR);
  return hours === 0 ? [] : [['ahead', `${counted(hours, 'hour')} of the wall clock`]];
}
