import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/contract/result.ts';
import { renderNotes } from '../../src/render/notes.ts';
import { ESCAPE, OLD, PIPE, SCREEN } from './fixtures.ts';

const NOTES: readonly Note[] = [
  { kind: 'hint', text: 'lm config usage win-dc' },
  { kind: 'done', text: 'created win-dc' },
  { kind: 'alert', text: `win-dc is over by 48${ESCAPE}[2J` },
];

describe('renderNotes', () => {
  it('tells alerts, then what was done, then the next step', async () => {
    expect(await renderNotes(NOTES, { terminal: PIPE })).toBe(
      '! win-dc is over by 48\\x1b[2J\ncreated win-dc\nhint: lm config usage win-dc\n',
    );
  });

  it('leaves out hints where they are not wanted', async () => {
    expect(await renderNotes(NOTES, { terminal: PIPE, hints: false })).toBe(
      '! win-dc is over by 48\\x1b[2J\ncreated win-dc\n',
    );
  });

  it('still tells alerts when it is quiet', async () => {
    expect(await renderNotes(NOTES, { terminal: PIPE, quiet: true })).toBe('! win-dc is over by 48\\x1b[2J\n');
  });

  it('colours the sign of an alert in a terminal', async () => {
    const drawn = await renderNotes([{ kind: 'alert', text: 'x' }], { terminal: SCREEN });
    expect(drawn).toBe(`${ESCAPE}[1m${ESCAPE}[33m!${ESCAPE}[39m${ESCAPE}[22m x\n`);
  });

  it('writes its signs in ASCII where it must, and nothing for nothing', async () => {
    expect(await renderNotes([{ kind: 'done', text: '2 × m5' }], { terminal: OLD })).toBe('2 x m5\n');
    expect(await renderNotes([], { terminal: PIPE })).toBe('');
  });
});
