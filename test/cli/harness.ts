import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Deps } from '../../src/cli/deps.ts';
import { run } from '../../src/cli/run.ts';
import type { Noun, Verb } from '../../src/commands/types.ts';
import { type TestIoOptions, testIo } from '../../src/io.ts';

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for each test: settings, sandboxes and the working directory. */
export function freshFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lm-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Runs a line in the folder, through the whole program, in this process. */
export async function lm(
  folder: string,
  line: string | readonly string[],
  io: TestIoOptions = {},
  deps: Partial<Deps> = {},
): Promise<Outcome> {
  const world = testIo({ cwd: folder, ...io, env: { LM_HOME: folder, ...io.env } });
  const argv = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const exit = await run(argv, world, { version: '1.2.3', ...deps });
  return { exit, stdout: world.stdout, stderr: world.stderr };
}

/** A noun `thing` with the given verbs. */
export function thing(...verbs: readonly Verb[]): readonly Noun[] {
  return [{ name: 'thing', aliases: ['object'], summary: 'things', load: async () => ({ verbs }) }];
}
