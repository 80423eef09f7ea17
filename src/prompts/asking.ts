import { Cancelled, type Question } from '../contract/prompts.ts';
import type { Io } from '../io.ts';

export type Streams = Pick<Io, 'streams' | 'err'>;

/** A question, and whether its answer is typed and ended by Enter. */
export type Asked = Question & { readonly typed?: boolean };

/** inquirer with its streams set. */
type Module = ReturnType<typeof import('inquirer').default.createPromptModule<never>>;
/** Shows one question. */
export type Put<A> = (module: Module) => Promise<{ answer: A }> & { readonly ui: { close(): void } };

/** The answer that asks for the long help. */
export const HELP = Symbol('help');

/** Whether a typed answer is a lone `?` and there is help to show. */
export function asksForHelp(given: string, question: Asked): boolean {
  return question.help !== undefined && given.trim() === '?';
}

/** Asks until there is an answer; `?` shows the help and asks again. */
export async function untilAnswered<T, A>(
  io: Streams,
  question: Asked,
  put: Put<A>,
  read: (answer: A) => T | typeof HELP,
): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  const { stdin: input, stderr: output } = io.streams;
  const module = inquirer.createPromptModule({ input, output });
  for (;;) {
    const answer = await onceAsked(input, put(module), question, read);
    if (answer !== HELP) return answer;
    io.err(`  ${question.help?.replaceAll('\n', '\n  ')}\n`);
  }
}

/**
 * One showing of the question. In a list no text can be typed, so there the key `?` itself ends it and asks for help.
 * The end of the input must end it too: inquirer would leave the promise open, and the program would stop in silence.
 */
async function onceAsked<T, A>(
  input: NodeJS.ReadableStream,
  asked: ReturnType<Put<A>>,
  question: Asked,
  read: (answer: A) => T | typeof HELP,
): Promise<T | typeof HELP> {
  let wanted = false;
  const close = (): void => asked.ui.close();
  const onKey = (key: string | undefined): void => {
    if (key === CTRL_D) setImmediate(() => input.isPaused() && close());
    if (key !== '?' || question.help === undefined || question.typed === true) return;
    wanted = true;
    close();
  };
  input.on('keypress', onKey).on('end', close);
  try {
    return read((await asked).answer);
  } catch (error) {
    if (wanted) return HELP;
    return cancelled(error);
  } finally {
    input.off('keypress', onKey).off('end', close);
  }
}

/** On an empty line it ends the input, which shows as a paused stream; within a text it only deletes. */
const CTRL_D = '\u0004';

/** inquirer rejects with ExitPromptError on Ctrl-C, and with AbortPromptError when the question was closed. */
function cancelled(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ExitPromptError' || name === 'AbortPromptError' || name === 'CancelPromptError') throw new Cancelled();
  throw error;
}
