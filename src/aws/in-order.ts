import { Fault } from '../contract/fault.ts';
import type { Call } from '../contract/ports.ts';
import { isRead } from './kinds.ts';

/**
 * Runs several calls one after the other. Where one fails, the Fault names the calls that were made before it and stay:
 * nothing is undone, because undoing can fail as well.
 */
export async function inOrder<T>(
  call: Call,
  steps: (call: Call) => Promise<T>,
  tell: (line: string) => void,
): Promise<T> {
  const done: string[] = [];
  const noting: Call = async (operation, input) => {
    const output = await call(operation, input);
    if (!isRead(operation)) done.push(`${operation} ${subjectOf(input)}`.trimEnd());
    return output;
  };
  try {
    return await steps(noting);
  } catch (error) {
    if (!(error instanceof Fault) || done.length === 0) throw error;
    const words = `done before it, and not undone: ${done.join('; ')}. What was to come after it was not done`;
    // A refusal by a constraint is told by the constraint, so this needs a line of its own.
    if (error.violations.length > 0) tell(words);
    const { code, message, violations, requestId, retryable } = error;
    throw new Fault({
      code,
      message: `${message.replace(/\.$/, '')}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`,
      violations,
      retryable,
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}

/** What a call was about: the one member that names a resource. */
function subjectOf(input: object): string {
  const members = new Map<string, unknown>(Object.entries(input));
  for (const name of [
    'ResourceArn',
    'LicenseConfigurationArn',
    'ImageId',
    'InstanceId',
    'Name',
    'resourceShareArn',
    'name',
  ]) {
    const value = members.get(name);
    if (typeof value === 'string') return value;
  }
  return '';
}
