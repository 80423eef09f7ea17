import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../rolldown.config.ts';
import { VERSION } from '../../src/version.ts';

/** What decides how fast `lm` starts (docs/decisions/0002-commonjs-chunks.md), read from a build of its own. */
describe('the build', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lm-build-'));
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');

  const env = { PATH: process.env.PATH, LM_HOME: join(dir, '.home') };
  const lm = (...args: string[]) =>
    execFileSync(process.execPath, [join(dir, 'main.js'), ...args], { env, encoding: 'utf8' });

  beforeAll(async () => {
    const { output, ...input } = config;
    if (output === undefined || Array.isArray(output)) throw new Error('rolldown.config.ts should have one output.');
    const bundle = await rolldown({ ...input, logLevel: 'warn' });
    await bundle.write({ ...output, dir });
    await bundle.close();
  });

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('answers --version from an entry that loads nothing but the runtime of the chunks', () => {
    const text = read('main.js');
    const eager = text.slice(0, text.search(/function|=>/)).match(/require\("[^"]+"\)/g) ?? [];
    expect(eager.filter((each) => !each.includes('rolldown-runtime'))).toEqual([]);
    expect(text.length).toBeLessThan(4_000);
    expect(lm('--version')).toBe(`${VERSION}\n`);
  });

  it('has no chunk that loads the entry again', () => {
    const chunks = readdirSync(dir).filter((file) => file !== 'main.js');
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.filter((file) => read(file).includes('require("./main.js")'))).toEqual([]);
  });

  it('starts no program for a subcommand, so Node need not load what that takes', () => {
    const commander = readdirSync(dir).filter((file) => read(file).includes('allowExcessArguments'));
    expect(commander).not.toEqual([]);
    expect(commander.filter((file) => read(file).includes('require("node:child_process")'))).toEqual([]);
  });

  it('runs from a folder without node_modules, except for the store of Node 20', () => {
    for (const line of [['--help'], ['explain', 'launch-hard-block', '-o', 'json'], ['constraints', '-o', 'yaml']]) {
      expect(lm(...line), line.join(' ')).not.toBe('');
    }
  });

  describe('of the AWS SDK', () => {
    const AWS = { AWS_ACCESS_KEY_ID: '111122223333', AWS_SECRET_ACCESS_KEY: 'dummy', AWS_REGION: 'us-east-1' };

    /** The chunks with a part of the SDK in them that a line loads, whatever becomes of it. */
    function sdkLoadedBy(line: string): readonly string[] {
      const hook = join(dir, 'loaded.cjs');
      const list = join(dir, 'loaded.txt');
      writeFileSync(
        hook,
        `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, Object.keys(require.cache).join('\\n')));`,
      );
      const args = ['--require', hook, join(dir, 'main.js'), ...line.split(' ')];
      spawnSync(process.execPath, args, { env: { ...env, ...AWS, AWS_MAX_ATTEMPTS: '1' } });
      const loaded = readFileSync(list, 'utf8').split('\n');
      return loaded.filter((file) => file !== hook && readFileSync(file, 'utf8').includes('aws-sdk'));
    }

    it.each([
      'config list',
      'whoami',
      'local status',
      'config create sdk-free --type core',
      'check launch --ami rhel-9 --type m5.large',
    ])('%s loads nothing on the embedded engine', (line) => expect(sdkLoadedBy(line)).toEqual([]));

    it('a command on AWS loads it', () => {
      expect(sdkLoadedBy('whoami --backend aws --endpoint-url http://127.0.0.1:9')).not.toEqual([]);
    });
  });
});
