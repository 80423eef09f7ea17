/**
 * Runs a TypeScript file of this project: bundles it into `.tmp/run/` and starts it with the arguments that follow.
 *
 *   node scripts/run.mjs scripts/new-operation.ts license-manager:CreateGrant
 *
 * Node 20 does not read TypeScript, and a bundle of one file starts faster than any loader.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Which file? Example: node scripts/run.mjs scripts/check.ts\n');
  process.exit(2);
}

process.chdir(root);
const folder = join(root, '.tmp', 'run');
// One file for each process: two runs of the same script may overlap.
const file = join(folder, `${basename(script, '.ts')}-${process.pid}.cjs`);
mkdirSync(folder, { recursive: true });

const bundle = await rolldown({
  input: resolve(root, script),
  platform: 'node',
  external: [/^node:/, '@photostructure/sqlite'],
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
});
try {
  await bundle.write({ file, format: 'cjs', codeSplitting: false });
  process.exitCode = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  process.stderr.write(`${script} cannot be bundled: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await bundle.close();
  rmSync(file, { force: true });
}
