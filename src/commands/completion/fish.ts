import { PASSED, type Place, type Word } from './tree.ts';

/** Completion lines for fish, with the help of every word. Only for names `lm` is asked. */
export function fishScript(places: readonly Place[], globals: readonly Word[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const lines = places.flatMap(({ path, words, options, asks }) => {
    const at = `complete -c lm -n ${quoted(`test (__lm_path) = "${path}"`)}`;
    return [
      ...words.map(({ word, help }) => `${at} -f -a ${quoted(word)} -d ${quoted(help)}`),
      ...options.map((option) => `${at} ${optionWords(option)}`),
      ...(asks ? [`${at} -f -a '(__lm_names)'`] : []),
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
function __lm_names
    set -l line (commandline -opc)
    set -l pass
    for i in (seq 2 (count $line))
        contains -- $line[$i] ${PASSED.join(' ')}; and set -a pass $line[$i] $line[(math $i + 1)]
    end
    command lm $pass completion --names (begin; printf '%s\\n' lm $line[2..-1]; printf '%s' (string unescape -- (commandline -ct)); end | string collect -N) 2>/dev/null
end
${globals.map((option) => `complete -c lm ${optionWords(option)}`).join('\n')}
${lines.join('\n')}
`;
}

function optionWords({ word, help, values, takesValue, asks }: Word): string {
  const name = word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`;
  const list = asks
    ? " -f -a '(__lm_names)'"
    : values.length > 0
      ? ` -f -a ${quoted(values.map((value) => value.replaceAll(' ', '\\ ')).join(' '))}`
      : '';
  return `${name}${takesValue ? ' -r' : ''}${list} -d ${quoted(help)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
