# Completion of lm for bash. Made from its manifest by scripts/generate-completions.ts.
_lm() {
  local cur prev path='' word words='' options='' ask='' i
  local -a pass
  cur="${COMP_WORDS[COMP_CWORD]}"
  prev="${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  pass=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    case "$word" in
      --backend | --sandbox | --account | --region | --profile | --endpoint-url) pass+=("$word" "${COMP_WORDS[i+1]}") ;;
    esac
    word="${path:+$path }$word"
    case "$word" in
      'config' | 'config create' | 'config list' | 'config show' | 'config update' | 'config recreate' | 'config activate' | 'config deactivate' | 'config delete' | 'config attach' | 'config detach' | 'config usage' | 'config associations' | 'config failures' | 'config share' | 'config tag' | 'config untag' | 'ami' | 'ami register' | 'ami import' | 'ami copy' | 'ami capture' | 'ami list' | 'ami show' | 'ami attach' | 'ami detach' | 'ami share' | 'ami deregister' | 'check' | 'check launch' | 'check plan' | 'check template' | 'check config' | 'instance' | 'instance run' | 'instance list' | 'instance show' | 'instance start' | 'instance stop' | 'instance reboot' | 'instance terminate' | 'instance modify' | 'instance move' | 'template' | 'template create' | 'template list' | 'template show' | 'template delete' | 'host' | 'host allocate' | 'host list' | 'host show' | 'host modify' | 'host release' | 'host fail' | 'hrg' | 'hrg create' | 'hrg list' | 'hrg show' | 'hrg update' | 'hrg delete' | 'hrg add-host' | 'hrg remove-host' | 'hrg share' | 'convert' | 'convert plan' | 'convert apply' | 'convert list' | 'convert show' | 'convert tenancy' | 'inventory' | 'inventory record' | 'report' | 'report create' | 'report list' | 'report show' | 'report update' | 'report delete' | 'report run' | 'report files' | 'report fetch' | 'report usage' | 'share' | 'share list' | 'share accept' | 'share reject' | 'share delete' | 'share enable-organization' | 'org' | 'org account' | 'org trusted-access' | 'org show' | 'org create' | 'org enable-all-features' | 'org leave' | 'org delete' | 'org account list' | 'org account create' | 'org account status' | 'org account invite' | 'org account accept' | 'org account remove' | 'org trusted-access list' | 'org trusted-access enable' | 'org trusted-access disable' | 'local' | 'local clock' | 'local account' | 'local scenario' | 'local snapshot' | 'local permission' | 'local bucket' | 'local status' | 'local init' | 'local reset' | 'local clock show' | 'local clock advance' | 'local account list' | 'local account add' | 'local account use' | 'local scenario list' | 'local scenario load' | 'local snapshot save' | 'local snapshot load' | 'local snapshot list' | 'local import' | 'local set' | 'local permission deny' | 'local permission allow' | 'local bucket delete' | 'local bucket restore' | 'local serve' | 'explain' | 'constraints' | 'whoami' | 'context' | 'context create' | 'context list' | 'context show' | 'context use' | 'context set' | 'context delete' | 'completion' | 'help') path="$word" ;;
    esac
  done
  case "$path:$prev" in
    *':--backend') words='local aws' ;;
    *':-o') words='table json yaml csv text name markdown' ;;
    *':--output') words='table json yaml csv text name markdown' ;;
    'config create:--product') words='windows-server sql-server oracle-ee oracle-se oracle-se1 oracle-se2' ;;
    'config create:--license-pack') words='data\ guard diagnostic\ pack\ sqlt tuning\ pack\ sqlt ols olap' ;;
    'config create:--except-included') words='windows-server-datacenter sql-server-standard sql-server-enterprise sql-server-web' ;;
    'config update:--product') words='windows-server sql-server oracle-ee oracle-se oracle-se1 oracle-se2' ;;
    'config update:--license-pack') words='data\ guard diagnostic\ pack\ sqlt tuning\ pack\ sqlt ols olap' ;;
    'config update:--except-included') words='windows-server-datacenter sql-server-standard sql-server-enterprise sql-server-web' ;;
    'config recreate:--product') words='windows-server sql-server oracle-ee oracle-se oracle-se1 oracle-se2' ;;
    'config recreate:--license-pack') words='data\ guard diagnostic\ pack\ sqlt tuning\ pack\ sqlt ols olap' ;;
    'config recreate:--except-included') words='windows-server-datacenter sql-server-standard sql-server-enterprise sql-server-web' ;;
    'config recreate:--without') words='licenseAffinityToHost maximumCores maximumSockets maximumVcpus minimumCores minimumSockets minimumVcpus allowedTenancy honorVcpuOptimization' ;;
    'config usage:--type') words='EC2_HOST EC2_INSTANCE' ;;
    'ami register:--architecture') words='x86_64 arm64' ;;
    'ami import:--platform') words='Windows Linux' ;;
    'ami import:--license-type') words='AWS BYOL' ;;
    'ami import:--architecture') words='x86_64 arm64' ;;
    'check launch:--fail-on') words='block warn never' ;;
    'check plan:--fail-on') words='block warn never' ;;
    'check template:--fail-on') words='block warn never' ;;
    'check config:--fail-on') words='block warn never' ;;
    'instance run:--affinity') words='default host' ;;
    'instance list:--state') words='pending running stopping stopped shutting-down terminated all' ;;
    'instance move:--affinity') words='default host' ;;
    'convert plan:--to') words='byol included' ;;
    'convert plan:--windows') words='byol included' ;;
    'convert plan:--sql') words='byol included none' ;;
    'convert list:--status') words='in-progress succeeded failed' ;;
    'convert tenancy:--affinity') words='default host' ;;
    'inventory record:--agent') words='reachable unreachable' ;;
    'report create:--every') words='day week month' ;;
    'report create:--type') words='summary usage' ;;
    'report update:--every') words='day week month' ;;
    'report update:--type') words='summary usage' ;;
    'report fetch:--type') words='summary usage' ;;
    'org create:--features') words='all billing' ;;
    'constraints:--severity') words='block warn info' ;;
    'ami import:--config' | 'ami list:--config' | 'ami attach:--config' | 'ami detach:--config' | 'check launch:--ami' | 'check launch:--host' | 'check launch:--hrg' | 'check launch:--config' | 'check launch:--launch-template' | 'instance run:--ami' | 'instance run:--host' | 'instance run:--hrg' | 'instance run:--config' | 'instance run:--launch-template' | 'instance list:--ami' | 'instance list:--config' | 'instance list:--host' | 'instance move:--host' | 'instance move:--hrg' | 'template create:--ami' | 'template create:--config' | 'template create:--host' | 'template create:--hrg' | 'host list:--config' | 'hrg create:--license' | 'hrg update:--license' | 'convert tenancy:--host' | 'convert tenancy:--hrg') ask=1 ;;
    *':--sandbox' | *':--account' | *':--region' | *':--profile' | *':--endpoint-url' | *':--query' | *':--confirm' | *':--input' | *':--timeout' | *':--type' | *':--count' | *':--min-cores' | *':--max-cores' | *':--min-sockets' | *':--max-sockets' | *':--min-vcpus' | *':--max-vcpus' | *':--tenancy' | *':--affinity' | *':--rule' | *':--expires' | *':--description' | *':--tag' | *':--name' | *':--with' | *':--usage-operation' | *':--snapshot' | *':--from-region' | *':--owner' | *':--billing' | *':--zone' | *':--cores' | *':--threads-per-core' | *':--report' | *':--param' | *':--to' | *':--from' | *':--family' | *':--host-limit' | *':--state' | *':--edition' | *':--application' | *':--config' | *':--email' | *':--role' | *':--notes' | *':--port' | *':--listen' | *':--area' | *':--operation' | *':--names') return ;;
    *)
      case "$path" in
        '') words='config ami check instance template host hrg convert inventory report share org local explain constraints whoami context completion help' options='' ;;
        'config') words='create list show update recreate activate deactivate delete attach detach usage associations failures share tag untag' options='' ;;
        'config create') words='' options='--type --count --hard --soft --no-enforce --min-cores --max-cores --min-sockets --max-sockets --min-vcpus --max-vcpus --tenancy --affinity --honor-vcpu-optimization --rule --product --license-pack --except-included --stop-tracking-when-uninstalled --keep-tracking-when-uninstalled --expires --description --tag' ;;
        'config list') words='' options='--type --hard --soft --no-enforce --over-limit' ;;
        'config show') words='' options='' ask=1 ;;
        'config update') words='' options='--name --type --count --hard --soft --no-enforce --min-cores --max-cores --min-sockets --max-sockets --min-vcpus --max-vcpus --tenancy --affinity --honor-vcpu-optimization --rule --product --license-pack --except-included --stop-tracking-when-uninstalled --keep-tracking-when-uninstalled --expires --description' ask=1 ;;
        'config recreate') words='' options='--name --type --count --hard --soft --no-enforce --min-cores --max-cores --min-sockets --max-sockets --min-vcpus --max-vcpus --tenancy --affinity --honor-vcpu-optimization --rule --product --license-pack --except-included --stop-tracking-when-uninstalled --keep-tracking-when-uninstalled --expires --description --without --no-rules' ask=1 ;;
        'config activate') words='' options='' ask=1 ;;
        'config deactivate') words='' options='' ask=1 ;;
        'config delete') words='' options='--detach' ask=1 ;;
        'config attach') words='' options='--all-accounts --share-organization' ask=1 ;;
        'config detach') words='' options='' ask=1 ;;
        'config usage') words='' options='--type' ask=1 ;;
        'config associations') words='' options='' ask=1 ;;
        'config failures') words='' options='' ask=1 ;;
        'config share') words='' options='--with --remove' ask=1 ;;
        'config tag') words='' options='' ask=1 ;;
        'config untag') words='' options='' ask=1 ;;
        'ami') words='register import copy capture list show attach detach share deregister' options='' ;;
        'ami register') words='' options='--usage-operation --imported --snapshot --architecture --description --tag' ;;
        'ami import') words='' options='--platform --license-type --usage-operation --config --name --architecture --description --tag' ;;
        'ami copy') words='' options='--from-region --description --copy-tags --tag' ask=1 ;;
        'ami capture') words='' options='--reboot --no-reboot --description --tag' ask=1 ;;
        'ami list') words='' options='--owner --config --billing' ;;
        'ami show') words='' options='' ask=1 ;;
        'ami attach') words='' options='--config --all-accounts --share-organization' ask=1 ;;
        'ami detach') words='' options='--config --all' ask=1 ;;
        'ami share') words='' options='--with --public --remove' ask=1 ;;
        'ami deregister') words='' options='' ask=1 ;;
        'check') words='launch plan template config' options='' ;;
        'check launch') words='' options='--ami --type --count --tenancy --host --hrg --zone --config --cores --threads-per-core --launch-template --fail-on --report' ;;
        'check plan') words='' options='--fail-on --report' ;;
        'check template') words='' options='--param --fail-on --report' ;;
        'check config') words='' options='--count --hard --soft --fail-on --report' ask=1 ;;
        'instance') words='run list show start stop reboot terminate modify move' options='' ;;
        'instance run') words='' options='--ami --type --count --tenancy --host --hrg --zone --config --cores --threads-per-core --launch-template --affinity --name --tag' ;;
        'instance list') words='' options='--state --type --ami --config --host --tag' ;;
        'instance show') words='' options='' ask=1 ;;
        'instance start') words='' options='' ask=1 ;;
        'instance stop') words='' options='' ask=1 ;;
        'instance reboot') words='' options='' ask=1 ;;
        'instance terminate') words='' options='' ask=1 ;;
        'instance modify') words='' options='--type --cores --threads-per-core' ask=1 ;;
        'instance move') words='' options='--to --host --hrg --affinity' ask=1 ;;
        'template') words='create list show delete' options='' ;;
        'template create') words='' options='--ami --type --config --tenancy --host --hrg --zone --cores --threads-per-core --description --new-version --from --tag' ;;
        'template list') words='' options='' ;;
        'template show') words='' options='' ask=1 ;;
        'template delete') words='' options='' ask=1 ;;
        'host') words='allocate list show modify release fail' options='' ;;
        'host allocate') words='' options='--family --type --zone --count --auto-placement --no-auto-placement --recovery --no-recovery --no-host-recovery --maintenance --no-maintenance --no-host-maintenance --name --tag' ;;
        'host list') words='' options='--family --zone --config --tag --all' ;;
        'host show') words='' options='' ask=1 ;;
        'host modify') words='' options='--auto-placement --no-auto-placement --recovery --no-recovery --no-host-recovery --maintenance --no-maintenance --no-host-maintenance --family --type' ask=1 ;;
        'host release') words='' options='' ask=1 ;;
        'host fail') words='' options='' ask=1 ;;
        'hrg') words='create list show update delete add-host remove-host share' options='' ;;
        'hrg create') words='' options='--license --family --auto-allocate --no-auto-allocate --auto-release --no-auto-release --recover --no-recover --no-auto-recover --host-limit --description --tag' ;;
        'hrg list') words='' options='' ;;
        'hrg show') words='' options='--type --state --zone' ask=1 ;;
        'hrg update') words='' options='--license --family --auto-allocate --no-auto-allocate --auto-release --no-auto-release --recover --no-recover --no-auto-recover --host-limit --description --any-license --any-family --unlimited' ask=1 ;;
        'hrg delete') words='' options='' ask=1 ;;
        'hrg add-host') words='' options='' ask=1 ;;
        'hrg remove-host') words='' options='' ask=1 ;;
        'hrg share') words='' options='--with --licenses --no-licenses --remove' ask=1 ;;
        'convert') words='plan apply list show tenancy' options='' ;;
        'convert plan') words='' options='--to --windows --sql --edition' ask=1 ;;
        'convert apply') words='' options='' ;;
        'convert list') words='' options='--status' ask=1 ;;
        'convert show') words='' options='--exit-code' ;;
        'convert tenancy') words='' options='--to --host --hrg --affinity' ask=1 ;;
        'inventory') words='record' options='' ;;
        'inventory record') words='' options='--application --agent' ask=1 ;;
        'report') words='create list show update delete run files fetch usage' options='' ;;
        'report create') words='' options='--every --config --type --description --tag' ;;
        'report list') words='' options='--config' ;;
        'report show') words='' options='' ;;
        'report update') words='' options='--name --every --config --type --description' ;;
        'report delete') words='' options='' ;;
        'report run') words='' options='' ;;
        'report files') words='' options='' ;;
        'report fetch') words='' options='--type' ;;
        'report usage') words='' options='' ask=1 ;;
        'share') words='list accept reject delete enable-organization' options='' ;;
        'share list') words='' options='--all' ;;
        'share accept') words='' options='' ;;
        'share reject') words='' options='' ;;
        'share delete') words='' options='' ;;
        'share enable-organization') words='' options='' ;;
        'org') words='show create enable-all-features leave delete account trusted-access' options='' ;;
        'org account') words='list create status invite accept remove' options='' ;;
        'org trusted-access') words='list enable disable' options='' ;;
        'org show') words='' options='' ;;
        'org create') words='' options='--features' ;;
        'org enable-all-features') words='' options='' ;;
        'org leave') words='' options='' ;;
        'org delete') words='' options='' ;;
        'org account list') words='' options='--invited' ;;
        'org account create') words='' options='--email --role' ;;
        'org account status') words='' options='' ;;
        'org account invite') words='' options='--notes' ;;
        'org account accept') words='' options='' ;;
        'org account remove') words='' options='' ;;
        'org trusted-access list') words='' options='' ;;
        'org trusted-access enable') words='' options='' ;;
        'org trusted-access disable') words='' options='' ;;
        'local') words='status init reset clock account scenario snapshot import set permission bucket serve' options='' ;;
        'local clock') words='show advance' options='' ;;
        'local account') words='list add use' options='' ;;
        'local scenario') words='list load' options='' ;;
        'local snapshot') words='save load list' options='' ;;
        'local permission') words='deny allow' options='' ;;
        'local bucket') words='delete restore' options='' ;;
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
        'local snapshot save') words='' options='--overwrite' ask=1 ;;
        'local snapshot load') words='' options='' ask=1 ;;
        'local snapshot list') words='' options='' ;;
        'local import') words='' options='--partial' ;;
        'local set') words='charging kms configurations configurations-per-resource configurations-per-day hosts-per-family' options='' ;;
        'local permission deny') words='' options='' ;;
        'local permission allow') words='' options='' ;;
        'local bucket delete') words='' options='' ;;
        'local bucket restore') words='' options='' ;;
        'local serve') words='' options='--port --listen' ;;
        'explain') words='' options='' ask=1 ;;
        'constraints') words='' options='--area --severity --operation' ;;
        'whoami') words='' options='' ;;
        'context') words='create list show use set delete' options='' ;;
        'context create') words='' options='--use' ask=1 ;;
        'context list') words='' options='' ;;
        'context show') words='' options='' ask=1 ;;
        'context use') words='' options='--none' ask=1 ;;
        'context set') words='' options='' ask=1 ;;
        'context delete') words='' options='' ask=1 ;;
        'completion') words='bash zsh fish powershell' options='--names' ;;
        'help') words='first-steps words counting reports output environment exit-codes' options='' ;;
      esac
      if [[ "$cur" == -* ]]; then words="$options --backend --sandbox --account --region --profile --endpoint-url -o --output --query --dry-run --yes --confirm --no-input --quiet --debug --no-color --input --wait --timeout --help"; ask=''; fi
      ;;
  esac
  if [[ -n "$ask" ]]; then
    # Names are never handed to compgen, which would run what stands in them between $( and ).
    cur="${cur//\\/}"
    while IFS=$'\t' read -r word i; do
      if [[ "$word" == "$cur"* ]]; then COMPREPLY+=("$(printf '%q' "$word")"); fi
    done < <(IFS=$'\n'; lm ${pass[@]+"${pass[@]}"} completion --names "lm$IFS${COMP_WORDS[*]:1:COMP_CWORD-1}$IFS$cur" 2>/dev/null)
    return
  fi
  while IFS= read -r word; do COMPREPLY+=("${word// /\\ }"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -F _lm lm
