import { homedir, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where `lm` keeps what belongs to the user. */
export interface Places {
  /** The user's settings and contexts. */
  readonly settingsFile: string;
  /** Sandboxes and their reports. */
  readonly data: string;
}

/**
 * `LM_HOME` holds everything when it is set; otherwise the XDG base directories
 * (specifications.freedesktop.org/basedir-spec), and on macOS and Windows the folders those systems use for data.
 */
export function places(env: Environment, system: string = platform()): Places {
  if (env.LM_HOME) return { settingsFile: join(resolve(env.LM_HOME), 'config.json'), data: resolve(env.LM_HOME) };
  const home = env.HOME || env.USERPROFILE || homedir();
  const config = env.XDG_CONFIG_HOME || (system === 'win32' ? env.APPDATA : undefined) || join(home, '.config');
  return { settingsFile: join(config, 'lm', 'config.json'), data: join(dataHome(env, system, home), 'lm') };
}

function dataHome(env: Environment, system: string, home: string): string {
  if (env.XDG_DATA_HOME) return env.XDG_DATA_HOME;
  if (system === 'darwin') return join(home, 'Library', 'Application Support');
  if (system === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  return join(home, '.local', 'share');
}

/** The folder itself, then every one above it. */
export function upwards(folder: string): readonly string[] {
  const found = [resolve(folder)];
  for (let above = dirname(found[0] ?? folder); above !== found.at(-1); above = dirname(above)) found.push(above);
  return found;
}
