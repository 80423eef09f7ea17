import {
  type NamedContext,
  type Origin,
  originWords,
  type Setting,
  type SettingName,
  type Settings,
  type StoredSettings,
} from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import { nearest } from '../validation/nearest.ts';
import type { SettingsFile } from './files.ts';
import { checked, isSettingName, KEYS } from './keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One place where settings stand. */
interface Layer {
  readonly values: StoredSettings;
  origin(name: SettingName): Origin;
}

export interface Sources {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  readonly project: SettingsFile | undefined;
  readonly user: SettingsFile;
}

const DEFAULTS = { backend: 'local', sandbox: 'default', output: 'table' } as const;

/**
 * Decides every setting: flag > LM_* variable > project file > chosen context > user file > default.
 * @throws UsageError for a value that cannot be, naming the place it stands in, and for a context that does not exist
 */
export function resolveSettings(sources: Sources): Settings {
  const layers = layersOf(sources);
  const find = <T>(pick: (values: StoredSettings) => T | undefined, name: SettingName): Setting<T | undefined> => {
    for (const layer of layers) {
      const value = pick(layer.values);
      if (value !== undefined) return { value, origin: layer.origin(name) };
    }
    return { value: undefined, origin: { kind: 'default' } };
  };
  return {
    backend: orDefault(
      find((values) => values.backend, 'backend'),
      DEFAULTS.backend,
    ),
    sandbox: orDefault(
      find((values) => values.sandbox, 'sandbox'),
      DEFAULTS.sandbox,
    ),
    account: find((values) => values.account, 'account'),
    region: find((values) => values.region, 'region'),
    profile: find((values) => values.profile, 'profile'),
    endpointUrl: find((values) => values.endpointUrl, 'endpointUrl'),
    output: orDefault(
      find((values) => values.output, 'output'),
      DEFAULTS.output,
    ),
  };
}

/** The context in use and what chose it: LM_CONTEXT, the project file or the user file; an empty LM_CONTEXT is none. */
export function chosenContext(
  sources: Omit<Sources, 'flags'>,
): { readonly name: string; readonly origin: Origin } | undefined {
  const { env, project, user } = sources;
  if (env.LM_CONTEXT !== undefined) {
    return env.LM_CONTEXT === '' ? undefined : { name: env.LM_CONTEXT, origin: { kind: 'env', name: 'LM_CONTEXT' } };
  }
  if (project?.context !== undefined) return { name: project.context, origin: { kind: 'project', file: project.file } };
  return user.context === undefined ? undefined : { name: user.context, origin: { kind: 'user', file: user.file } };
}

function layersOf(sources: Sources): readonly Layer[] {
  const { flags, env, project, user } = sources;
  const context = contextValues(sources);
  return [
    {
      values: checked(flags, (key) => (isSettingName(key) ? KEYS[key].flag : key)),
      origin: (name) => ({ kind: 'flag', name: KEYS[name].flag }),
    },
    { values: fromEnvironment(env), origin: (name) => ({ kind: 'env', name: KEYS[name].env }) },
    ...(project ? [{ values: project.values, origin: () => ({ kind: 'project', file: project.file }) as const }] : []),
    ...(context
      ? [{ values: context.values, origin: () => ({ kind: 'context', name: context.name, file: user.file }) as const }]
      : []),
    { values: user.values, origin: () => ({ kind: 'user', file: user.file }) },
  ];
}

function contextValues(sources: Sources): NamedContext | undefined {
  const chosen = chosenContext(sources);
  if (chosen === undefined) return undefined;
  const names = sources.user.contexts.map((context) => context.name);
  const found = sources.user.contexts.find((context) => context.name === chosen.name);
  if (found !== undefined) return found;
  const near = nearest(chosen.name, names, 1)[0];
  throw new UsageError(
    `there is no context "${chosen.name}" (chosen by ${originWords(chosen.origin)})`,
    near ? `did you mean ${near}?` : `make it: lm context create ${chosen.name} --region us-east-1`,
  );
}

/** An empty variable counts as absent. */
function fromEnvironment(env: Environment): StoredSettings {
  const given = Object.entries(KEYS).map(([name, key]) => [name, env[key.env] || undefined]);
  return checked(Object.fromEntries(given), (name) => (isSettingName(name) ? KEYS[name].env : name));
}

function orDefault<T>(found: Setting<T | undefined>, fallback: T): Setting<T> {
  return found.value === undefined
    ? { value: fallback, origin: { kind: 'default' } }
    : { value: found.value, origin: found.origin };
}
