import { Visitor } from 'rolldown/utils';
import type { Offence, Rule } from './rule.ts';
import type { Source } from './source.ts';

/** Calls whose name, as written, matches. */
function calls(source: Source, name: RegExp): Offence[] {
  const offences: Offence[] = [];
  new Visitor({
    CallExpression({ callee }) {
      const written = source.text.slice(callee.start, callee.end);
      if (name.test(written)) offences.push({ line: source.lineOf(callee.start), what: written });
    },
  }).visit(source.program);
  return offences;
}

export const TEST_RULES: readonly Rule[] = [
  {
    name: 'no test is left out and none runs alone',
    mend: 'Mend the test or delete it; `skipIf` is for what a runtime does not have.',
    find: (source) => calls(source, /^(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|fails)(\.each)?$/),
    breaks: [
      ['test/a.test.ts', `it.skip('x', () => {});`],
      ['test/a.test.ts', `describe.only('x', () => {});`],
    ],
    passes: [['test/a.test.ts', `it.skipIf(!hasBuiltIn)('x', () => {}); it.each([1])('y', () => {});`]],
  },
  {
    name: 'no test waits',
    mend: 'Pass a clock and move it, or await the event itself; a sleep is slow when it works and wrong when it does not.',
    find: (source) => [
      ...calls(source, /^(setTimeout|setInterval|Atomics\.wait)$/),
      ...source.imports
        .filter(({ target }) => target === 'node:timers/promises')
        .map(({ line, target }) => ({ line, what: target })),
    ],
    breaks: [
      ['test/a.test.ts', 'setTimeout(done, 100);'],
      ['test/a.test.ts', `import { setTimeout as sleep } from 'node:timers/promises';`],
    ],
    passes: [['test/a.test.ts', 'clock.advance(100);']],
  },
  {
    name: 'no test asserts how long something takes',
    mend: 'Measure it in bench/, where a slow machine does no harm.',
    find: (source) => calls(source, /^(performance\.now|process\.hrtime(\.bigint)?)$/),
    breaks: [['test/a.test.ts', 'const start = performance.now();']],
    passes: [['test/a.test.ts', 'const now = clock.now();']],
  },
];
