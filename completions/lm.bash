# Completion of lm for bash. Made from its manifest by scripts/generate-completions.ts.
_lm() {
  local cur prev path='' word words='' options='' i
  cur="${COMP_WORDS[COMP_CWORD]}"
  prev="${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${path:+$path }${COMP_WORDS[i]}"
    case "$word" in
      'config' | 'ami' | 'check' | 'check launch' | 'instance' | 'template' | 'host' | 'local' | 'local clock' | 'local account' | 'local scenario' | 'local status' | 'local init' | 'local reset' | 'local clock show' | 'local clock advance' | 'local account list' | 'local account add' | 'local account use' | 'local scenario list' | 'local scenario load' | 'local set' | 'explain' | 'constraints' | 'whoami' | 'context' | 'context create' | 'context list' | 'context show' | 'context use' | 'context set' | 'context delete' | 'completion' | 'help') path="$word" ;;
    esac
  done
  case "$path:$prev" in
    *':--backend') words='local aws' ;;
    *':-o') words='table json yaml csv text name markdown' ;;
    *':--output') words='table json yaml csv text name markdown' ;;
    'check launch:--fail-on') words='block warn never' ;;
    'constraints:--severity') words='block warn info' ;;
    *':--sandbox' | *':--account' | *':--region' | *':--profile' | *':--endpoint-url' | *':--query' | *':--confirm' | *':--input' | *':--timeout' | *':--ami' | *':--type' | *':--count' | *':--tenancy' | *':--host' | *':--zone' | *':--config' | *':--cores' | *':--threads-per-core' | *':--launch-template' | *':--name' | *':--area' | *':--operation') return ;;
    *)
      case "$path" in
        '') words='config ami check instance template host local explain constraints whoami context completion help' options='' ;;
        'config') words='' options='' ;;
        'ami') words='' options='' ;;
        'check') words='launch' options='' ;;
        'check launch') words='' options='--ami --type --count --tenancy --host --zone --config --cores --threads-per-core --launch-template --fail-on' ;;
        'instance') words='' options='' ;;
        'template') words='' options='' ;;
        'host') words='' options='' ;;
        'local') words='status init reset clock account scenario set' options='' ;;
        'local clock') words='show advance' options='' ;;
        'local account') words='list add use' options='' ;;
        'local scenario') words='list load' options='' ;;
        'local status') words='' options='' ;;
        'local init') words='' options='' ;;
        'local reset') words='' options='' ;;
        'local clock show') words='' options='' ;;
        'local clock advance') words='' options='' ;;
        'local account list') words='' options='' ;;
        'local account add') words='' options='--name' ;;
        'local account use') words='' options='' ;;
        'local scenario list') words='' options='' ;;
        'local scenario load') words='' options='' ;;
        'local set') words='charging configurations configurations-per-resource configurations-per-day hosts-per-family' options='' ;;
        'explain') words='' options='' ;;
        'constraints') words='' options='--area --severity --operation' ;;
        'whoami') words='' options='' ;;
        'context') words='create list show use set delete' options='' ;;
        'context create') words='' options='--use' ;;
        'context list') words='' options='' ;;
        'context show') words='' options='' ;;
        'context use') words='' options='--none' ;;
        'context set') words='' options='' ;;
        'context delete') words='' options='' ;;
        'completion') words='bash zsh fish powershell' options='' ;;
        'help') words='exit-codes environment output counting' options='' ;;
      esac
      if [[ "$cur" == -* ]]; then words="$options --backend --sandbox --account --region --profile --endpoint-url -o --output --query --dry-run --yes --confirm --no-input --quiet --debug --no-color --input --wait --timeout --help"; fi
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _lm lm
