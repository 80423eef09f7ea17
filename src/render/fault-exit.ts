import { EXIT, type ExitCode } from '../contract/exit.ts';

const DENIED =
  /AccessDenied|Unauthorized|AuthFailure|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|OptInRequired|CredentialsProvider|RequestExpired|AccountMismatch/;
const NOT_FOUND = /NotFound/;
const CONFLICT = /Conflict|Duplicate|AlreadyExist|InUse/;

/** The exit code of a fault that names no constraint, from AWS's error code. */
export function exitOfCode(code: string): ExitCode {
  if (code === 'DryRunUndecided') return EXIT.refused;
  if (code === 'RequestTimeout') return EXIT.timedOut;
  if (DENIED.test(code)) return EXIT.denied;
  if (NOT_FOUND.test(code)) return EXIT.notFound;
  return CONFLICT.test(code) ? EXIT.conflict : EXIT.error;
}
