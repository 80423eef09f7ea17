import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, plainEnvironment, ratioToBareNode, time } from './process.ts';
import type { Row } from './row.ts';

const PAIRS = 25;
const LAUNCHER = resolve('bin/lm.js');

/** Node has SQLite built in from 22.13 on; before that a native package is loaded, which the budgets allow for. */
function hasBuiltInSqlite(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** Whole-process times of the commands a person types all day, as ratios to a bare start of Node. */
export async function run(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  const env = plainEnvironment({ LM_HOME: home, CI: 'true' });
  const lm = (...args: string[]): Command => ({ args: [LAUNCHER, ...args], env });
  const builtIn = hasBuiltInSqlite();
  try {
    time(lm('config', 'create', 'bench', '--type', 'vcpu', '--count', '100'));
    return [
      {
        what: 'lm --version',
        value: ratioToBareNode(lm('--version'), PAIRS),
        unit: '×',
        budget: { most: 1.25 },
      },
      {
        what: 'local read: lm config show bench -o json',
        value: ratioToBareNode(lm('config', 'show', 'bench', '-o', 'json'), PAIRS),
        unit: '×',
        budget: { most: builtIn ? 1.6 : 1.8 },
      },
      {
        what: 'local write: lm config tag bench use=bench -o json',
        value: ratioToBareNode(lm('config', 'tag', 'bench', 'use=bench', '-o', 'json'), PAIRS),
        unit: '×',
        budget: { most: builtIn ? 1.7 : 1.9 },
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
