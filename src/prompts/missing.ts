import { flagName } from '../commands/names.ts';
import type { Param, Params } from '../commands/params.ts';
import type { Declaration } from '../commands/types.ts';
import type { Prompts } from '../contract/prompts.ts';
import { UsageError } from '../contract/usage.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Asks for each required value that is missing, in the order of the declaration.
 * @returns the values with the answers
 * @throws UsageError when nobody can be asked; it names every missing value and shows a line that would do
 */
export async function askMissing(
  path: string,
  declaration: Declaration,
  values: Values,
  prompts: Prompts,
): Promise<Values> {
  const missing = missingOf(declaration, values);
  if (missing.length === 0) return values;
  if (!prompts.available) throw missingError(path, declaration, values);
  const answers = new Map<string, unknown>();
  for (const [name, param] of missing) answers.set(name, await ask(name, param, prompts));
  return { ...values, ...Object.fromEntries(answers) };
}

function missingOf(declaration: Declaration, values: Values): readonly [string, Param<unknown>][] {
  const all: Params = { ...declaration.arguments, ...declaration.options };
  return Object.entries(all).filter(([name, param]) => param.required && values[name] === undefined);
}

async function ask(name: string, param: Param<unknown>, prompts: Prompts): Promise<unknown> {
  const message = param.prompt?.message ?? `${capital(param.help)}?`;
  const help = param.prompt?.help ?? param.help;
  if (param.takes === 'one' && param.choices.length > 0) {
    const choices = param.choices.map((word) => ({ value: word, name: word }));
    return read(param, name, await prompts.choose({ message, help, choices }));
  }
  const judge = (given: string): string | undefined => {
    if (given === '') return 'please give a value (Ctrl-C cancels)';
    const parsed = param.parse([given]);
    return parsed.ok ? undefined : `it ${parsed.why}`;
  };
  return read(param, name, await prompts.text({ message, help, judge }));
}

function read(param: Param<unknown>, name: string, given: string): unknown {
  const parsed = param.parse([given]);
  if (!parsed.ok) throw new UsageError(`${flagName(name)} ${parsed.why}; you gave "${given}"`);
  return parsed.value;
}

function missingError(path: string, declaration: Declaration, values: Values): UsageError {
  const isArgument = (name: string) => Object.hasOwn(declaration.arguments, name);
  const names = missingOf(declaration, values).map(([name, param]) =>
    isArgument(name) ? `${param.placeholder} (${param.help})` : `${flagName(name)} (${param.help})`,
  );
  const example = declaration.examples[0]?.command ?? skeleton(path, declaration);
  return new UsageError(`lm ${path} needs ${names.join(' and ')}`, `for example: ${example}`);
}

/** The shortest line that has every required value, with placeholders where no example is declared. */
function skeleton(path: string, declaration: Declaration): string {
  const value = (param: Param<unknown>) => param.example ?? param.choices[0] ?? param.placeholder;
  const required = (params: Params) => Object.entries(params).filter(([, param]) => param.required);
  const words = required(declaration.arguments).map(([, param]) => value(param));
  const options = required(declaration.options).map(([name, param]) => `${flagName(name)} ${value(param)}`);
  return ['lm', path, ...words, ...options].join(' ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
