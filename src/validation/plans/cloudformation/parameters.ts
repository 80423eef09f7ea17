import { UsageError } from '../../../contract/usage.ts';
import { nearest } from '../../nearest.ts';
import { anyOf } from '../../words.ts';
import { listOf, type Members, membersOf, Open } from '../open.ts';

export type GivenParameters = Readonly<Record<string, string>>;

/**
 * The value of every parameter: as given, else its default, else open. Of the types that CloudFormation looks up in Parameter
 * Store the template knows only the key, so they stay open.
 *
 * @param declared the section Parameters of the template
 * @throws UsageError for a parameter that the template lacks, or a value that it does not allow
 */
export function parameterValues(declared: Members, given: GivenParameters, file: string): ReadonlyMap<string, unknown> {
  for (const name of Object.keys(given)) if (!Object.hasOwn(declared, name)) throw noSuch(name, declared, file);
  return new Map(
    Object.entries(declared).map(([name, about]) => [name, valueOfOne(name, membersOf(about), given[name])]),
  );
}

function valueOfOne(name: string, about: Members, given: string | undefined): unknown {
  const type = String(about.Type ?? 'String');
  if (type.startsWith('AWS::SSM::Parameter::')) return new Open(`is read from Parameter Store (parameter ${name})`);
  const value = given ?? about.Default;
  if (value === undefined || value === null) {
    return new Open(`comes from the parameter ${name}, which has no default: --param ${name}=VALUE`);
  }
  if (given !== undefined) guardAllowed(name, about, given);
  const isList = type.startsWith('List<') || type === 'CommaDelimitedList';
  if (isList && !Array.isArray(value))
    return String(value)
      .split(',')
      .map((one) => one.trim());
  return value;
}

function guardAllowed(name: string, about: Members, given: string): void {
  const allowed = listOf(about.AllowedValues).map(String);
  if (allowed.length > 0 && !allowed.includes(given)) {
    throw new UsageError(`--param ${name}=${given}: the template allows ${anyOf(allowed)}`);
  }
  if (about.Type === 'Number' && !Number.isFinite(Number(given || Number.NaN))) {
    throw new UsageError(`--param ${name}=${given}: the template wants a number`);
  }
  if (typeof about.AllowedPattern === 'string' && !matches(given, about.AllowedPattern)) {
    throw new UsageError(`--param ${name}=${given}: the template allows what matches ${about.AllowedPattern}`);
  }
}

/** CloudFormation's patterns are Java's; one that is not also ours is not judged. */
function matches(value: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true;
  }
}

function noSuch(name: string, declared: Members, file: string): UsageError {
  const names = Object.keys(declared);
  const near = nearest(name, names, 1)[0];
  const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return new UsageError(
    `${file} has no parameter ${name}; ${has}`,
    near === undefined ? undefined : `did you mean ${near}?`,
  );
}
