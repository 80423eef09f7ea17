import type { Caller } from '../local-engine/service.ts';
import type { WireRequest } from './message.ts';
import { Problem } from './problem.ts';

/** Where a request was signed for: the credential scope of Signature Version 4. */
export interface Signed extends Caller {
  readonly service: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const ACCOUNT = /^\d{12}$/;
/** `aws-global` and the like are what SDKs write for services without a Region. */
const REGION = /^[a-z]{2,}(-[a-z]+)+(-\d+)?$/;

/**
 * Reads the credential scope, `ACCESS_KEY_ID/DATE/REGION/SERVICE/aws4_request`, from the Authorization header or from
 * X-Amz-Credential in the query. An access key id of 12 digits names the account; the signature itself is not verified.
 * Follows "Create a signed AWS API request" in the IAM User Guide.
 * @returns undefined for a request without credentials
 * @throws Problem (malformed-credentials)
 */
export function signedFor({ header, query }: Pick<WireRequest, 'header' | 'query'>): Signed | undefined {
  const written = header('authorization');
  if (written !== undefined) return scopeOf(inHeader(written));
  const credential = new URLSearchParams(query).get('X-Amz-Credential');
  return credential === null ? undefined : scopeOf(credential);
}

/** The credential scope of an Authorization header that is as it should be, so far. */
export function credentialIn(header: string): string | undefined {
  return header.startsWith(`${ALGORITHM} `) ? /[ ,]Credential=([^, ]+)/.exec(header)?.[1] : undefined;
}

function inHeader(header: string): string {
  if (!header.startsWith(`${ALGORITHM} `))
    throw malformed(`the Authorization header must begin with ${ALGORITHM} (Signature Version 4)`);
  const credential = credentialIn(header);
  if (credential === undefined) throw malformed('the Authorization header requires the parameter Credential');
  return credential;
}

function scopeOf(credential: string): Signed {
  const parts = credential.split('/');
  const [service = '', terminator] = parts.slice(-2);
  const [key = '', , region = ''] = parts;
  if (parts.length !== 5 || terminator !== 'aws4_request' || key === '' || service === '' || !REGION.test(region))
    throw malformed(`Credential must be KEY/DATE/REGION/SERVICE/aws4_request; found "${credential}"`);
  return {
    account: ACCOUNT.test(key) ? key : undefined,
    region: region === 'aws-global' ? undefined : region,
    service,
  };
}

const malformed = (message: string): Problem => new Problem('malformed-credentials', message);
