import type { Shape, StringShape } from '../../src/contract/shape.ts';

/** What no protocol may damage: markup, quotes, blanks at both ends, a tab and a line end, signs beyond the first plane. */
const AWKWARD = ` a&b<c>"d"'é'\t𝄞\n`;

/**
 * A value with every member of a shape in it, lists with two entries, each text different.
 * @param mark told apart from other values of the same shape by this
 */
export function sample(shape: Shape, mark = ''): unknown {
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members).map(([name, member]) => [name, sample(member, `${mark}/${name}`)]),
      );
    case 'list':
      return [sample(shape.member, `${mark}/0`), sample(shape.member, `${mark}/1`)].slice(0, shape.max ?? 2);
    case 'map':
      return { [AWKWARD]: sample(shape.value, mark) };
    case 'string':
      return textFor(shape, mark);
    case 'integer':
    case 'long':
      return shape.min ?? 3;
    case 'double':
      return 0.25;
    case 'boolean':
      return mark.length % 2 === 0;
    case 'timestamp':
      return new Date(Date.UTC(2026, 10, 21, 3, 4, 5, 678));
    case 'blob':
      return new Uint8Array([0, 127, 128, 255]);
  }
}

function textFor({ enum: choices, min = 0, max = 10_000, pattern }: StringShape, mark: string): string {
  if (choices !== undefined) return choices.at(-1) ?? '';
  return (pattern === undefined ? `${mark}${AWKWARD}` : 'arn:aws:iam::111122223333:root').padEnd(min, '.').slice(-max);
}
