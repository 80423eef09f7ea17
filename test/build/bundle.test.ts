import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
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

  it('answers --version from an entry that loads no chunk', () => {
    const text = read('main.js');
    const eager = text.slice(0, text.search(/function|=>/)).match(/require\("[^"]+"\)/g) ?? [];
    expect(eager.filter((each) => !each.startsWith('require("node:'))).toEqual([]);
    expect(text.length).toBeLessThan(4_000);
    expect(lm('--version')).toBe(`${VERSION}\n`);
  });

  it('has no chunk that loads the entry again', () => {
    const chunks = readdirSync(dir).filter((file) => file !== 'main.js');
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.filter((file) => read(file).includes('require("./main.js")'))).toEqual([]);
  });

  it('is written in single bytes, which is how the compiled chunks are read', () => {
    const wide = readdirSync(dir).filter((file) => file.endsWith('.js') && /[^\0-\x7f]/.test(read(file)));
    expect(wide).toEqual([]);
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

    /**
     * Lists from a server that answers everything with nothing, in clear text.
     * @returns the first byte that it was sent, and the modules of Node that were loaded
     */
    async function sentBy(scheme: string): Promise<{ readonly first: number | undefined; readonly modules: string }> {
      const seen: number[] = [];
      const server = createServer((socket) => {
        socket
          .on('error', () => undefined)
          .once('data', (bytes) => {
            seen.push(bytes[0] ?? 0);
            socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
          });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const [hook, list] = [join(dir, 'modules.cjs'), join(dir, 'modules.txt')];
      writeFileSync(
        hook,
        `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, process.moduleLoadList.join('\\n')));`,
      );
      const line = [
        'config',
        'list',
        '-o',
        'json',
        '--backend',
        'aws',
        '--endpoint-url',
        `${scheme}://127.0.0.1:${port}`,
      ];
      const child = spawn(process.execPath, ['--require', hook, join(dir, 'main.js'), ...line], {
        env: { ...env, ...AWS, AWS_MAX_ATTEMPTS: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.resume();
      child.stderr.resume();
      await once(child, 'exit');
      server.close();
      return { first: seen[0], modules: readFileSync(list, 'utf8') };
    }

    it('TLS is loaded for a server that speaks it, and for no other', async () => {
      const plain = await sentBy('http');
      expect([plain.first, /^NativeModule tls$/m.test(plain.modules)]).toEqual(['P'.charCodeAt(0), false]);
      // Nor what only browsers stream with, nor the promises of files.
      expect(plain.modules).not.toMatch(/webstreams\/readablestream|fs\/promises/);
      const safe = await sentBy('https');
      const CLIENT_SAYS_HELLO = 0x16;
      expect([safe.first, /^NativeModule tls$/m.test(safe.modules)]).toEqual([CLIENT_SAYS_HELLO, true]);
    });
  });

  describe("V8's compiled form of the chunks", () => {
    const line = ['explain', 'launch-hard-block', '-o', 'json'];
    const folder = join(dir, `v8-${process.versions.v8}`);
    const [hook, list] = [join(dir, 'read.cjs'), join(dir, 'read.txt')];

    /** What the line answers, and the files beside the program that it read itself. */
    function told(): { readonly answer: string; readonly read: readonly string[] } {
      const answer = execFileSync(process.execPath, ['--require', hook, join(dir, 'main.js'), ...line], {
        env,
        encoding: 'utf8',
      });
      return { answer, read: readFileSync(list, 'utf8').split('\n').filter(Boolean) };
    }

    const sizeOfProgram = () =>
      Math.max(
        0,
        ...readdirSync(folder).map((file) => (/^program-/.test(file) ? statSync(join(folder, file)).size : 0)),
      );

    let without = '';
    let first = 0;
    beforeAll(() => {
      without = lm(...line);
      const keeper = join(process.cwd(), 'scripts', 'code-cache-keeper.cjs');
      execFileSync(process.execPath, [keeper, dir, 'explain launch-hard-block'], { env });
      first = sizeOfProgram();
      execFileSync(process.execPath, [keeper, dir, 'explain launch-hard-block', line.join(' ')], { env });
      writeFileSync(
        hook,
        `const fs = require('node:fs');
         const { readFileSync } = fs;
         const read = [];
         fs.readFileSync = (path, ...how) => {
           if (String(path).startsWith(${JSON.stringify(dir)})) read.push(String(path));
           return readFileSync(path, ...how);
         };
         process.on('exit', () => fs.writeFileSync(${JSON.stringify(list)}, read.join('\\n')));`,
      );
    });

    it('holds what any of the lines ran, not only the first', () => {
      expect(first).toBeGreaterThan(0);
      expect(sizeOfProgram()).toBeGreaterThan(first);
    });

    it('gives the same answer, and reads one file for each chunk, once', () => {
      const { answer, read } = told();
      expect(answer).toBe(without);
      expect(read.length).toBeGreaterThan(2);
      const compiledAsEver = read.filter((file) => file.endsWith('.js') && !file.startsWith(folder));
      expect(compiledAsEver).toEqual([join(dir, 'main.js')]);
      expect(new Set(read).size).toBe(read.length);
    });

    it('is not needed: a chunk whose form is missing or damaged is compiled as ever', () => {
      const kept = readdirSync(folder);
      for (const [at, file] of kept.entries()) {
        if (at % 2 === 0) rmSync(join(folder, file));
        else writeFileSync(join(folder, file), 'damaged');
      }
      expect(kept.length).toBeGreaterThan(2);
      expect(told().answer).toBe(without);
    });
  });
});
