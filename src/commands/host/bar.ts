/** The widest bar, in columns: a host of 48 cores shows each of them. */
const WIDEST = 48;

/**
 * One piece of a bar, in its place: `bar(48, 16, 16, '#')` is 16 blanks and 16 signs.
 * @param total units of the whole bar; more than fit are drawn to scale
 */
export function barOf(total: number, from: number, length: number, sign: string): string {
  const scale = total > WIDEST ? WIDEST / total : 1;
  const start = Math.round(from * scale);
  const end = Math.round((from + length) * scale);
  // A blank at the start would be lost to whoever trims: the place before is dotted lightly.
  return `|${' '.repeat(start)}${sign.repeat(Math.max(0, end - start))}`
    .padEnd(Math.round(total * scale) + 1)
    .concat('|');
}
