# Completion of lm for PowerShell. Made from its manifest by scripts/generate-completions.ts.
Register-ArgumentCompleter -Native -CommandName lm -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $places = @{
    '' = @{ Words = @(, @('config', 'license configurations: what an agreement counts, its limit and its rules'); , @('ami', 'images, and which license configurations they fall under'); , @('check', 'what would be blocked by a licence, and why, before it is launched'); , @('instance', 'launch, start, stop and change instances'); , @('template', 'launch templates'); , @('host', 'Dedicated Hosts and their free cores'); , @('local', 'the embedded engine: sandboxes, their clock, accounts and scenarios'); , @('explain', 'what a constraint says, where it comes from and how to satisfy it'); , @('constraints', 'every constraint that lm checks'); , @('whoami', 'which backend, account and Region a command would act on, and why'); , @('context', 'named sets of backend, sandbox, account and Region'); , @('completion', 'completion for bash, zsh, fish and PowerShell'); , @('help', 'help on a command or a topic')); Options = @() }
    'config' = @{ Words = @(); Options = @() }
    'ami' = @{ Words = @(); Options = @() }
    'check' = @{ Words = @(, @('launch', 'would this launch be blocked, and why?')); Options = @() }
    'check launch' = @{ Words = @(); Options = @(, @('--ami', 'AMI, by name or id'); , @('--type', 'instance type'); , @('--count', 'how many: N, or MIN:MAX for as many as fit'); , @('--tenancy', 'shared, dedicated (Dedicated Instance) or host (Dedicated Host)'); , @('--host', 'the Dedicated Host to launch on'); , @('--zone', 'Availability Zone'); , @('--config', 'license configurations besides the AMI''s own'); , @('--cores', 'CPU option: cores'); , @('--threads-per-core', 'CPU option: threads per core'); , @('--launch-template', 'launch template, by name or id'); , @('--fail-on', 'what makes the exit code 3: block (or unknown), warn (an alert too), never')) }
    'instance' = @{ Words = @(); Options = @() }
    'template' = @{ Words = @(); Options = @() }
    'host' = @{ Words = @(); Options = @() }
    'local' = @{ Words = @(, @('status', 'the sandbox: its file, clock, accounts and what is in it'); , @('init', 'make the sandbox if there is none yet'); , @('reset', 'empty the sandbox: everything in it is lost'); , @('clock', 'show, advance'); , @('account', 'list, add, use'); , @('scenario', 'list, load'); , @('set', 'how the sandbox counts, and its quotas')); Options = @() }
    'local clock' = @{ Words = @(, @('show', 'the sandbox''s clock'); , @('advance', 'move the sandbox''s clock forward and apply what comes due on the way')); Options = @() }
    'local account' = @{ Words = @(, @('list', 'the accounts of the sandbox'); , @('add', 'add an account to the sandbox'); , @('use', 'make an account the one that commands act for')); Options = @() }
    'local scenario' = @{ Words = @(, @('list', 'the scenarios that can be loaded'); , @('load', 'fill the sandbox with a prepared fleet (it is emptied first)')); Options = @() }
    'local status' = @{ Words = @(); Options = @() }
    'local init' = @{ Words = @(); Options = @() }
    'local reset' = @{ Words = @(); Options = @() }
    'local clock show' = @{ Words = @(); Options = @() }
    'local clock advance' = @{ Words = @(); Options = @() }
    'local account list' = @{ Words = @(); Options = @() }
    'local account add' = @{ Words = @(); Options = @(, @('--name', 'what to call it')) }
    'local account use' = @{ Words = @(); Options = @() }
    'local scenario list' = @{ Words = @(); Options = @() }
    'local scenario load' = @{ Words = @(); Options = @() }
    'local set' = @{ Words = @(, @('charging', 'charging'); , @('configurations', 'configurations'); , @('configurations-per-resource', 'configurations-per-resource'); , @('configurations-per-day', 'configurations-per-day'); , @('hosts-per-family', 'hosts-per-family')); Options = @() }
    'explain' = @{ Words = @(); Options = @() }
    'constraints' = @{ Words = @(); Options = @(, @('--area', 'only of this area: the first word of an id'); , @('--severity', 'only of this severity'); , @('--operation', 'only what this AWS operation can run into')) }
    'whoami' = @{ Words = @(); Options = @() }
    'context' = @{ Words = @(, @('create', 'keep the given global options under a name'); , @('list', 'list the contexts; the one in use is marked'); , @('show', 'show a context; without a name the one in use'); , @('use', 'use a context from now on'); , @('set', 'change what a context holds'); , @('delete', 'delete a context; nothing it points to is touched')); Options = @() }
    'context create' = @{ Words = @(); Options = @(, @('--use', 'use it from now on')) }
    'context list' = @{ Words = @(); Options = @() }
    'context show' = @{ Words = @(); Options = @() }
    'context use' = @{ Words = @(); Options = @(, @('--none', 'use no context from now on')) }
    'context set' = @{ Words = @(); Options = @() }
    'context delete' = @{ Words = @(); Options = @() }
    'completion' = @{ Words = @(, @('bash', 'bash'); , @('zsh', 'zsh'); , @('fish', 'fish'); , @('powershell', 'powershell')); Options = @() }
    'help' = @{ Words = @(, @('exit-codes', 'exit-codes'); , @('environment', 'environment'); , @('output', 'output'); , @('counting', 'counting')); Options = @() }
  }
  $values = @{
    ':--backend' = @('local', 'aws')
    ':-o' = @('table', 'json', 'yaml', 'csv', 'text', 'name', 'markdown')
    ':--output' = @('table', 'json', 'yaml', 'csv', 'text', 'name', 'markdown')
    'check launch:--fail-on' = @('block', 'warn', 'never')
    'constraints:--severity' = @('block', 'warn', 'info')
  }
  $globals = @(, @('--backend', 'the embedded engine, or AWS itself'); , @('--sandbox', 'which sandbox of the embedded engine'); , @('--account', 'act as this account of the sandbox (12 digits)'); , @('--region', 'AWS Region, for example us-east-1'); , @('--profile', 'profile of the AWS configuration (aws backend)'); , @('--endpoint-url', 'send AWS requests here (aws backend)'); , @('-o', 'table, json, yaml, csv, text, name or markdown'); , @('--output', 'table, json, yaml, csv, text, name or markdown'); , @('--query', 'pick from the result, as the aws command does'); , @('--dry-run', 'say what would change or be refused, and change nothing'); , @('--yes', 'agree to what is asked (not where a name must be typed)'); , @('--confirm', 'agree to a severe change by naming what it destroys'); , @('--no-input', 'never ask; say what is missing and exit 2'); , @('--quiet', 'no hints, notes or spinners'); , @('--debug', 'show calls, timings and stack traces on stderr'); , @('--no-color', 'no colours, whatever the terminal can do'); , @('--input', 'JSON or YAML with AWS field names; options written out are stronger'); , @('--wait', 'wait until the operation has ended'); , @('--timeout', 'how long --wait waits, for example 10m'))
  $path = ''
  $previous = ''
  $before = $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
  foreach ($element in $before) {
    $previous = $element.Extent.Text
    $next = "$path $previous".Trim()
    if ($places.ContainsKey($next)) { $path = $next }
  }
  $fixed = $values["$($path):$previous"]
  if (-not $fixed) { $fixed = $values[":$previous"] }
  if ($fixed) { $found = $fixed | ForEach-Object { , @($_, $_) } }
  elseif ($wordToComplete.StartsWith('-')) { $found = $places[$path].Options + $globals }
  else { $found = $places[$path].Words }
  $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
