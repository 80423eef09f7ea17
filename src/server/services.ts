import { ERROR_STATUSES } from '../contract/shapes/http.ts';
import { ec2 } from './protocol/ec2.ts';
import { json11 } from './protocol/json11.ts';
import type { Protocol } from './protocol/protocol.ts';
import { query } from './protocol/query.ts';
import { restJson } from './protocol/restjson.ts';

/** A service of AWS as it stands on the wire. */
export interface WireService {
  /** Its name in IAM, in the operations of this program and in the credential scope. */
  readonly name: string;
  readonly protocol: Protocol;
  /** What stands before the dot of X-Amz-Target, for the protocols that have it. */
  readonly target?: string;
  /** The API version that a form names. */
  readonly version?: string;
  /** Whether method and path name its operations (`restJson`). */
  readonly byPath?: true;
}

/** Every service that is served. */
export const SERVICES: readonly WireService[] = [
  { name: 'license-manager', protocol: json11('ServerInternalException'), target: 'AWSLicenseManager' },
  { name: 'ec2', protocol: ec2('http://ec2.amazonaws.com/doc/2016-11-15/'), version: '2016-11-15' },
  { name: 'ssm', protocol: json11('InternalServerError'), target: 'AmazonSSM' },
  {
    name: 'sts',
    protocol: query('https://sts.amazonaws.com/doc/2011-06-15/', statusesOf('sts')),
    version: '2011-06-15',
  },
  { name: 'organizations', protocol: json11('ServiceException'), target: 'AWSOrganizationsV20161128' },
  {
    name: 'iam',
    protocol: query('https://iam.amazonaws.com/doc/2010-05-08/', statusesOf('iam')),
    version: '2010-05-08',
  },
  {
    name: 'sns',
    protocol: query('http://sns.amazonaws.com/doc/2010-03-31/', statusesOf('sns')),
    version: '2010-03-31',
  },
  rest('resource-groups', 'InternalServerErrorException'),
  rest('ram', 'ServerInternalException'),
];

/** @param internal the code of the service's own failure */
function rest(name: string, internal: string): WireService {
  return { name, protocol: restJson(internal, statusesOf(name)), byPath: true };
}

/** The HTTP status of a service's errors by code, where it is not 400. */
function statusesOf(service: string): Readonly<Record<string, number>> {
  return ERROR_STATUSES[service] ?? {};
}
