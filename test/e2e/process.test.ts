import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { words } from '../golden/words.ts';
import { Program } from './program.ts';

const program = new Program();
const lm = (line: string) => program.lm(...words(line));

beforeAll(async () => {
  await program.build();
  expect(lm('local init').status).toBe(0);
});
afterAll(() => program.remove());

/** Resolves when the stream has said the text. */
function saying(stream: NodeJS.ReadableStream | null, text: string): Promise<void> {
  let heard = '';
  return new Promise((resolve) => {
    stream?.on('data', (part) => {
      heard += String(part);
      if (heard.includes(text)) resolve();
    });
  });
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'exit');
  return code;
}

describe('the program as a process', () => {
  it('says its version', () => {
    expect(lm('--version')).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it('prints no escape byte into pipes, in a colour terminal or not', () => {
    for (const line of ['--help', 'ami list', 'config show nothing', 'explain launch-hard-block']) {
      const { stdout, stderr } = lm(line);
      expect(stdout + stderr, line).not.toBe('');
      expect(stdout + stderr, line).not.toContain('\x1b');
    }
  });

  it('is quiet when its reader goes away', () => {
    const { stdout, stderr, status } = program.bash('set -o pipefail; lm constraints -o json | head -1');
    expect({ stdout, stderr, status }).toEqual({ stdout: '{\n', stderr: '', status: 0 });
  });

  it.each([
    ['a second Dedicated Host is there', 'host allocate --family m5 --zone us-east-1a', 0],
    ['an unknown option', 'config list --outptu json', 2],
    ['a refused launch', 'instance run --ami windows-2022 --type m5.large --tenancy host --count 100', 3],
    ['a blocked check', 'check launch --ami windows-2022 --type m5.large --tenancy host --count 100', 3],
    [
      'the same, never a failure',
      'check launch --ami windows-2022 --type m5.large --tenancy host --count 100 --fail-on never',
      0,
    ],
    ['a name that is not there', 'config show nothing', 5],
    ['what is there already', 'local account add 111122223333', 6],
    ['nobody who could answer', 'config create', 2],
  ])('%s: the shell gets the exit code', (_what, line, status) => {
    expect(lm(line).status).toBe(status);
  });

  it('keeps its sandbox to its owner', () => {
    expect(statSync(join(program.home, 'sandboxes', 'default.db')).mode & 0o777).toBe(0o600);
  });

  it('writes nothing but its own folder', () => {
    const { stdout } = program.bash('cd "$LM_HOME" && lm config list -o json && ls -A');
    expect(
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .at(-1),
    ).toBe('sandboxes');
  });

  it('reads settings of the environment: another sandbox, another output', () => {
    const { stdout } = program.bash('LM_SANDBOX=other LM_OUTPUT=json lm whoami');
    expect(JSON.parse(stdout)).toMatchObject({ backend: 'local' });
    expect(stdout).toContain('other');
  });
});

describe('what a command loads', () => {
  /** Every file of JavaScript that node loads for a line. */
  function loaded(line: string): readonly string[] {
    const log = program.path('loaded.txt');
    const hook = program.path('hook.cjs');
    writeFileSync(log, '');
    writeFileSync(
      hook,
      `const { appendFileSync } = require('node:fs');
       const { Module } = require('node:module');
       const compile = Module.prototype._compile;
       Module.prototype._compile = function (code, file, ...rest) {
         appendFileSync(${JSON.stringify(log)}, file + '\\n');
         return compile.call(this, code, file, ...rest);
       };`,
    );
    const { status } = spawnSync(process.execPath, ['--require', hook, program.entry, ...words(line)], {
      env: program.env,
    });
    expect(status).toBe(0);
    return readFileSync(log, 'utf8')
      .split('\n')
      .filter((file) => file !== '');
  }
  const ofTheSdk = (file: string) =>
    /@aws-sdk\/|@smithy\//.test(file) || /@aws-sdk\/|@smithy\/|smithy\.api/.test(readFileSync(file, 'utf8'));

  it.each(['config list', 'check launch --ami amazon-linux-2023 --type m5.large', 'config create x --type vcpu'])(
    'on the embedded engine no AWS client: %s',
    (line) => {
      const files = loaded(line);
      expect(files.length).toBeGreaterThan(5);
      expect(files.filter(ofTheSdk)).toEqual([]);
    },
  );

  it('an AWS client would be seen', () => {
    expect(ofTheSdk(require.resolve('@aws-sdk/client-sts'))).toBe(true);
  });
});

describe('Ctrl-C', () => {
  it('while it waits for input ends with 130', async () => {
    // Says when the program listens for the signal, so that it is not sent too early.
    const hook = program.path('listens.cjs');
    writeFileSync(
      hook,
      `process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.stderr.write('listens')));`,
    );
    const args = ['--require', hook, program.entry, 'config', 'create', 'interrupted', '--input', '-'];
    const child = spawn(process.execPath, args, { env: program.env, stdio: ['pipe', 'pipe', 'pipe'] });
    const code = exitOf(child);
    await saying(child.stderr, 'listens');
    child.kill('SIGINT');
    expect(await code).toBe(130);
    expect(lm('config list -o json').stdout).not.toContain('interrupted');
  });

  // util-linux's script gives a program a terminal; elsewhere test/e2e/wizard.test.ts alone has to do.
  const hasScript = existsSync('/usr/bin/script') && process.platform === 'linux';
  it.skipIf(!hasScript)('at a question on a real terminal ends with 130 and leaves nothing', async () => {
    const line = `'${process.execPath}' '${program.entry}' config create`;
    const child = spawn('script', ['-qec', line, '/dev/null'], { env: program.env, stdio: ['pipe', 'pipe', 'pipe'] });
    const code = exitOf(child);
    await saying(child.stdout, 'Name of the license configuration?');
    child.stdin?.write('half-a-name\r');
    await saying(child.stdout, 'Description?');
    child.stdin?.write('\x03');
    expect(await code).toBe(130);
    expect(lm('config list -o json').stdout).not.toContain('half-a-name');
  });
});
