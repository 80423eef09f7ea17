import type { WireAnswer } from '../message.ts';
import type { WireFaults } from '../problem.ts';
import { fromJson, malformed, parsed, toJson } from './json.ts';
import type { Protocol } from './protocol.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.1';

/** What AWS's JSON services say of a request that no operation sees; a service has its own name for its own failure. */
export const jsonFaults = (internal: string): WireFaults => ({
  'unknown-operation': { code: 'UnknownOperationException', status: 400 },
  'malformed-body': { code: 'SerializationException', status: 400 },
  'too-large': { code: 'RequestEntityTooLargeException', status: 413 },
  'no-credentials': { code: 'MissingAuthenticationTokenException', status: 400 },
  'malformed-credentials': { code: 'IncompleteSignatureException', status: 400 },
  'unknown-account': { code: 'UnrecognizedClientException', status: 400 },
  'foreign-credentials': { code: 'InvalidSignatureException', status: 400 },
  forbidden: { code: 'AccessDeniedException', status: 403 },
  internal: { code: internal, status: 500 },
});

/**
 * AWS JSON 1.1 (smithy.io, "AWS JSON 1.1 protocol"): one POST to `/`, members by name. Every error of an operation is
 * 400, as the API references say, but the service's own failure.
 * @param internal the code of the service's own failure
 */
export function json11(internal: string): Protocol {
  return {
    read: ({ body }, shape) => {
      const value = fromJson(shape, parsed(body), '');
      if (typeof value === 'object' && value !== null) return value;
      throw malformed('the body must be a JSON object');
    },
    answer: ({ output, shape, requestId }) => message(200, requestId, toJson(shape, output)),
    refuse: ({ code, message: text, status, requestId }) => {
      const { headers, ...rest } = message(status, requestId, { __type: code, message: text });
      return { ...rest, headers: { ...headers, 'x-amzn-ErrorType': code } };
    },
    faults: jsonFaults(internal),
    statusOf: (code) => (code === internal ? 500 : 400),
  };
}

function message(status: number, requestId: string, body: unknown): WireAnswer {
  return {
    status,
    headers: { 'content-type': CONTENT_TYPE, 'x-amzn-RequestId': requestId },
    body: JSON.stringify(body ?? {}),
  };
}
