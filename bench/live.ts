import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, plainEnvironment, time } from './process.ts';
import type { Row } from './row.ts';
import { serveSandbox } from './serving.ts';

const PAIRS = 15;

/** The version of the `aws` command on this machine, or nothing where it has none. */
function versionOfAws(): string | undefined {
  const { status, stdout, stderr } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.split(' ')[0]?.replace('/', ' ') : undefined;
}

function timeOfAws(args: readonly string[], env: Record<string, string>): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync('aws', args, { env, encoding: 'utf8' });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`aws ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return elapsed;
}

/** How long the `aws` command takes for a read, as a multiple of what `lm --backend aws` takes, against one server. */
export async function run(): Promise<readonly Row[]> {
  const aws = versionOfAws();
  if (aws === undefined) {
    process.stderr.write('There is no aws command here; what needs it is left out.\n');
    return [];
  }
  const home = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  const server = await serveSandbox(home);
  const env = plainEnvironment({
    LM_HOME: home,
    CI: 'true',
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${server.port}`,
    AWS_CONFIG_FILE: join(home, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'),
  });
  const endpoint = ['--endpoint-url', `http://127.0.0.1:${server.port}`];
  const ours = { args: [resolve('bin/lm.js'), 'config', 'list', '-o', 'json', '--backend', 'aws'], env };
  const theirs = ['license-manager', 'list-license-configurations', '--output', 'json', ...endpoint];
  try {
    time(ours);
    timeOfAws(theirs, env);
    const ratios = Array.from({ length: PAIRS }, () => timeOfAws(theirs, env) / time(ours));
    const what = `${aws} list-license-configurations, against lm config list --backend aws`;
    return [{ what, value: median(ratios), unit: 'times', budget: { least: 6 } }];
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
