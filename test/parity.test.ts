import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOUNS } from '../src/commands/manifest.ts';
import { BEFORE, EXAMPLE_WORLD } from './golden/example-world.ts';
import { MAIN_JOB } from './golden/main-job.ts';
import { MISTAKES } from './golden/mistakes.ts';
import { prepared } from './golden/play.ts';
import { playAws, playLocal, type Scene } from './parity/player.ts';
import { differences, PERMITTED, permits } from './parity.ts';

/** Nouns that are about this machine or the program, and speak to no backend. */
const OWN = new Set(['local', 'context', 'completion', 'help', 'explain', 'constraints']);

const examples: readonly string[] = (
  await Promise.all(
    NOUNS.filter(({ name }) => !OWN.has(name)).map(async ({ load }) => {
      const { verbs, self } = await load();
      return [...verbs, ...(self ? [self] : [])].flatMap((verb) => verb.examples.map(({ command }) => command));
    }),
  )
).flat();

const mistakes = Object.values(MISTAKES)
  .flat()
  .map(({ line }) => line)
  .filter((line) => !OWN.has(line.split(' ')[1] ?? ''));

/** From an empty sandbox to the usage list, with the call that AWS has in place of the one that it has not. */
const MAIN = Object.values(MAIN_JOB)
  .filter((line) => !OWN.has(line.split(' ')[1] ?? ''))
  .map((line) =>
    line === MAIN_JOB.register
      ? 'lm ami import s3://images/win2022.vmdk --platform windows --license-type byol --name win2022-byol'
      : line,
  );

const before = (line: string): readonly string[] =>
  Object.entries(BEFORE)
    .filter(([beginning]) => line.startsWith(beginning))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? [];

const used = new Set<unknown>();

/** What differs and may not, as lines to read. */
async function unexpected(scene: Scene): Promise<readonly string[]> {
  const local = await playLocal(scene);
  const aws = await playAws(scene);
  const last = scene.lines.at(-1) ?? '';
  const found = [
    ...scene.lines.flatMap((line, at) => {
      const [left, right] = [local.answers[at], aws.answers[at]];
      return [...differences(left?.exit, right?.exit, 'exit'), ...differences(left?.data, right?.data, 'data')].map(
        (one) => ({ line, ...one }),
      );
    }),
    ...differences(local.left, aws.left, 'left').map((one) => ({ line: last, ...one })),
  ];
  return found.flatMap(({ line, ...one }) => {
    const row = permits(line, one);
    if (row === undefined) return [`${line}: ${one.at}: ${JSON.stringify(one.local)} -> ${JSON.stringify(one.aws)}`];
    used.add(row);
    return [];
  });
}

describe('on AWS as in a sandbox', () => {
  let [empty, world] = ['', ''];
  beforeAll(async () => {
    empty = await prepared(['lm local init']);
    world = await prepared([...EXAMPLE_WORLD, 'lm context create lab --region us-east-1']);
  });
  afterAll(async () => {
    for (const folder of [empty, world]) await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    // Nothing of this machine may be found, and nothing but the loopback server asked.
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
    return () => void vi.unstubAllEnvs();
  });

  it('the main job', async () => {
    expect(await unexpected({ lines: MAIN, world: empty })).toEqual([]);
  });

  it.each(examples)('%s', async (line) => {
    expect(await unexpected({ lines: [line], world, silent: before(line) })).toEqual([]);
  });

  it.each(mistakes)('%s', async (line) => {
    expect(await unexpected({ lines: [line], world })).toEqual([]);
  });

  it('a difference that nothing permits is noticed, wherever it is', () => {
    const [left, right] = [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }, 2] }];
    expect(differences(left, right, 'data').map(({ at }) => at)).toEqual(['data.a.1.b', 'data.a.2']);
    expect(differences(left, structuredClone(left), 'data')).toEqual([]);
    const launch = 'lm check launch --ami a --type b';
    expect(permits(launch, { at: 'exit', local: 0, aws: 3 })).toBeDefined();
    expect(permits(launch, { at: 'exit', local: 0, aws: 1 })).toBeUndefined();
    expect(permits(launch, { at: 'data.verdict', local: 'blocked', aws: 'allowed' })).toBeUndefined();
    expect(permits(launch, { at: 'data.violations.0', local: undefined, aws: {} })).toBeUndefined();
  });

  it('differs in nothing that it need not', () => {
    expect(PERMITTED.filter((row) => !used.has(row)).map(({ what }) => what)).toEqual([]);
  });
});
