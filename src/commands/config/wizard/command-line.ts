import type { Settings } from '../../../contract/settings.ts';
import { flagName } from '../../names.ts';
import type { Param } from '../../params.ts';
import { shellWord } from '../../shared/shell-word.ts';
import { type CreateArgs, create } from '../declare-terms.ts';
import { TENANCY_WORDS } from '../term-options.ts';

/**
 * The line that makes the same configuration without questions; a shell reads it back to the same arguments.
 * @param settings adds the global options that this run was given
 */
export function commandLine(args: CreateArgs, settings?: Settings): string {
  return ['lm', ...commandWords(args), ...(settings === undefined ? [] : globalWords(settings))]
    .map(shellWord)
    .join(' ');
}

/** The words after `lm`, as they stand after the shell has read them. */
export function commandWords(args: CreateArgs): readonly string[] {
  const { name, type, count, tenancy = [], expires, tag = {}, ...plain } = args;
  const written: Partial<Record<keyof typeof create.options, unknown>> = {
    type: type.toLowerCase(),
    count,
    ...plain,
    tenancy: tenancy.map((rule) => TENANCY_WORDS[rule]).join(',') || undefined,
    expires: expires === undefined ? undefined : new Date(expires * 1000).toISOString(),
    tag: Object.entries(tag).map(([key, value]) => `${key}=${value}`),
  };
  const options = Object.entries<Param<unknown>>(create.options).flatMap(([key, param]) =>
    optionWords(flagName(key), param, Object.entries(written).find(([one]) => one === key)?.[1]),
  );
  // A name that looks like an option comes last, after the sign that ends the options.
  return name.startsWith('-') ? ['config', 'create', ...options, '--', name] : ['config', 'create', name, ...options];
}

function optionWords(flag: string, param: Param<unknown>, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (value === true) return [flag];
  if (value === false) return param.off.slice(0, 1).map(flagName);
  if (Array.isArray(value)) return value.flatMap((one) => valueWords(flag, String(one)));
  return valueWords(flag, String(value));
}

/** A value that looks like an option is joined to its own with an equals sign. */
const valueWords = (flag: string, value: string): readonly string[] =>
  value.startsWith('-') ? [`${flag}=${value}`] : [flag, value];

/** The settings that were written on this line; how it is drawn is not part of what it makes. */
function globalWords({ output: _, ...settings }: Settings): readonly string[] {
  return Object.values(settings).flatMap(({ origin, value }) =>
    origin.kind === 'flag' && typeof value === 'string' ? [origin.name, value] : [],
  );
}
