import { Fault } from '../contract/fault.ts';

/**
 * A failure after changes of the same command that went through: it names them, and says that they stay. Nothing is undone, because
 * undoing can fail as well; and what follows a launch may fail where the launch did not, so nobody shall launch twice.
 */
export function afterChanges(error: Fault, done: readonly string[], tell: (line: string) => void): Fault {
  const words = `done before it, and not undone: ${done.join('; ')}. What was to come after it was not done`;
  // A refusal by a constraint is told by the constraint, so this needs a line of its own.
  if (error.violations.length > 0) tell(words);
  const { code, message, violations, requestId } = error;
  return new Fault({
    code,
    message: `${message.replace(/\.$/, '')}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    violations,
    // The call may be repeated, the command may not.
    retryable: false,
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** A change in a few words: the operation, and what it made or was about. */
export function changeMade(operation: string, input: object, output: object): string {
  const made = firstOf(MADE, output);
  return `${operation} ${(made.length > 0 ? made : firstOf(ABOUT, input)).join(', ')}`.trimEnd();
}

/** What answers call a resource by, the one that was made before those it is made of. */
const MADE = [
  ...['InstanceId', 'HostIds', 'LaunchTemplateId', 'LicenseConversionTaskId', 'LicenseManagerReportGeneratorArn'],
  ...['resourceShareArn', 'GroupArn', 'ImportTaskId', 'ImageId', 'LicenseConfigurationArn'],
];

/** What requests call a resource by. */
const ABOUT = [
  ...['ResourceArn', 'LicenseConfigurationArn', 'ImageId', 'InstanceId', 'HostIds', 'Name', 'resourceShareArn', 'name'],
];

const DEEPEST = 3;

function firstOf(names: readonly string[], value: object): readonly string[] {
  for (const name of names) {
    const found = textsAt(name, value, DEEPEST);
    if (found.length > 0) return found;
  }
  return [];
}

function textsAt(name: string, value: unknown, depth: number): readonly string[] {
  if (typeof value !== 'object' || value === null || depth < 0) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key !== name) return textsAt(name, one, depth - 1);
    return [one].flat().filter((each): each is string => typeof each === 'string');
  });
}
