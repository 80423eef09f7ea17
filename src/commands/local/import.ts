import type { AccountCopy, CopyReport } from '../../contract/copy.ts';
import { Fault } from '../../contract/fault.ts';
import type { Sandbox, SandboxStatus } from '../../contract/ports.ts';
import type { Result, Section } from '../../contract/result.ts';
import { allOf, counted } from '../../validation/words.ts';
import { FORMAT } from '../shared/done.ts';
import { shellWord } from '../shared/shell-word.ts';
import type { CommandContext } from '../types.ts';
import { readAccount } from './import/read-account.ts';
import { losses } from './losses.ts';
import type { ImportArgs } from './manifest.ts';
import { holdings } from './status.ts';

/**
 * Reads an account, then fills the sandbox with it; until everything is read, the sandbox stays as it is.
 * @throws Fault AccessDenied where something may not be read, unless the rest is enough
 */
export async function run({ partial = false }: ImportArgs, ctx: CommandContext): Promise<Result> {
  const { from, into } = await ctx.copying();
  const status = into.status();
  const whose = `account ${from.scope.account} in ${from.scope.region}`;
  await agree(status, whose, ctx);
  const copy = await ctx.progress(`reading ${whose}`, () => readAccount(from.call, from.scope));
  if (copy.unread.length > 0 && !partial) throw incomplete(copy, whose);
  const report = await ctx.progress('filling the sandbox', () => filled(into, copy, ctx));
  const { name } = status;
  const assumed = counted(report.assumed.length, 'kind of assumption', 'kinds of assumptions');
  ctx.note('done', `sandbox "${name}" ${ctx.dryRun ? 'would be' : 'is'} a copy of ${whose}, with ${assumed}`);
  if (!ctx.dryRun) ctx.note('hint', next(name, copy));
  return {
    value: { ...FORMAT, backend: 'local', sandbox: name, ...report },
    view: { kind: 'record', fields: fieldsOf(name, whose, report), sections: sectionsOf(report) },
    names: [name],
  };
}

const filled = (into: Sandbox, copy: AccountCopy, { dryRun }: CommandContext): Promise<CopyReport> =>
  into.fillWith(copy, !dryRun);

/** Only a sandbox in which nothing was ever done is filled without being asked. */
async function agree(status: SandboxStatus, whose: string, ctx: CommandContext): Promise<void> {
  const { name, counts } = status;
  const isNew = Object.entries(counts).every(([kind, rows]) => kind === 'account' || kind === 'image' || rows === 0);
  if (isNew && status.copiedFrom === undefined) return;
  await ctx.confirm({ name, danger: 'confirm', lines: [losses(status), `a copy of ${whose} takes its place`] });
}

/** Every permission that is missing, with what it would have shown. */
function incomplete({ unread }: AccountCopy, whose: string): Fault {
  const permissions = [...new Set(unread.map(({ permission }) => permission))];
  const parts = permissions.map((permission) => {
    const what = unread.filter((one) => one.permission === permission).map((one) => one.what);
    return `${permission} (${allOf(what)})`;
  });
  return new Fault({
    code: 'AccessDenied',
    message: `${whose} cannot be read completely, so nothing was imported. Not allowed: ${parts.join('; ')}. To fix: have ${permissions.length === 1 ? 'this action' : 'these actions'} allowed for these credentials, or import the rest: add --partial`,
  });
}

function next(name: string, { configurations }: AccountCopy): string {
  const { configuration } = configurations.find((one) => one.configuration.LicenseCount !== undefined) ?? {};
  const sandbox = shellWord(name);
  if (configuration === undefined) return `lm --sandbox ${sandbox} config list`;
  const count = Math.max(0, (configuration.LicenseCount ?? 0) - 1);
  return `lm --sandbox ${sandbox} check config ${shellWord(configuration.Name ?? '')} --count ${count} judges another limit`;
}

function fieldsOf(name: string, whose: string, { at, copied }: CopyReport): readonly (readonly [string, unknown])[] {
  return [
    ['sandbox', name],
    ['copy of', whose],
    ['read', at],
    ['holds', holdings(copied)],
  ];
}

function sectionsOf({ assumed, differences, unread }: CopyReport): readonly Section[] {
  const assumptions: Section = {
    title: 'assumed, because AWS has no call that tells it',
    rows: assumed.map(({ kind, count, statement }) => ({ kind, count, statement })),
    columns: [
      { key: 'kind', title: 'kind' },
      { key: 'count', title: 'for', align: 'right' },
      { key: 'statement', title: 'what' },
    ],
  };
  const figures: Section = {
    title: 'licences that AWS counts otherwise',
    rows: differences.map((one) => ({ ...one })),
    columns: [
      { key: 'configuration', title: 'license configuration' },
      { key: 'aws', title: 'AWS', align: 'right' },
      { key: 'copy', title: 'copy', align: 'right' },
      { key: 'why', title: 'why' },
    ],
  };
  const missing: Section = {
    title: 'could not be read',
    rows: unread.map((one) => ({ ...one })),
    columns: [
      { key: 'what', title: 'what' },
      { key: 'permission', title: 'missing permission' },
    ],
  };
  return [assumptions, figures, missing].filter(({ rows }) => rows.length > 0);
}
