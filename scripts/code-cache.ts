import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

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

/** The same over AWS's own client, against the sandbox that the lines above filled. */
const LIVE: readonly string[] = ['config list', 'config show warm -o json', 'config tag warm use=live -o json'];

const home = mkdtempSync(join(tmpdir(), 'lm-code-cache-'));
const hook = resolve('scripts/code-cache-hook.cjs');
const plain = {
  ...process.env,
  LM_HOME: home,
  CI: 'true',
  NODE_OPTIONS: '',
  AWS_ACCESS_KEY_ID: '111122223333',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
  AWS_CONFIG_FILE: join(home, 'none'),
  AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'),
};
const env = { ...plain, LM_CODE_CACHE_FOLDER: resolve('dist') };

function keep(line: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['-r', hook, 'bin/lm.js', ...line.split(' ')], { env });
  if (status !== 0) throw new Error(`lm ${line} exited ${status}: ${stderr}`);
}

/** Runs lines against a server that stands as long as they run. */
async function keepLive(lines: readonly string[]): Promise<void> {
  const server = spawn(process.execPath, ['bin/lm.js', 'local', 'serve', '--port', '0', '-o', 'json'], {
    env: plain,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [ready] = await once(createInterface(server.stdout), 'line');
    const { endpoint } = JSON.parse(ready);
    for (const line of lines) keep(`${line} --backend aws --region us-east-1 --endpoint-url ${endpoint}`);
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

async function main(): Promise<void> {
  try {
    for (const line of EVERYDAY) keep(line);
    await keepLive(LIVE);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
