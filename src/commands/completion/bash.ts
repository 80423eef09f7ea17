import { hasValues, type Place, type Word } from './tree.ts';

/** A completion function for bash 3.2 and later. Words come from tables; nothing runs `lm`. */
export function bashScript(places: readonly Place[], globals: readonly Word[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  const values = [
    ...globals.filter(hasValues).map((option) => `    *':${option.word}') words='${listed(option.values)}' ;;`),
    ...places.flatMap(({ path, options }) =>
      options.filter(hasValues).map((option) => `    '${path}:${option.word}') words='${listed(option.values)}' ;;`),
    ),
  ];
  const free = [...globals, ...places.flatMap(({ options }) => options)]
    .filter((option) => option.takesValue && option.values.length === 0)
    .map(({ word }) => `*':${word}'`);
  const here = places.map(
    ({ path, words, options }) =>
      `        '${path}') words='${words.map(({ word }) => word).join(' ')}' options='${options.map(({ word }) => word).join(' ')}' ;;`,
  );
  return `# Completion of lm for bash. Made from its manifest by scripts/generate-completions.ts.
_lm() {
  local cur prev path='' word words='' options='' i
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${path:+$path }\${COMP_WORDS[i]}"
    case "$word" in
      ${paths.join(' | ')}) path="$word" ;;
    esac
  done
  case "$path:$prev" in
${values.join('\n')}
    ${[...new Set(free)].join(' | ')}) return ;;
    *)
      case "$path" in
${here.join('\n')}
      esac
      if [[ "$cur" == -* ]]; then words="$options ${globals.map(({ word }) => word).join(' ')} --help"; fi
      ;;
  esac
  while IFS= read -r word; do COMPREPLY+=("\${word// /\\\\ }"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -F _lm lm
`;
}

/** compgen parts words at spaces that are not quoted. */
function listed(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(' ', '\\ ')).join(' ');
}
