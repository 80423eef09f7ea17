import { askingOptions, hasValues, PASSED, type Place, type Word } from './tree.ts';

/** A native argument completer for PowerShell 5 and later, with the help of every word. Only for names `lm` is asked. */
export function powershellScript(places: readonly Place[], globals: readonly Word[]): string {
  const table = places.map(
    ({ path, words, options, asks }) =>
      `    ${quoted(path)} = @{ Words = ${listed(words)}; Options = ${listed(options)}; Asks = ${asks ? '$true' : '$false'} }`,
  );
  const values = [
    ...globals.filter(hasValues).map((option) => `    ${quoted(`:${option.word}`)} = ${strings(option.values)}`),
    ...places.flatMap(({ path, options }) =>
      options.filter(hasValues).map((option) => `    ${quoted(`${path}:${option.word}`)} = ${strings(option.values)}`),
    ),
  ];
  return `# Completion of lm for PowerShell. Made from its manifest by scripts/generate-completions.ts.
Register-ArgumentCompleter -Native -CommandName lm -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $places = @{
${table.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $globals = ${listed(globals)}
  $asking = ${strings(askingOptions(places))}
  $passed = ${strings(PASSED)}
  $pass = @()
  $path = ''
  $previous = ''
  $before = $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
  foreach ($element in $before) {
    if ($passed -contains $previous) { $pass += @($previous, $element.Extent.Text) }
    $previous = $element.Extent.Text
    $next = "$path $previous".Trim()
    if ($places.ContainsKey($next)) { $path = $next }
  }
  $fixed = $values["$($path):$previous"]
  if (-not $fixed) { $fixed = $values[":$previous"] }
  if ($fixed) { $found = $fixed | ForEach-Object { , @($_, $_) } }
  elseif ($wordToComplete.StartsWith('-')) { $found = $places[$path].Options + $globals }
  elseif ($asking -contains "$($path):$previous" -or $places[$path].Asks) {
    $line = (@('lm') + @($before | ForEach-Object { $_.Extent.Text }) + @($wordToComplete)) -join "\`n"
    $found = lm @pass completion --names $line 2>$null | ForEach-Object { , @($_.Split("\`t")) }
  }
  else { $found = $places[$path].Words }
  $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    $text = if ($_[0].Contains(' ')) { "'$($_[0])'" } else { $_[0] }
    [System.Management.Automation.CompletionResult]::new($text, $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

/** Pairs of word and help; a tooltip must not be empty. The comma keeps a list of one pair a list. */
function listed(words: readonly Word[]): string {
  return `@(${words.map(({ word, help }) => `, @(${quoted(word)}, ${quoted(help || word)})`).join('; ')})`;
}

function strings(values: readonly string[]): string {
  return `@(${values.map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
