import type { Column, Result } from '../../contract/result.ts';
import { originWords, type Setting, type Settings } from '../../contract/settings.ts';
import type { CommandContext } from '../types.ts';
import type { WhoamiArgs } from './manifest.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', title: 'setting' },
  { key: 'value', title: 'value' },
  { key: 'from', title: 'from' },
];

const ASKED = 'sts:GetCallerIdentity';

/** Asks the backend who is calling (sts:GetCallerIdentity) and says where each setting came from; secrets never show. */
export async function run(_args: WhoamiArgs, ctx: CommandContext): Promise<Result> {
  const { scope, credentials } = await ctx.backend();
  const identity = await ctx.call(ASKED, {});
  const lines = linesOf(ctx.settings, identity.Account ?? scope.account, scope.region);
  const value = {
    backend: ctx.settings.backend.value,
    ...identity,
    Region: scope.region,
    ...(credentials === undefined ? { Sandbox: ctx.settings.sandbox.value } : { Credentials: credentials }),
    settings: lines,
  };
  const rows = [
    ...lines,
    ...(credentials === undefined ? [] : [{ name: 'credentials', value: credentials, from: 'found by the AWS SDK' }]),
    { name: 'arn', value: identity.Arn, from: ASKED },
  ];
  return {
    value,
    view: { kind: 'list', rows, columns: COLUMNS, empty: '' },
    names: [identity.Arn ?? scope.account],
  };
}

/** The settings that decide what a command acts on. On AWS the account and, unless it was chosen, the Region are AWS's to say. */
function linesOf(settings: Settings, account: string, region: string) {
  const { backend, sandbox, profile, endpointUrl } = settings;
  const origin = (setting: Setting<unknown>): string => originWords(setting.origin);
  const local = backend.value === 'local';
  const chosen = settings.region.value !== undefined;
  return [
    { name: 'backend', value: backend.value, from: origin(backend) },
    ...(local ? [{ name: 'sandbox', value: sandbox.value, from: origin(sandbox) }] : []),
    { name: 'account', value: account, from: local ? origin(settings.account) : ASKED },
    {
      name: 'region',
      value: region,
      from: local || chosen ? origin(settings.region) : 'the AWS environment or profile',
    },
    ...(local ? [] : [{ name: 'profile', value: profile.value, from: origin(profile) }]),
    ...(local ? [] : [{ name: 'endpointUrl', value: endpointUrl.value, from: origin(endpointUrl) }]),
  ].filter((line) => line.value !== undefined);
}
