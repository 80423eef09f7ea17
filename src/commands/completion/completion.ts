import type { Result } from '../../contract/result.ts';
import { NOUNS } from '../manifest.ts';
import type { CompletionArgs } from './manifest.ts';
import { SHELLS } from './scripts.ts';
import { completionTree, globalOptions } from './tree.ts';

/** The script as it also stands in `completions/`. */
export async function run({ shell }: CompletionArgs): Promise<Result> {
  const script = SHELLS[shell].script(await completionTree(NOUNS), globalOptions());
  return { value: { shell, script }, view: { kind: 'text', text: script } };
}
