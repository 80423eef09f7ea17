import type { Result } from '../../contract/result.ts';
import type { CompletionArgs } from './manifest.ts';

export async function run({ shell }: CompletionArgs): Promise<Result> {
  return { value: { shell }, view: { kind: 'text', text: '' } };
}
