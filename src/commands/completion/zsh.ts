import { hasValues, type Place, type Word } from './tree.ts';

/** A completion function for zsh, with the help of every word. Nothing runs `lm`. */
export function zshScript(places: readonly Place[], globals: readonly Word[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const values = [
    ...globals
      .filter(hasValues)
      .map((option) => `    *:${option.word}) compadd -- ${option.values.map(quoted).join(' ')}; return ;;`),
    ...places.flatMap(({ path, options }) =>
      options
        .filter(hasValues)
        .map(
          (option) =>
            `    ${quoted(`${path}:${option.word}`)}) compadd -- ${option.values.map(quoted).join(' ')}; return ;;`,
        ),
    ),
  ];
  const free = [...globals, ...places.flatMap(({ options }) => options)]
    .filter((option) => option.takesValue && option.values.length === 0)
    .map(({ word }) => `*:${word}`);
  const here = places.map(
    ({ path, words, options }) =>
      `    ${path === '' ? "''" : quoted(path)})\n      here=(${described(words)})\n      options=(${described(options)})\n      ;;`,
  );
  return `#compdef lm
# Completion of lm for zsh. Made from its manifest by scripts/generate-completions.ts.
_lm() {
  local here_path='' word i
  local -a here options globals
  for ((i = 2; i < CURRENT; i++)); do
    word="\${here_path:+$here_path }\${words[i]}"
    case "$word" in
      ${paths.join('|')}) here_path="$word" ;;
    esac
  done
  case "$here_path:\${words[CURRENT-1]}" in
${values.join('\n')}
    ${[...new Set(free)].join('|')}) _files; return ;;
  esac
  globals=(${described(globals)})
  case "$here_path" in
${here.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o 'option' options -- globals
  elif (( \${#here} )); then
    _describe 'command' here
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _lm ]]; then _lm "$@"; else compdef _lm lm; fi
`;
}

function described(words: readonly Word[]): string {
  return words.map(({ word, help }) => quoted(`${word}:${help.replaceAll(':', '\\:')}`)).join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
