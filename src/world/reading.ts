import { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import type { Call, Scope } from '../contract/ports.ts';
import type { Fact } from '../contract/world.ts';
import { isDenied, missingPermission } from '../validation/denied.ts';

/** A way to read an account and Region. */
export interface Reading {
  readonly call: Call;
  readonly scope: Scope;
}

const ABSENT = /NotFound|^NoSuchEntity|^InvalidInstanceType$|^InvalidInstanceId$|\.Malformed$/;

/**
 * One answer of AWS as a fact. What does not exist is known not to; what may not be read is unknown, with the permission
 * that is missing; any other failure is a failure of the whole question and goes on.
 */
export async function factOf<T>(operation: OperationName, read: () => Promise<T | undefined>): Promise<Fact<T>> {
  try {
    return { known: true, value: await read() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (isDenied(error)) return { known: false, why: 'denied', permission: missingPermission(error, operation) };
    if (ABSENT.test(error.code) || isUnknownConfiguration(error)) return { known: true, value: undefined };
    throw error;
  }
}

/** A configuration that is unknown or deleted is a wrong value to License Manager (RULINGS 2). */
const isUnknownConfiguration = ({ code, message }: Fault): boolean =>
  code === 'InvalidParameterValueException' && /Invalid license configuration ARN/i.test(message);

/** Follows every page of a listing. */
export async function everyPage<T>(
  read: (
    token: string | undefined,
  ) => Promise<{ readonly rows: readonly T[] | undefined; readonly next: string | undefined }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { rows, next } = await read(token);
    all.push(...(rows ?? []));
    token = next || undefined;
  } while (token !== undefined);
  return all;
}
