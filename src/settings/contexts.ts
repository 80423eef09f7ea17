import { dirname } from 'node:path';
import type { ContextStore, StoredSettings } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import { readUserFile, type SettingsFile } from './files.ts';
import { chosenContext } from './resolve.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The contexts of the user's settings file. Reading is direct; `conf` loads when something is written. */
export function contextStore(file: string, env: Environment, project: SettingsFile | undefined): ContextStore {
  const change = (alter: (stored: Stored) => Stored): Promise<void> => write(file, alter(stored(readUserFile(file))));
  return {
    file,
    get current() {
      return chosenContext({ env, project, user: readUserFile(file) });
    },
    list: () => readUserFile(file).contexts,
    save: (name, values) => change((now) => ({ ...now, contexts: { ...now.contexts, [name]: values } })),
    use: (name) => change((now) => ({ ...now, context: name })),
    remove: (name) =>
      change((now) => ({
        ...now,
        context: now.context === name ? undefined : now.context,
        contexts: Object.fromEntries(Object.entries(now.contexts).filter(([kept]) => kept !== name)),
      })),
  };
}

/** The file's content as JSON. */
interface Stored {
  readonly values: StoredSettings;
  readonly context: string | undefined;
  readonly contexts: Readonly<Record<string, StoredSettings>>;
}

function stored(read: SettingsFile): Stored {
  return {
    values: read.values,
    context: read.context,
    contexts: Object.fromEntries(read.contexts.map(({ name, values }) => [name, values])),
  };
}

async function write(file: string, content: Stored): Promise<void> {
  const { default: Conf } = await import('conf');
  try {
    const conf = new Conf<Record<string, unknown>>({ cwd: dirname(file), configName: 'config', configFileMode: 0o600 });
    const context = content.context === undefined ? {} : { context: content.context };
    conf.store = { ...content.values, ...context, contexts: content.contexts };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    throw new UsageError(
      `the settings file ${file} cannot be written (${code})`,
      'mend its permissions, or set LM_HOME',
    );
  }
}
