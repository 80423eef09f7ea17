import type { Prompts } from '../../../contract/prompts.ts';
import type { Param } from '../../params.ts';

interface Typed<T> {
  readonly message: string;
  /** What Enter means, "no minimum". */
  readonly empty: string;
  /** What may be answered, "1 to 180". */
  readonly range?: string;
  readonly help?: string;
  /** The answer before an edit: then Enter keeps it, and `none` takes it away. */
  readonly was: string | undefined;
  /** The option that the answer is for: it is read alike. */
  readonly parse: Pick<Param<T>, 'parse'>;
  judge(value: T): string | undefined;
}

/** Asks for text that may be left empty, read and judged as its option is. */
export async function parsedText<T>(prompts: Prompts, question: Typed<T>): Promise<T | undefined> {
  const { message, empty, range, help, was, parse, judge } = question;
  const enter = empty === 'none' ? 'Enter for none' : `Enter: ${empty}`;
  const again = empty === 'none' ? 'type none for none' : `type none: ${empty}`;
  const ways = [...(range === undefined ? [] : [range]), was === undefined ? enter : again];
  const isEmpty = (given: string) => given === '' || (was !== undefined && given === 'none');
  const given = await prompts.text({
    message: `${message} (${ways.join('; ')})`,
    ...(help === undefined ? {} : { help }),
    ...(was === undefined ? {} : { default: was }),
    judge: (answer) => {
      if (isEmpty(answer)) return undefined;
      const parsed = parse.parse([answer]);
      return parsed.ok ? judge(parsed.value) : `it ${parsed.why}`;
    },
  });
  if (isEmpty(given)) return undefined;
  const parsed = parse.parse([given]);
  return parsed.ok ? parsed.value : undefined;
}
