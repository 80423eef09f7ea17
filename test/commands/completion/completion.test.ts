import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bashScript } from '../../../src/commands/completion/bash.ts';
import { SHELLS } from '../../../src/commands/completion/scripts.ts';
import { completionTree, globalOptions } from '../../../src/commands/completion/tree.ts';
import { choice, flag, text } from '../../../src/commands/params.ts';
import { declare, verb } from '../../../src/commands/types.ts';
import { freshFolder, lm, thing } from '../../cli/harness.ts';

const unused = async () => ({ run: () => Promise.reject(new Error('unused')) });
const make = declare({
  name: 'make',
  summary: "make a thing: it's easy",
  arguments: { kind: choice(['small', 'large'], { help: 'which' }) },
  options: {
    type: choice(['core', 'socket'], { help: 'what it counts' }),
    hard: flag({ help: 'block', off: ['soft'] }),
    note: text({ help: 'a note' }),
    pack: choice(['data guard', 'olap'], { help: 'a pack' }),
  },
  examples: [],
  mutates: false,
});
const advance = declare({ ...make, name: 'clock advance', arguments: {}, options: {} });
const nouns = thing(verb(make, unused), verb(advance, unused));
const folder = freshFolder();

describe('bash completes', () => {
  test.each([
    ['nouns', ['lm', 't'], ['thing']],
    ['verbs and groups', ['lm', 'thing', ''], ['make', 'clock']],
    ['verbs of a group', ['lm', 'thing', 'clock', ''], ['advance']],
    ['values of an argument', ['lm', 'thing', 'make', 's'], ['small']],
    ['options and their opposites', ['lm', 'thing', 'make', '--s'], ['--soft', '--sandbox']],
    ['values of an option', ['lm', 'thing', 'make', '--type', ''], ['core', 'socket']],
    ['values with a space in them, as the shell wants them', ['lm', 'thing', 'make', '--pack', 'd'], ['data\\ guard']],
    ['values of a global option', ['lm', 'thing', 'make', '-o', 'j'], ['json']],
    ['nothing where any text may stand', ['lm', 'thing', 'make', '--note', ''], []],
    ['verbs after a global option', ['lm', '--region', 'us-east-1', 'thing', 'm'], ['make']],
  ])('%s', async (_, words, expected) => {
    const file = join(folder(), 'lm.bash');
    await writeFile(file, bashScript(await completionTree(nouns), globalOptions()));
    const ask = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lm; printf "%s\\n" "\${COMPREPLY[@]}"`;
    const answer = execFileSync('bash', ['-c', ask, file, ...words], { encoding: 'utf8' });
    expect(answer.split('\n').filter((word) => word !== '')).toEqual(expected);
  });
});

test.each(Object.entries(SHELLS))('the %s script offers every word, whatever is in its help', async (_, { script }) => {
  const made = script(await completionTree(nouns), globalOptions());
  for (const word of ['thing', 'make', 'clock', 'advance', 'small', 'socket', 'soft', 'output']) {
    expect(made).toContain(word);
  }
  expect(made).not.toContain(": it's");
});

test('lm completion prints the script', async () => {
  const { exit, stdout } = await lm(folder(), 'completion bash');
  expect([exit, stdout]).toEqual([0, expect.stringContaining('complete -o default -F _lm lm')]);
});

test('a shell that is not known is refused', async () => {
  const { exit, stderr } = await lm(folder(), 'completion fsh');
  expect([exit, stderr]).toEqual([2, expect.stringContaining('did you mean fish?')]);
});
