import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Runs everyday commands on the built program and keeps V8's compiled form of what they loaded, for src/code-cache.ts.
 * Each run starts from the last one's cache, so that in the end it holds what any of them ran.
 */
const EVERYDAY: readonly string[] = [
  'local init',
  'config create warm --type core --count 96 --hard --min-cores 8',
  'config tag warm use=warm',
  'config list',
  'config show warm -o json',
  'config tag warm use=again -o json',
];

const home = mkdtempSync(join(tmpdir(), 'lm-code-cache-'));
const hook = resolve('scripts/code-cache-hook.cjs');
const env = { ...process.env, LM_HOME: home, CI: 'true', LM_CODE_CACHE_FOLDER: resolve('dist'), NODE_OPTIONS: '' };
try {
  for (const line of EVERYDAY) {
    const { status, stderr } = spawnSync(process.execPath, ['-r', hook, 'bin/lm.js', ...line.split(' ')], { env });
    if (status !== 0) throw new Error(`lm ${line} exited ${status}: ${stderr}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
