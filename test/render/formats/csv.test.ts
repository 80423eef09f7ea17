import { describe, expect, it } from 'vitest';
import { drawCsv } from '../../../src/render/formats/csv.ts';

const cell = async (value: unknown): Promise<string> => {
  const drawn = await drawCsv({ kind: 'list', rows: [{ a: value }], columns: [{ key: 'a', title: 'A' }], empty: '' });
  return drawn.slice('a\n'.length, -1);
};

describe('a cell of csv', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\\t=1"],
    ['\r=1', "'\\r=1"],
  ])('%j would run in a spreadsheet and is guarded', async (value, drawn) => {
    expect(await cell(value)).toBe(drawn);
  });

  it.each([
    [-48, '-48'],
    ['-48.5', '-48.5'],
    ['+3', '+3'],
    ['a=b', 'a=b'],
    ['#minimumCores=8', '#minimumCores=8'],
  ])('%j is left as it is', async (value, drawn) => {
    expect(await cell(value)).toBe(drawn);
  });

  it.each([
    ['say "hi", x', '"say ""hi"", x"'],
    [undefined, ''],
    [null, ''],
    [false, 'false'],
    [['a', 'b'], '"a,b"'],
    [{ k: new Date(0) }, '"{""k"":""1970-01-01T00:00:00.000Z""}"'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('%j is written as %s', async (value, drawn) => {
    expect(await cell(value)).toBe(drawn);
  });
});
