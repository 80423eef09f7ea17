import type { View } from '../../contract/result.ts';
import { UsageError } from '../../contract/usage.ts';
import type { HostGroupSettings } from '../../validation/host-group.ts';
import { findConfiguration } from '../shared/find.ts';
import { type Configurations, configurationName } from '../shared/licences.ts';
import type { CommandContext } from '../types.ts';
import type { CreateArgs } from './manifest.ts';

/** What a new group is where nothing else is said: everything allowed, nothing automatic. */
export const OPEN: HostGroupSettings = {
  families: undefined,
  configurations: undefined,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  hostLimit: undefined,
};

type Given = Pick<CreateArgs, 'license' | 'family' | 'autoAllocate' | 'autoRelease' | 'recover' | 'hostLimit'>;

/**
 * Settings with what a command line changes of them; configurations are found by any of their names.
 * @throws UsageError for a host limit on AWS, which has none
 */
export async function changedSettings(
  before: HostGroupSettings,
  given: Given,
  ctx: CommandContext,
): Promise<HostGroupSettings> {
  if (given.hostLimit !== undefined && ctx.settings.backend.value === 'aws')
    throw new UsageError('--host-limit is a setting of a sandbox: AWS has none', 'leave it out');
  const { license, family, autoAllocate, autoRelease, recover, hostLimit } = given;
  return {
    families: family === undefined ? before.families : [...family],
    configurations: license === undefined ? before.configurations : await arnsOf(license, ctx),
    autoAllocate: autoAllocate ?? before.autoAllocate,
    autoRelease: autoRelease ?? before.autoRelease,
    autoRecover: recover ?? before.autoRecover,
    hostLimit: hostLimit ?? before.hostLimit,
  };
}

async function arnsOf(names: readonly string[], ctx: CommandContext): Promise<readonly string[]> {
  const arns: string[] = [];
  for (const name of names) arns.push((await findConfiguration(ctx, name)).LicenseConfigurationArn ?? '');
  return arns;
}

/** Whether a command line says anything about settings. */
export const saysSettings = (given: Given): boolean =>
  [given.license, given.family, given.autoAllocate, given.autoRelease, given.recover, given.hostLimit].some(
    (one) => one !== undefined,
  );

const isOn = (on: boolean): string => (on ? 'on' : 'off');

/** The settings in words, one pair for each. */
export function settingWords(
  settings: HostGroupSettings,
  configurations: Configurations,
): readonly (readonly [label: string, words: string])[] {
  const { families, configurations: arns, autoAllocate, autoRelease, autoRecover, hostLimit } = settings;
  return [
    ['licences', licenceWords(arns, configurations)],
    ['families', families?.join(', ') ?? 'all'],
    ['auto-allocate', isOn(autoAllocate)],
    ['auto-release', isOn(autoRelease)],
    ['recover', isOn(autoRecover)],
    ...(hostLimit === undefined ? [] : [['host limit', `${hostLimit}`] as const]),
  ];
}

/** "sql-ent, win-dc", or that any may be used. */
export const licenceWords = (arns: readonly string[] | undefined, configurations: Configurations): string =>
  arns?.map((arn) => configurationName(configurations, arn)).join(', ') ?? 'any that counts cores or sockets';

/** What is different between two sets of words, as a table; nothing where nothing is. */
export function differenceView(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { readonly rows: number; readonly view: View } {
  const rows = [...new Set([...before.keys(), ...after.keys()])]
    .map((setting) => ({ setting, before: before.get(setting) ?? 'none', after: after.get(setting) ?? 'none' }))
    .filter((row) => row.before !== row.after);
  const columns = ['setting', 'before', 'after'].map((key) => ({ key, title: key, align: 'left' as const }));
  return { rows: rows.length, view: { kind: 'list', rows, columns, empty: '' } };
}
