import { Fault } from '../../contract/fault.ts';
import type { NamedContext, SettingName, Settings, StoredSettings } from '../../contract/settings.ts';
import { UsageError } from '../../contract/usage.ts';
import { nearest } from '../../validation/nearest.ts';
import type { CommandContext } from '../types.ts';

/** The settings that were written on this command line. */
export function givenHere(settings: Settings): StoredSettings {
  const given = Object.entries(settings).filter(([, setting]) => setting.origin.kind === 'flag');
  return Object.fromEntries(given.map(([name, setting]) => [name, setting.value]));
}

/** @throws UsageError when no global option was given that a context could hold */
export function mustHold(values: StoredSettings, command: string): StoredSettings {
  if (Object.keys(values).length > 0) return values;
  throw new UsageError('nothing was given that the context could hold', `for example: ${command} --region us-east-1`);
}

/** @throws Fault `ContextNotFound`, exit 5, with the nearest names */
export function named(ctx: CommandContext, name: string): NamedContext {
  const all = ctx.contexts.list();
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name);
  const near = nearest(name, names, 1)[0];
  const known = names.length === 0 ? 'there are none yet' : `there are ${names.join(', ')}`;
  throw new Fault({
    code: 'ContextNotFound',
    message: `there is no context "${name}"; ${near === undefined ? known : `did you mean ${near}?`}`,
  });
}

/** `sandbox lab, region eu-west-1`. */
export function holds(values: StoredSettings): string {
  const said = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return said.length === 0 ? 'nothing' : said.join(', ');
}

export const HELD: readonly SettingName[] = [
  'backend',
  'sandbox',
  'account',
  'region',
  'profile',
  'endpointUrl',
  'output',
];
