import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindAt } from '../../../src/commands/completion/kind-at.ts';
import { SHELLS } from '../../../src/commands/completion/scripts.ts';
import { completionTree, globalOptions } from '../../../src/commands/completion/tree.ts';
import { NOUNS } from '../../../src/commands/manifest.ts';
import { lm } from '../../cli/harness.ts';
import { ENTER, terminal } from '../../prompts/terminal.ts';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

/** What the scripts ask: the words of a line, `lm` first, each on a line of its own. */
const names = async (...line: readonly string[]): Promise<readonly string[]> => {
  const { exit, stdout } = await lm(sandbox.folder(), ['completion', '--names', ['lm', ...line].join('\n')]);
  expect(exit).toBe(0);
  return stdout.split('\n').filter((one) => one !== '');
};

describe('what is named where a line ends', () => {
  test.each([
    ['config show ', 'config'],
    ['config show w', 'config'],
    ['config get w', 'config'],
    ['license-configuration show w', 'config'],
    ['--sandbox other config --region us-east-1 show ', 'config'],
    ['config show win-dc ', undefined],
    ['config attach win-dc ', 'resource'],
    ['config attach win-dc ami-1 i-2 h-', 'resource'],
    ['config attach win-dc --all-accounts ', 'resource'],
    ['config create ', undefined],
    ['config ', undefined],
    ['config show --', undefined],
    ['config show --sandbox ', undefined],
    ['ami attach win2022 --config ', 'config'],
    ['ami attach win2022 --license ', 'config'],
    ['ami attach --config win-dc ', 'ami'],
    ['instance run --ami ', 'ami'],
    ['instance run --type ', undefined],
    ['check launch --launch-template ', 'template'],
    ['hrg add-host prod ', 'host'],
    ['local snapshot load ', 'snapshot'],
    ['context use ', 'context'],
    ['explain ', 'constraint'],
    ['nothing of this ', undefined],
    ['', undefined],
  ])('lm %s: %s', async (line, kind) => {
    expect(await kindAt(line.split(' '), NOUNS)).toBe(kind);
  });
});

describe('lm completion --names', () => {
  test('names what there is, with what helps to choose', async () => {
    await sandbox.done('config create win-dc --type core --count 96', 'config create sql --type vcpu');
    expect(await names('config', 'show', '')).toEqual(['sql\tvCPU 0', 'win-dc\tCore 0/96']);
    expect(await names('config', 'show', 'w')).toEqual(['win-dc\tCore 0/96']);
    expect(await names('config', 'show', 'x')).toEqual([]);
  });

  test('machines by name, or by id once an id is begun; gone ones no longer', async () => {
    await sandbox.done(
      'instance run --ami amazon-linux-2023 --type m5.large --name web-1',
      'instance run --ami amazon-linux-2023 --type m5.large --name web-2',
      'instance terminate web-2 --yes',
      'instance run --ami amazon-linux-2023 --type m5.large',
    );
    const nameless = (await names('instance', 'stop', '')).filter((one) => one.startsWith('i-'));
    expect(nameless).toHaveLength(1);
    expect(await names('instance', 'stop', 'w')).toEqual(['web-1\tm5.large running']);
    expect(await names('instance', 'stop', 'i-')).toHaveLength(2);
  });

  test.each([
    ['ami show amazon', /^amazon-linux-2023\tami-/],
    ['host show h', /^h-\w+\tm5 h-/],
    ['hrg show ', /^prod\t/],
    ['template show w', /^web\tlt-/],
    ['config attach win amazon', /^amazon-linux-2023\t/],
    ['config attach win h-', /^h-/],
    ['local snapshot load ', /^before\t2026-/],
    ['context use ', /^lab\t/],
    ['explain launch-hard', /^launch-hard-block\t/],
  ])('lm %s', async (line, found) => {
    await sandbox.done(
      'host allocate --family m5 --zone us-east-1a',
      'hrg create prod',
      'template create web --ami amazon-linux-2023 --type m5.large',
      'local snapshot save before',
      'context create lab --region eu-west-1',
    );
    expect((await names(...line.split(' ')))[0]).toMatch(found);
  });

  test('never asks AWS', async () => {
    const line = ['completion', '--backend', 'aws', '--names', 'lm\nconfig\nshow\n'];
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_REGION: 'us-east-1' };
    expect(await lm(sandbox.folder(), line, { env })).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  test('without it the shell is needed: asked for at a terminal, named anywhere else', async () => {
    expect(await lm(sandbox.folder(), 'completion')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('lm completion needs SHELL'),
    });
    const screen = terminal(['For which shell?', ENTER]);
    expect((await lm(sandbox.folder(), 'completion', screen.io)).stdout).toContain('complete -o default -F _lm lm');
  });
});

