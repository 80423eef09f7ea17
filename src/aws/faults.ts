import { Fault } from '../contract/fault.ts';
import { UsageError } from '../contract/usage.ts';

/** What is known beside the error itself. */
export interface Around {
  readonly operation: string;
  readonly profile: string | undefined;
  readonly timeoutMs: number | undefined;
}

/** An exception of an AWS service, as the SDK throws it: the code of the service is its name. */
interface ServiceError extends Error {
  readonly $metadata: { readonly requestId?: string; readonly httpStatusCode?: number };
  readonly $retryable?: object;
}

const isService = (error: Error): error is ServiceError => '$fault' in error && '$metadata' in error;

/**
 * What a failed call becomes: AWS's own code, message and request id; or in our words what kept it from being answered.
 * Nothing else of the SDK's error goes on, so that no secret can. A mistake of ours stays what it is.
 */
export function translated(error: unknown, around: Around): Error {
  if (error instanceof Fault || error instanceof UsageError) return error;
  if (!(error instanceof Error)) return new Fault({ code: 'UnknownError', message: String(error) });
  if (/^Region (is missing|not accepted: region="")/.test(error.message)) return regionMissing();
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError')
    return noCredentials(error, around);
  if (error.name === 'AbortError') return tooSlow(around);
  if (codeOf(error) === 'ERR_INVALID_URL') return noEndpoint(error);
  if (isService(error) && error.$metadata.httpStatusCode !== undefined && !(error instanceof SyntaxError))
    return refused(error, around);
  return isConnection(error) ? unanswered(error, around) : error;
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * Whether the way to AWS or its answer was at fault: the system and Node give such an error a code, and the SDK hangs the
 * answer on what it could not read. Anything else is a mistake of ours, which must not look like a broken connection.
 */
const isConnection = (error: Error): boolean =>
  '$response' in error ||
  error instanceof SyntaxError ||
  error.name === 'TimeoutError' ||
  (codeOf(error) !== undefined && !(error instanceof TypeError));

function refused(error: ServiceError, around: Around): Fault {
  const { name: code, message, $metadata, $retryable } = error;
  const { requestId, httpStatusCode = 0 } = $metadata;
  const text =
    message === '' || message === 'UnknownError' ? `AWS answered ${httpStatusCode} to ${around.operation}` : message;
  return new Fault({
    code,
    message: EXPIRED.test(code) ? `${text}. To fix: ${signIn(text, around)}` : text,
    retryable: $retryable !== undefined || httpStatusCode >= 500 || THROTTLED.test(code),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

const EXPIRED = /ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|AuthFailure/;
const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|BandwidthLimit/;

/** No answer that can be read: the connection failed or broke, or what came is not what AWS sends. */
function unanswered(error: Error, { operation }: Around): Fault {
  const code = codeOf(error) ?? error.name;
  const why = error instanceof SyntaxError ? 'the answer was cut off or is not one of AWS' : error.message || code;
  if (/TimeoutError|ETIMEDOUT/.test(`${error.name} ${code}`)) {
    return new Fault({ code: 'RequestTimeout', message: `${operation} was not answered: ${why}`, retryable: true });
  }
  return new Fault({
    code: 'ConnectionFailed',
    message: `${operation} was not answered (${code}): ${why}`,
    retryable: true,
  });
}

function tooSlow({ operation, timeoutMs }: Around): Fault {
  const message = `${operation} was not answered within ${(timeoutMs ?? 0) / 1000} s (--timeout)`;
  return new Fault({ code: 'RequestTimeout', message, retryable: true });
}

function regionMissing(): UsageError {
  return new UsageError(
    'which Region? None was given, and neither the environment nor the profile names one',
    'add --region us-east-1, set AWS_REGION, or run: aws configure set region us-east-1',
  );
}

function noEndpoint(error: Error): UsageError {
  const given = 'input' in error && typeof error.input === 'string' ? ` "${error.input}"` : '';
  return new UsageError(
    `the endpoint${given} is no URL`,
    'give one that starts with http:// or https:// as --endpoint-url, or in AWS_ENDPOINT_URL',
  );
}

function noCredentials(error: Error, around: Around): Fault {
  const { profile } = around;
  const whose = profile === undefined ? 'there are no AWS credentials' : `profile ${profile} gives no AWS credentials`;
  const [why = ''] = error.message.split('\n');
  return new Fault({
    code: 'CredentialsProviderError',
    message: `${whose}: ${why.replace(/\.$/, '')}. To fix: ${signIn(error.message, around)}`,
  });
}

/** The command that mends missing or expired credentials. */
function signIn(why: string, { profile }: Around): string {
  const of = profile === undefined ? '' : ` --profile ${profile}`;
  if (/\bSSO\b|sso login/i.test(why)) return `aws sso login${of}`;
  if (/aws login/i.test(why)) return `aws login${of}`;
  return `aws configure${of} (or, where the profile signs in through IAM Identity Center: aws sso login${of})`;
}
