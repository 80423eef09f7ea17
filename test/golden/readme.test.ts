import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/contract/exit.ts';
import { type Played, play } from './play.ts';
import { words } from './words.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** A line as the README shows it, and the lines below it. */
interface Step {
  readonly line: string;
  readonly shown: readonly string[];
}

const ELISION = '...';

/** Every `$ …` of every console block, in order. */
function stepsOf(text: string): readonly Step[] {
  const blocks = [...text.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [line = '', ...shown] = step.trimEnd().split('\n');
        return { line, shown };
      }),
  );
}

/** Whether the lines are those shown, where three dots stand for any number of lines. */
function matches(lines: readonly string[], shown: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first === ELISION)
    return Array.from({ length: lines.length + 1 }, (_, at) => at).some((at) => matches(lines.slice(at), rest));
  return lines[0] === first && matches(lines.slice(1), rest);
}

const steps = stepsOf(README);
const [LM, PIPE] = [/^lm /, / \| (?=jq )/];

describe('the README', () => {
  it('shows what lm really says', async () => {
    const told = steps.filter(({ line }) => LM.test(line));
    const played = await play(
      told.map(({ line }) => line.split(PIPE)[0] ?? ''),
      'pipe',
    );
    for (const [at, { line, shown }] of told.entries()) {
      const [, filter] = line.split(PIPE);
      const said = filter === undefined ? played[at]?.screen : filtered(played[at], filter);
      if (said === undefined) continue;
      const lines = said.trimEnd().split('\n');
      expect(matches(lines, shown), `$ ${line}\n${said}`).toBe(true);
    }
    expect(played.map(({ exit }) => exit)).toEqual(told.map((step) => exitShownAfter(step)));
  });

  it('names the two commands that a newcomer needs, and scripts that exist', () => {
    expect(steps.map(({ line }) => line).slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm run check']);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts).toMatchObject({ demo: expect.any(String), check: expect.any(String) });
  });

  it('lists every exit code', () => {
    const listed = [...README.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(EXIT));
  });

  it('would notice a line that is not said, one too many and one too few', () => {
    expect(matches(['a', 'b', 'c'], ['a', ELISION, 'c'])).toBe(true);
    expect(matches(['a', 'b', 'c'], ['a', ELISION, 'd'])).toBe(false);
    expect(matches(['a', 'b'], ['a'])).toBe(false);
    expect(matches(['a'], ['a', 'b'])).toBe(false);
  });
});

/** The exit code that `$ echo $?` below the line shows; 0, or 3 for a blocked check, where the README does not ask. */
function exitShownAfter(step: Step): number {
  const next = steps[steps.indexOf(step) + 1];
  if (next?.line === 'echo $?') return Number(next.shown[0]);
  return step.line.startsWith('lm check') && PIPE.test(step.line) ? EXIT.refused : EXIT.done;
}

/** What stands on the screen when jq reads the output; nothing where there is no jq. */
function filtered(played: Played | undefined, filter: string): string | undefined {
  const [program = '', ...args] = words(filter);
  const jq = spawnSync(program, args, { input: played?.stdout ?? '', encoding: 'utf8' });
  return jq.error === undefined ? `${played?.stderr}${jq.stdout}${jq.stderr}` : undefined;
}
