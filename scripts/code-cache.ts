import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Everyday commands, which run on the built program so that V8's compiled form of what they use is kept for src/code-cache.ts. */
const EVERYDAY: readonly string[] = [
  'config create warm --type core --count 96 --hard --min-cores 8',
  'config tag warm use=warm',
  'config list',
  'config show warm -o json',
  'config tag warm use=again -o json',
];

/** The same over AWS's own client, against the sandbox that the lines above filled. */
const LIVE: readonly string[] = ['config list', 'config show warm -o json', 'config tag warm use=live -o json'];

const home = mkdtempSync(join(tmpdir(), 'lm-code-cache-'));
const env = {
  ...process.env,
  LM_HOME: home,
  CI: 'true',
  NODE_OPTIONS: '',
  AWS_ACCESS_KEY_ID: '111122223333',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
  AWS_CONFIG_FILE: join(home, 'none'),
  AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'),
};

/** Runs the lines, those over AWS's client against a server that stands as long as they run. */
async function main(): Promise<void> {
  const server = spawn(process.execPath, ['bin/lm.js', 'local', 'serve', '--port', '0', '-o', 'json'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [ready] = await once(createInterface(server.stdout), 'line');
    const { endpoint } = JSON.parse(ready);
    const live = LIVE.map((line) => `${line} --backend aws --region us-east-1 --endpoint-url ${endpoint}`);
    const keeper = [resolve('scripts/code-cache-keeper.cjs'), resolve('dist'), ...EVERYDAY, ...live];
    const { status, stderr } = spawnSync(process.execPath, keeper, { env });
    if (status !== 0) throw new Error(String(stderr));
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
