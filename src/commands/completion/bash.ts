import { askingOptions, freeOptions, hasValues, PASSED, type Place, type Word } from './tree.ts';

/** A completion function for bash 3.2 and later. Words come from tables; only for names `lm` is asked. */
export function bashScript(places: readonly Place[], globals: readonly Word[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  const values = [
    ...globals.filter(hasValues).map((option) => `    *':${option.word}') words='${listed(option.values)}' ;;`),
    ...places.flatMap(({ path, options }) =>
      options.filter(hasValues).map((option) => `    '${path}:${option.word}') words='${listed(option.values)}' ;;`),
    ),
  ];
  const free = freeOptions(places, globals).map((word) => `*':${word}'`);
  const asking = askingOptions(places).map((option) => `'${option}'`);
  const here = places.map(
    ({ path, words, options, asks }) =>
      `        '${path}') words='${words.map(({ word }) => word).join(' ')}' options='${options.map(({ word }) => word).join(' ')}'${asks ? ' ask=1' : ''} ;;`,
  );
  return `# Completion of lm for bash. Made from its manifest by scripts/generate-completions.ts.
_lm() {
  local cur prev path='' word words='' options='' ask='' i
  local -a pass
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  pass=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
      ${PASSED.join(' | ')}) pass+=("$word" "\${COMP_WORDS[i+1]}") ;;
    esac
    word="\${path:+$path }$word"
    case "$word" in
      ${paths.join(' | ')}) path="$word" ;;
    esac
  done
  case "$path:$prev" in
${values.join('\n')}
${[...branch(asking, 'ask=1'), ...branch(free, 'return')].join('\n')}
    *)
      case "$path" in
${here.join('\n')}
      esac
      if [[ "$cur" == -* ]]; then words="$options ${globals.map(({ word }) => word).join(' ')} --help"; ask=''; fi
      ;;
  esac
  if [[ -n "$ask" ]]; then
    # Names are never handed to compgen, which would run what stands in them between $( and ).
    cur="\${cur//\\\\/}"
    while IFS=$'\\t' read -r word i; do
      if [[ "$word" == "$cur"* ]]; then COMPREPLY+=("$(printf '%q' "$word")"); fi
    done < <(IFS=$'\\n'; lm \${pass[@]+"\${pass[@]}"} completion --names "lm$IFS\${COMP_WORDS[*]:1:COMP_CWORD-1}$IFS$cur" 2>/dev/null)
    return
  fi
  while IFS= read -r word; do COMPREPLY+=("\${word// /\\\\ }"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -F _lm lm
`;
}

/** A branch of a `case`; none without a pattern, which would be no bash. */
const branch = (patterns: readonly string[], work: string): readonly string[] =>
  patterns.length === 0 ? [] : [`    ${patterns.join(' | ')}) ${work} ;;`];

/** compgen parts words at spaces that are not quoted. */
function listed(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(' ', '\\ ')).join(' ');
}
