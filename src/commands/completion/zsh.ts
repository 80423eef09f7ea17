import { askingOptions, freeOptions, hasValues, PASSED, type Place, type Word } from './tree.ts';

/** A completion function for zsh, with the help of every word. Only for names `lm` is asked. */
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
  const free = freeOptions(places, globals).map((word) => `*:${word}`);
  const asking = askingOptions(places).map(quoted);
  const here = places.map(
    ({ path, words, options, asks }) =>
      `    ${path === '' ? "''" : quoted(path)})\n      here=(${described(words)})\n      options=(${described(options)})\n${asks ? '      ask=1\n' : ''}      ;;`,
  );
  return `#compdef lm
# Completion of lm for zsh. Made from its manifest by scripts/generate-completions.ts.
_lm_names() {
  local typed line
  local -a names
  typed="\${(Q)words[CURRENT]}"
  line="lm
\${(F)words[2,CURRENT-1]}
$typed"
  for line in "\${(@f)$(lm "$@" completion --names "$line" 2>/dev/null)}"; do
    if [[ -n "$line" ]]; then names+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); fi
  done
  if (( \${#names} )); then _describe 'name' names; else _files; fi
}
_lm() {
  local here_path='' word ask='' i
  local -a here options globals pass
  for ((i = 2; i < CURRENT; i++)); do
    case "\${words[i]}" in
      ${PASSED.join('|')}) pass+=("\${words[i]}" "\${words[i+1]}") ;;
    esac
    word="\${here_path:+$here_path }\${words[i]}"
    case "$word" in
      ${paths.join('|')}) here_path="$word" ;;
    esac
  done
  case "$here_path:\${words[CURRENT-1]}" in
${values.join('\n')}
${[...branch(asking, '_lm_names $pass'), ...branch(free, '_files')].join('\n')}
  esac
  globals=(${described(globals)})
  case "$here_path" in
${here.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o 'option' options -- globals
  elif [[ -n "$ask" ]]; then
    _lm_names $pass
  elif (( \${#here} )); then
    _describe 'command' here
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _lm ]]; then _lm "$@"; else compdef _lm lm; fi
`;
}

/** A branch of a `case` that ends the work; none without a pattern. */
const branch = (patterns: readonly string[], work: string): readonly string[] =>
  patterns.length === 0 ? [] : [`    ${patterns.join('|')}) ${work}; return ;;`];

function described(words: readonly Word[]): string {
  return words.map(({ word, help }) => quoted(`${word}:${help.replaceAll(':', '\\:')}`)).join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
