import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './tally.ts';

/** One thing that `npm run check` looks at; `run` answers whether all is well. */
export interface Check {
  readonly name: string;
  /** What to do when it fails, in one line. */
  readonly mend: string;
  run(): boolean;
}

const REPORTS = join('.tmp', 'tests');
const NODE_24 = join('.tmp', 'node24');

function succeeds(program: string, args: readonly string[]): boolean {
  // The tests speak to nobody outside this machine, and reading extra certificates makes each Node start three times slower.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

const tool = (name: string, ...args: string[]) => succeeds(join('node_modules', '.bin', name), args);
const script = (name: string) => succeeds(process.execPath, [join('scripts', 'run.mjs'), join('scripts', name)]);

/** Every file of a folder with its text, as one string that two moments can be compared by. */
function contents(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return paths.map((path) => `${path}\n${readFileSync(path, 'utf8')}`).join('\n');
}

/** Runs a generator and answers whether the folder it writes was already as it should be. */
function isCurrent(folder: string, generator: string): boolean {
  const before = contents(folder);
  return script(generator) && contents(folder) === before;
}

/** Runs all tests on the given Node and leaves vitest's JSON report beside those of other runs. */
function test(node: string, label: string): boolean {
  const report = join(REPORTS, `${label}.json`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  return succeeds(node, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
}

/** Installs Node 24 from the npm registry into `.tmp`, once, and tests there. It is 185 MB, so no dependency of the project. */
function testOnNode24(): boolean {
  const node = join(NODE_24, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(node)) {
    mkdirSync(NODE_24, { recursive: true });
    const args = ['install', '--prefix', NODE_24, '--no-save', '--no-package-lock', 'node@24'];
    if (spawnSync('npm', args, { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0) return false;
  }
  return test(node, 'node24');
}

/** What every change passes, cheapest first. */
export const CHECKS: readonly Check[] = [
  { name: 'types', mend: 'npm run typecheck', run: () => tool('tsc', '-p', '.') },
  { name: 'style', mend: 'npm run format mends most of it', run: () => tool('biome', 'check', '.') },
  { name: 'build', mend: 'npm run build', run: () => tool('rolldown', '-c', '--log-level', 'warn') },
  {
    name: 'completions are current',
    mend: 'commit what npm run generate:completions has just written',
    run: () => isCurrent('completions', 'generate-completions.ts'),
  },
  {
    name: 'catalogue coverage',
    mend: 'npm run coverage:catalogue names the facts and the rows',
    run: () => script('coverage-catalogue.ts'),
  },
  { name: 'tests', mend: 'npx vitest run test/THE/FILE.test.ts', run: () => test(process.execPath, 'here') },
];

/** The same tests on the Node that has SQLite built in, whose engine is not the one Node 20 uses. */
export const ON_NODE_24: Check = {
  name: 'tests on Node 24',
  mend: '.tmp/node24/node_modules/node/bin/node node_modules/vitest/vitest.mjs run test/THE/FILE.test.ts',
  run: testOnNode24,
};

/** Forgets the reports of earlier runs, so that an old number is never told as a new one. */
export function forgetReports(): void {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
}

/** The reports that vitest has written since. */
export function readReports(): Report[] {
  return readdirSync(REPORTS).map((file): Report => JSON.parse(readFileSync(join(REPORTS, file), 'utf8')));
}
