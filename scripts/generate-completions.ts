/**
 * Writes the completion scripts of every shell into completions/, from the manifest:
 *
 *     npm run generate:completions
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHELLS } from '../src/commands/completion/scripts.ts';
import { completionTree, globalOptions } from '../src/commands/completion/tree.ts';
import { NOUNS } from '../src/commands/manifest.ts';

async function main(): Promise<void> {
  const places = await completionTree(NOUNS);
  const globals = globalOptions();
  for (const { file, script } of Object.values(SHELLS))
    await writeFile(join('completions', file), script(places, globals));
}

void main();
