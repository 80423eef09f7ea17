import type { WireFaults } from '../problem.ts';
import { type FormRules, readForm } from './form.ts';
import type { Protocol } from './protocol.ts';
import { rooted, xml } from './query.ts';
import { element, escaped, membersToXml } from './xml.ts';

const faults: WireFaults = {
  'unknown-operation': { code: 'InvalidAction', status: 400 },
  'malformed-body': { code: 'MalformedQueryString', status: 400 },
  'too-large': { code: 'RequestEntityTooLarge', status: 413 },
  'no-credentials': { code: 'MissingAuthenticationToken', status: 403 },
  'malformed-credentials': { code: 'IncompleteSignature', status: 400 },
  'unknown-account': { code: 'AuthFailure', status: 401 },
  'foreign-credentials': { code: 'AuthFailure', status: 401 },
  forbidden: { code: 'UnauthorizedOperation', status: 403 },
  internal: { code: 'InternalError', status: 500 },
};

/** Codes of operations whose HTTP status is not 400: "Error codes for the Amazon EC2 API". */
const STATUS: Readonly<Record<string, number>> = {
  AuthFailure: 401,
  UnauthorizedOperation: 403,
  DryRunOperation: 412,
  InternalError: 500,
};

/** Lists are always flat (`InstanceId.1`), and a member without a query name begins with a capital. */
const rules: FormRules = {
  nameOf: (member) => `${member.charAt(0).toUpperCase()}${member.slice(1)}`,
  entryOf: () => [],
};

/** EC2 Query (smithy.io, "EC2 query protocol"): a form in, XML out; the answer's members stand beside its request id. */
export function ec2(namespace: string): Protocol {
  return {
    read: (request, shape) => readForm(request, shape, rules),
    answer: ({ action, output, shape, requestId }) => {
      const members = membersToXml(shape, output);
      // An operation that answers nothing says that it was done.
      const hasMembers = shape.type === 'structure' && Object.keys(shape.members).length > 0;
      const content = `${element('requestId', requestId)}${hasMembers ? members : element('return', 'true')}`;
      return xml(200, requestId, rooted(`${action}Response`, namespace, content));
    },
    refuse: ({ code, message, status, requestId }) => {
      const error = element('Error', `${element('Code', code)}${element('Message', escaped(message))}`);
      const content = `${element('Errors', error)}${element('RequestID', requestId)}`;
      return xml(status, requestId, element('Response', content));
    },
    faults,
    statusOf: (code) => STATUS[code] ?? 400,
  };
}
