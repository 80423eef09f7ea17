import type { SandboxStatus } from '../../contract/ports.ts';
import type { Result } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import type { CommandContext } from '../types.ts';

const KIB = 1024;

export async function run(_args: object, ctx: CommandContext): Promise<Result> {
  const status = (await ctx.sandbox()).status();
  return { value: status, view: { kind: 'record', fields: fieldsOf(status) }, names: [status.name] };
}

export function fieldsOf(status: SandboxStatus): readonly (readonly [string, unknown])[] {
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
    ['holds', holdings(status.counts)],
    ...copiedOf(status),
  ];
}

function copiedOf({ copiedFrom }: SandboxStatus): readonly (readonly [string, unknown])[] {
  if (copiedFrom === undefined) return [];
  const { account, region, at, assumed, unread } = copiedFrom;
  const parts = unread.length === 0 ? [] : [`${counted(unread.length, 'part')} that could not be read`];
  const but = [counted(assumed.length, 'kind of assumption', 'kinds of assumptions'), ...parts];
  return [
    ['copy of', `account ${account} in ${region} at ${at.toISOString()}, with ${allOf(but)}`],
    ...unread.map(({ what, permission }, index) => [index === 0 ? 'not read' : '', `${what} (${permission})`] as const),
    ...assumed.map(({ count, statement }, index) => [index === 0 ? 'assumed' : '', `${statement} (${count})`] as const),
  ];
}

/** "2 configurations, 1 launch template": rows by kind. */
export const holdings = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([table, rows]) => counted(rows, table.replace('_', ' ')))
    .join(', ');

const HOUR = 3_600_000;

function aheadOf({ now, wall }: SandboxStatus): readonly (readonly [string, string])[] {
  const hours = Math.round((now.getTime() - wall.getTime()) / HOUR);
  return hours === 0 ? [] : [['ahead', `${counted(hours, 'hour')} of the wall clock`]];
}
