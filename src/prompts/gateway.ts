import type { Choice, Prompts } from '../contract/prompts.ts';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';
import { type Asked, asksForHelp, HELP, type Put, type Streams, untilAnswered } from './asking.ts';

/** Whether somebody can answer: stdin and stderr are terminals, it is not CI, and prompts were not switched off. */
export function somebodyThere(io: Pick<Io, 'tty' | 'env'>, noInput: boolean): boolean {
  const ci = io.env.CI !== undefined && io.env.CI !== '' && io.env.CI !== 'false' && io.env.CI !== '0';
  return !noInput && !ci && io.tty.stdin && io.tty.stderr;
}

/** The one gateway to inquirer: questions are drawn on stderr, and the package loads with the first one. */
export function prompts(io: Streams & Pick<Io, 'tty' | 'env'>, noInput: boolean): Prompts {
  const ask = <T, A>(question: Asked, put: Put<A>, read: (answer: A) => T | typeof HELP): Promise<T> => {
    if (somebodyThere(io, noInput)) return untilAnswered(io, question, put, read);
    throw new UsageError(`nobody is there to answer: ${question.message}`, 'give it as an option');
  };
  return {
    // Looked at only when something is missing: opening stdin costs a tenth of the start.
    get available() {
      return somebodyThere(io, noInput);
    },
    text: async (question) => {
      const validate = async (given: string) =>
        asksForHelp(given, question) ? true : ((await question.judge?.(given.trim())) ?? true);
      const { message, default: fallback } = question;
      const put: Put<string> = (module) =>
        module<{ answer: string }>([{ type: 'input', name: 'answer', message, default: fallback, validate }]);
      return ask({ ...question, typed: true }, put, (answer) => (asksForHelp(answer, question) ? HELP : answer.trim()));
    },
    choose: async (question) => {
      const { message } = question;
      const at = question.choices.findIndex((choice) => choice.value === question.default);
      const choices = numbered(question.choices);
      const put: Put<number> = (module) =>
        module<{ answer: number }>([
          { type: 'select', name: 'answer', message, choices, default: at < 0 ? undefined : at },
        ]);
      return ask(question, put, (answer) => chosen(question.choices, answer));
    },
    pick: async (question) => {
      const { message } = question;
      const choices = numbered(question.choices);
      const values = (ticked: readonly number[]) => ticked.map((at) => chosen(question.choices, at));
      const validate = async (ticked: readonly { readonly value: number }[]) =>
        (await question.judge?.(values(ticked.map(({ value }) => value)))) ?? true;
      const put: Put<number[]> = (module) =>
        module<{ answer: number[] }>([{ type: 'checkbox', name: 'answer', message, choices, validate }]);
      return ask(question, put, values);
    },
    yes: async (question) => {
      const { message, default: fallback } = question;
      const put: Put<boolean> = (module) =>
        module<{ answer: boolean }>([{ type: 'confirm', name: 'answer', message, default: fallback }]);
      return ask(question, put, (answer) => answer);
    },
    say: (lines) => io.err(`${lines}\n`),
  };
}

/** inquirer is given positions, so that no value passes through its untyped answers. */
function numbered(choices: readonly Choice<unknown>[]): {
  value: number;
  name: string;
  short: string;
  description?: string;
  disabled?: string;
  checked?: boolean;
}[] {
  return choices.map(({ name, description, disabled, checked }, value) => ({
    value,
    name,
    short: name.split(/ {2,}/)[0] ?? name,
    ...(description === undefined ? {} : { description }),
    ...(disabled === undefined ? {} : { disabled: `(${disabled})` }),
    ...(checked === undefined ? {} : { checked }),
  }));
}

function chosen<T>(choices: readonly Choice<T>[], at: number): T {
  const choice = choices[at];
  if (choice === undefined) throw new RangeError(`there is no choice ${at}`);
  return choice.value;
}
