/**
 * Writes the skeletons of a new operation and its command, and says which lines make them known:
 *
 *   npm run new:operation -- license-manager:CreateGrant grant create
 *
 * Writes nothing if one of the files exists.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseWanted, skeletons } from './skeletons.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function main(args: readonly string[]): void {
  const { files, register } = skeletons(parseWanted(args));
  const present = Object.keys(files).filter(existsSync);
  if (present.length > 0) throw new Error(`These exist already, so nothing was written: ${present.join(', ')}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    say(`wrote ${path}`);
  }
  const missing = register.filter(
    ({ file, line }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(line.trim()),
  );
  if (missing.length > 0)
    say('\nAdd these lines; npm run typecheck and npx vitest run test/tidy.test.ts say what is missing:');
  for (const { file, line } of missing) say(`  ${file}\n    ${line.trim()}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
