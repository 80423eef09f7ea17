import type { WireAnswer } from '../message.ts';
import type { WireFaults } from '../problem.ts';
import { type FormRules, readForm } from './form.ts';
import type { Protocol, Statuses } from './protocol.ts';
import { element, escaped, membersToXml } from './xml.ts';

const faults: WireFaults = {
  'unknown-operation': { code: 'InvalidAction', status: 400 },
  'malformed-body': { code: 'MalformedQueryString', status: 400 },
  'too-large': { code: 'RequestEntityTooLarge', status: 413 },
  'no-credentials': { code: 'MissingAuthenticationToken', status: 403 },
  'malformed-credentials': { code: 'IncompleteSignature', status: 400 },
  'unknown-account': { code: 'InvalidClientTokenId', status: 403 },
  'foreign-credentials': { code: 'SignatureDoesNotMatch', status: 403 },
  forbidden: { code: 'AccessDenied', status: 403 },
  internal: { code: 'InternalFailure', status: 500 },
};

const rules: FormRules = {
  nameOf: (member) => member,
  entryOf: (list) => (list.flattened ? [] : [list.item ?? 'member']),
};

/**
 * AWS Query (smithy.io, "AWS Query protocol"): a form in, XML out, lists as `Name.member.1`.
 * @param statuses the HTTP status of each error that has one of its own
 */
export function query(namespace: string, statuses: Statuses = {}): Protocol {
  return {
    read: (request, shape) => readForm(request, shape, rules),
    answer: ({ action, output, shape, requestId }) => {
      const result = element(`${action}Result`, membersToXml(shape, output));
      const metadata = element('ResponseMetadata', element('RequestId', requestId));
      return xml(200, requestId, rooted(`${action}Response`, namespace, `${result}${metadata}`));
    },
    refuse: ({ code, message, status, requestId }) => {
      const blame = element('Type', status < 500 ? 'Sender' : 'Receiver');
      const error = element('Error', `${blame}${element('Code', code)}${element('Message', escaped(message))}`);
      const content = `${error}${element('RequestId', requestId)}`;
      return xml(status, requestId, rooted('ErrorResponse', namespace, content));
    },
    faults,
    statusOf: (code) => (code === faults.internal.code ? 500 : (statuses[code] ?? 400)),
  };
}

export function rooted(name: string, namespace: string, content: string): string {
  return `<${name} xmlns="${namespace}">${content}</${name}>`;
}

/** An XML document as an answer. */
export function xml(status: number, requestId: string, root: string): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-RequestId': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${root}`,
  };
}