/** Names as bad as they come; the shell must neither split nor run them. */
const BAD = ['win dc', '$(touch pwned)', "it's", 'a;b'];

/** How each shell is made to say what it offers for the words of a line, the last of which is being written. */
const ASKING: Readonly<Record<'bash' | 'zsh' | 'fish', (file: string, words: readonly string[]) => readonly string[]>> =
  {
    bash: (file, words) => [
      '--norc',
      '-c',
      `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lm; printf "%s\\n" "\${COMPREPLY[@]}"`,
      file,
      ...words,
    ],
    zsh: (file, words) => [
      '-f',
      '-c',
      `compdef() { : }; _files() { : }; _describe() { print -rl -- "\${(@P)2}" }; source "$0"; words=("$@"); CURRENT=$#; _lm`,
      file,
      ...words,
    ],
    fish: (file, words) => ['--no-config', '-c', `source '${file}'; complete -C '${words.join(' ')}'`],
  };

describe.each(['bash', 'zsh', 'fish'] as const)('%s asks lm for names', (shell) => {
  /** The shell with a program `lm` that writes down what it is asked, and answers with bad names. */
  const offered = async (...words: readonly string[]) => {
    const folder = sandbox.folder();
    const [program, asked, answer] = ['lm', 'asked', 'answer'].map((name) => join(folder, name));
    writeFileSync(answer ?? '', BAD.map((name) => `${name}\tabout\n`).join(''));
    writeFileSync(program ?? '', `#!/bin/sh\nprintf '%s|' "$@" > '${asked}'\ncat '${answer}'\n`);
    chmodSync(program ?? '', 0o755);
    const script = join(folder, SHELLS[shell].file);
    writeFileSync(script, SHELLS[shell].script(await completionTree(NOUNS), globalOptions()));
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder };
    const said = execFileSync(shell, ASKING[shell](script, ['lm', ...words]), { cwd: folder, env, encoding: 'utf8' });
    const lines = said.split('\n').filter((line) => line !== '');
    return { lines, asked: () => readFileSync(asked ?? '', 'utf8') };
  };

  test('of an argument, and offers them whole', async () => {
    const { lines, asked } = await offered('config', 'show', '');
    expect(asked()).toBe('completion|--names|lm\nconfig\nshow\n|');
    expect(lines).toHaveLength(BAD.length);
    expect(lines.some((line) => /^win\\? dc/.test(line))).toBe(true);
    expect(() => readFileSync(join(sandbox.folder(), 'pwned'))).toThrow('ENOENT');
  });

  test('of an option, with what is typed so far and the sandbox that is meant', async () => {
    const { lines, asked } = await offered('--sandbox', 'lab', 'instance', 'run', '--ami', 'w');
    expect(asked()).toBe('--sandbox|lab|completion|--names|lm\n--sandbox\nlab\ninstance\nrun\n--ami\nw|');
    expect(lines.some((line) => /^win\\? dc/.test(line))).toBe(true);
  });

  test('and of nothing else', async () => {
    const { asked } = await offered('instance', 'run', '--type', '');
    expect(asked).toThrow('ENOENT');
  });
});
