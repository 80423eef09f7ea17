/** Splits a command line as a shell does: blanks part words, single and double quotes hold them together. */
export function words(line: string): readonly string[] {
  const found: string[] = [];
  for (const [, single, double, bare] of line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g))
    found.push(single ?? double ?? bare ?? '');
  return found;
}

/** The words after `lm` of a line as it stands in help: what the shell keeps for itself (`source <(…)`, `> FILE`) is left out. */
export function argumentsOf(line: string): readonly string[] {
  const [, inner = line] = /<\((lm .*)\)$/.exec(line) ?? [];
  const [program, ...rest] = words(inner.replace(/ > \S+$/, ''));
  if (program !== 'lm') throw new Error(`not a line of lm: ${line}`);
  return rest;
}
