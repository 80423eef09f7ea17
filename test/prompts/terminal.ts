import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { TestIoOptions } from '../../src/io.ts';

export const ENTER = '\r';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';
export const DOWN = '\u001b[B';
export const LEFT = '\u001b[D';
export const SPACE = ' ';

export interface Terminal {
  /** What a test gives to testIo. */
  readonly io: TestIoOptions;
  /** What was drawn so far, without control sequences. */
  readonly drawn: string;
  /** Ends the input, as Ctrl-D does. */
  hangUp(): void;
}

/** Like a real terminal it does not end when a question does. */
class Screen extends Writable {
  constructor(draw: (text: string) => void) {
    super({
      write: (chunk, _encoding, done) => {
        draw(String(chunk));
        done();
      },
    });
  }

  override end(): this {
    return this;
  }
}

/**
 * A terminal in memory in front of which somebody sits who types each answer when its question appears.
 * @param script pairs of a text to wait for and the keys to press then; questions come in this order
 */
export function terminal(...script: readonly (readonly [question: string, keys: string])[]): Terminal {
  const stdin = new PassThrough();
  const waiting = [...script];
  let drawn = '';
  let unseen = '';
  const stderr = new Screen((written) => {
    const text = stripVTControlCharacters(written);
    drawn += text;
    unseen += text;
    const [next] = waiting;
    if (next === undefined || !unseen.includes(next[0])) return;
    waiting.shift();
    unseen = '';
    setImmediate(() => stdin.write(next[1]));
  });
  return {
    io: { tty: { stdin: true, stdout: true, stderr: true }, streams: { stdin, stderr } },
    get drawn() {
      return drawn;
    },
    hangUp: () => stdin.end(),
  };
}
