import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import config from '../../rolldown.config.ts';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as it is built, run as processes of its own with a home of its own. */
export class Program {
  private readonly folder = mkdtempSync(join(tmpdir(), 'lm-e2e-'));
  readonly home = join(this.folder, 'home');
  readonly entry = join(this.folder, 'dist', 'main.js');
  /** Nothing of the person who runs the tests, but for finding programs; the native package stays in the project. */
  readonly env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    LM_HOME: this.home,
    TERM: 'xterm-256color',
    NODE_PATH: join(import.meta.dirname, '..', '..', 'node_modules'),
  };

  async build(): Promise<void> {
    const { output, ...input } = config;
    if (output === undefined || Array.isArray(output)) throw new Error('rolldown.config.ts should have one output.');
    const bundle = await rolldown({ ...input, logLevel: 'silent' });
    await bundle.write({ ...output, dir: join(this.folder, 'dist') });
    await bundle.close();
  }

  /** Runs `lm` with these words, its output into pipes, its stdin empty. */
  lm(...args: readonly string[]): Ended {
    return ended([process.execPath, this.entry, ...args], { env: this.env });
  }

  /** Runs a line of bash in which `lm` stands for the program. */
  bash(line: string): Ended {
    const lm = `lm() { '${process.execPath}' '${this.entry}' "$@"; }`;
    return ended(['bash', '--norc', '-c', `${lm}; ${line}`], { env: this.env });
  }

  /** A file in the program's folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function ended([program = '', ...args]: readonly string[], options: { readonly env: NodeJS.ProcessEnv }): Ended {
  const settings: SpawnSyncOptionsWithStringEncoding = { ...options, encoding: 'utf8', input: '' };
  const { status, stdout, stderr, error } = spawnSync(program, args, settings);
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}
