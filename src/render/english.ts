/** "a", "a and b", "a, b and c". */
export function allOf(words: readonly string[]): string {
  const head = words.slice(0, -1);
  return head.length === 0 ? words.join('') : `${head.join(', ')} and ${words.at(-1)}`;
}

/** "1 reason", "2 reasons". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
