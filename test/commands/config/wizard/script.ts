import { Cancelled, type Prompts } from '../../../../src/contract/prompts.ts';

/** An answer: what is typed, the beginning of the choice or choices, or yes and no. */
export type Answer = string | readonly string[] | boolean;

export interface Script extends Prompts {
  /** Every message shown so far, questions and lines alike, in order. */
  readonly shown: readonly string[];
  /** What the judges said against typed answers. */
  readonly refused: readonly string[];
  /** Answers that were not asked for. */
  readonly left: readonly Answer[];
}

/**
 * A person at the prompts. A typed answer that is refused is followed by the next one; when the answers end, Ctrl-C.
 */
export function script(answers: readonly Answer[]): Script {
  const left = [...answers];
  const shown: string[] = [];
  const refused: string[] = [];
  const next = (message: string): Answer => {
    shown.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new Cancelled();
    return answer;
  };
  const byName = <T>(choices: readonly { value: T; name: string; disabled?: string }[], wanted: Answer): T => {
    const found = choices.find(({ name }) => name.startsWith(String(wanted)));
    if (found === undefined || found.disabled !== undefined) {
      throw new Error(
        `cannot choose ${String(wanted)} of ${choices.map(({ name }) => name).join(' | ')}: ${found?.disabled}`,
      );
    }
    return found.value;
  };
  return {
    shown,
    refused,
    left,
    available: true,
    async text({ message, judge, default: fallback }) {
      for (;;) {
        const answer = String(next(message)) || (fallback ?? '');
        const why = await judge?.(answer);
        if (why === undefined) return answer;
        refused.push(why);
      }
    },
    async choose({ message, choices, default: fallback }) {
      const answer = next(message);
      return answer === '' && fallback !== undefined ? fallback : byName(choices, answer);
    },
    async pick({ message, choices }) {
      const answer = next(message);
      if (!Array.isArray(answer)) return choices.filter(({ checked }) => checked).map(({ value }) => value);
      return answer.map((name) => byName(choices, name));
    },
    async yes({ message, default: fallback }) {
      const answer = next(message);
      return answer === '' ? fallback : answer === true;
    },
    say: (lines) => void shown.push(lines),
  };
}
