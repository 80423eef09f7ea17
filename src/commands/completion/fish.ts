import type { Place, Word } from './tree.ts';

/** Completion lines for fish, with the help of every word. Nothing runs `lm`. */
export function fishScript(places: readonly Place[], globals: readonly Word[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const lines = places.flatMap(({ path, words, options }) => {
    const at = `complete -c lm -n ${quoted(`test (__lm_path) = "${path}"`)}`;
    return [
      ...words.map(({ word, help }) => `${at} -f -a ${quoted(word)} -d ${quoted(help)}`),
      ...options.map((option) => `${at} ${optionWords(option)}`),
    ];
  });
  return `# Completion of lm for fish. Made from its manifest by scripts/generate-completions.ts.
function __lm_path
    set -l path ''
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$path $word")
        contains -- "$next" ${paths.join(' ')}; and set path "$next"
    end
    echo -- "$path"
end
${globals.map((option) => `complete -c lm ${optionWords(option)}`).join('\n')}
${lines.join('\n')}
`;
}

function optionWords({ word, help, values, takesValue }: Word): string {
  const name = word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`;
  const list =
    values.length > 0 ? ` -f -a ${quoted(values.map((value) => value.replaceAll(' ', '\\ ')).join(' '))}` : '';
  return `${name}${takesValue ? ' -r' : ''}${list} -d ${quoted(help)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
