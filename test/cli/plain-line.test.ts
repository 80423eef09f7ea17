import { describe, expect, it } from 'vitest';
import { plainLine } from '../../src/cli/plain-line.ts';
import { parseLine } from '../../src/cli/program.ts';
import { NOUNS } from '../../src/commands/manifest.ts';
import { words } from '../golden/words.ts';

const ABOUT = { version: '0.0.0', width: 100 };

/** The line as the quick reader and as Commander read it. */
async function both(line: string) {
  const [, ...argv] = words(line);
  const noun = NOUNS.find((one) => argv.includes(one.name));
  if (noun === undefined) throw new Error(`no noun in ${line}`);
  const manifest = await noun.load();
  const commander = () => parseLine(argv, NOUNS, { noun, manifest }, ABOUT);
  return { quick: plainLine(argv, noun, manifest), commander };
}

/** Every example of every command: lines that people are told to type. */
async function examples(): Promise<readonly string[]> {
  const manifests = await Promise.all(NOUNS.map((noun) => noun.load()));
  const verbs = manifests.flatMap(({ verbs, self }) => [...verbs, ...(self ? [self] : [])]);
  return verbs.flatMap((verb) => verb.examples.map(({ command }) => command)).filter((line) => !/[|<>&$]/.test(line));
}

describe('reading a plain line without Commander', () => {
  it('reads every example as Commander does', async () => {
    const lines = await examples();
    expect(lines.length).toBeGreaterThan(60);
    for (const line of lines) {
      const { quick, commander } = await both(line);
      if (quick !== undefined) expect(quick, line).toEqual(commander());
    }
  });

  it.each([
    'lm config show win-dc -o json',
    'lm -o json config show win-dc',
    'lm config show --output=json win-dc',
    'lm config list --soft --over-limit',
    'lm local clock advance 8h --sandbox trial',
    'lm config create x --counting core --licenses 96 --enforce --tag a=b --tag c=d',
    'lm explain launch-hard-block',
    'lm whoami --account 111122223333 --dry-run',
    "lm config create x --rule '#minimumCores=8'",
  ])('reads %s as Commander does', async (line) => {
    const { quick, commander } = await both(line);
    expect(quick).toBeDefined();
    expect(quick).toEqual(commander());
  });

  it.each([
    'lm config show --help',
    'lm config show win-dc extra',
    'lm config show --unknown win-dc',
    'lm config create x --count',
    'lm config create x --count -1',
    'lm config create x --hard=yes',
    'lm config show -- win-dc',
    'lm config shwo win-dc',
    'lm config',
  ])('leaves %s to Commander', async (line) => {
    expect((await both(line)).quick).toBeUndefined();
  });
});
