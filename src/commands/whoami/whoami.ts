import type { Column, Result } from '../../contract/result.ts';
import { originWords } from '../../contract/settings.ts';
import type { CommandContext } from '../types.ts';
import type { WhoamiArgs } from './manifest.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'setting' },
  { key: 'value', title: 'value' },
  { key: 'from', title: 'from' },
];

/** Asks the backend who is calling (sts:GetCallerIdentity) and says where each setting came from. */
export async function run(_args: WhoamiArgs, ctx: CommandContext): Promise<Result> {
  const { backend, sandbox, account, region, profile, endpointUrl } = ctx.settings;
  const identity = await ctx.call('sts:GetCallerIdentity', {});
  const { scope } = await ctx.backend();
  const local = backend.value === 'local';
  const lines = [
    { name: 'backend', value: backend.value, from: backend.origin },
    ...(local ? [{ name: 'sandbox', value: sandbox.value, from: sandbox.origin }] : []),
    { name: 'account', value: identity.Account ?? scope.account, from: account.origin },
    { name: 'region', value: scope.region, from: region.origin },
    ...(local ? [] : [{ name: 'profile', value: profile.value, from: profile.origin }]),
    ...(local ? [] : [{ name: 'endpointUrl', value: endpointUrl.value, from: endpointUrl.origin }]),
  ].filter((line) => line.value !== undefined);
  const value = {
    backend: backend.value,
    ...identity,
    Region: scope.region,
    ...(local ? { Sandbox: sandbox.value } : {}),
    settings: lines.map(({ name, value: setting, from }) => ({ name, value: setting, from: originWords(from) })),
  };
  const rows = [
    ...lines.map((line) => ({ ...line, from: originWords(line.from) })),
    { name: 'arn', value: identity.Arn, from: 'sts:GetCallerIdentity' },
  ];
  return {
    value,
    view: { kind: 'list', rows, columns: COLUMNS, empty: '' },
    names: [identity.Arn ?? scope.account],
  };
}
