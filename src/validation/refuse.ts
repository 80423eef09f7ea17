import type { Violation } from '../contract/decision.ts';
import { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import { operationNames } from '../contract/shapes/names.ts';
import { constraint, describe } from './catalogue/index.ts';
import { shapeFaultCode } from './shape.ts';

/** How AWS's own message of a refusal begins, where that is known. */
const OPENINGS: Readonly<Record<string, string>> = {
  'launch-hard-block': 'No licenses available. ',
  'launch-hard-min-max': 'No licenses available. ',
  'config-associate-hard-limit': 'No licenses available. ',
};

/** EC2's codes for what License Manager calls otherwise: they end without "Exception". */
const EC2_CODES: Readonly<Record<string, string>> = {
  InvalidParameterValueException: 'InvalidParameterValue',
  AccessDeniedException: 'UnauthorizedOperation',
};

/** Resource Groups has few codes: whatever is not one of them is a bad request. */
const GROUP_CODES: Readonly<Record<string, string>> = {
  ForbiddenException: 'ForbiddenException',
  NotFoundException: 'NotFoundException',
  AccessDeniedException: 'ForbiddenException',
  UnauthorizedOperation: 'ForbiddenException',
  'InvalidHostID.NotFound': 'NotFoundException',
};

/** RAM's own codes, by the id of a constraint or by the code that other services have. */
const RAM_CODES: Readonly<Record<string, string>> = {
  'client-token-mismatch': 'IdempotentParameterMismatchException',
  'tag-limit-50': 'TagLimitExceededException',
  InvalidParameterValueException: 'InvalidParameterException',
};

/** SNS's own codes, in the same way. */
const SNS_CODES: Readonly<Record<string, string>> = {
  'tag-limit-50': 'TagLimitExceeded',
  InvalidParameterValueException: 'InvalidParameter',
};

/** What other services call a page token that is not theirs. */
const TOKEN_CODES: Readonly<Record<string, string>> = {
  organizations: 'InvalidInputException',
  'resource-groups': 'BadRequestException',
  ram: 'InvalidNextTokenException',
  ssm: 'InvalidNextToken',
  sns: 'InvalidParameter',
  iam: 'ValidationError',
};

/**
 * The Fault of a refused call: code and message of the first violation, and every violation as data.
 * @param operation the operation refused; some refusals have another code in another service
 */
export function faultOf(violations: readonly Violation[], operation?: OperationName): Fault {
  const [first] = violations;
  if (first === undefined) return new Fault({ code: 'InternalError', message: 'refused without a reason' });
  const { message, fix } = describe(first);
  const [next] = fix;
  const advice = next === undefined ? '' : ` To fix: ${next}.`;
  const text = `${OPENINGS[first.id] ?? ''}${message}.${advice}`;
  return new Fault({ code: codeOf(first, operation), message: text, violations });
}

/**
 * Throws the Fault of the first list that holds a violation; lists stand in order of precedence.
 * @throws Fault with every violation of that list
 */
export function guard(...lists: readonly (readonly Violation[])[]): void {
  const broken = lists.find((list) => list.length > 0);
  if (broken !== undefined) throw faultOf(broken);
}

/** As `guard`, with the code that this operation's service has for the refusal. */
export function guardIn(operation: OperationName, ...lists: readonly (readonly Violation[])[]): void {
  const broken = lists.find((list) => list.length > 0);
  if (broken !== undefined) throw faultOf(broken, operation);
}

function codeOf(violation: Violation, operation?: OperationName): string {
  const shaped = shapeOperation(violation);
  if (shaped !== undefined) return shapeFaultCode(shaped, violation);
  const code = constraint(violation.id)?.fault ?? 'InternalError';
  if (operation === undefined) return code;
  if (operation.startsWith('ec2:')) return ec2Code(violation.id, code);
  const ofToken = TOKEN_CODES[operation.slice(0, operation.indexOf(':'))];
  if (violation.id === 'page-token-invalid' && ofToken !== undefined) return ofToken;
  if (operation.startsWith('resource-groups:')) return GROUP_CODES[code] ?? 'BadRequestException';
  if (operation.startsWith('ram:')) return RAM_CODES[violation.id] ?? RAM_CODES[code] ?? code;
  if (operation.startsWith('sns:')) return SNS_CODES[violation.id] ?? SNS_CODES[code] ?? code;
  if (operation.startsWith('license-manager:')) return licenseManagerCode(code, operation);
  return code;
}

/** These two are EC2's: License Manager calls them requests that it cannot carry out. */
function licenseManagerCode(code: string, operation: OperationName): string {
  if (code === 'InvalidTenancy' || code === 'IdempotentParameterMismatch') return 'ValidationException';
  // Terms that no launch could satisfy are wrong values while a configuration is made, not a lack of licences.
  const makesTerms =
    operation.endsWith(':CreateLicenseConfiguration') || operation.endsWith(':UpdateLicenseConfiguration');
  return makesTerms && code === 'LicenseUsageException' ? 'InvalidParameterValueException' : code;
}

function ec2Code(id: string, code: string): string {
  return id === 'page-token-invalid' ? 'InvalidPaginationToken' : (EC2_CODES[code] ?? code);
}

/** A shape violation carries the operation it was found in. */
function shapeOperation({ id, args }: Violation): OperationName | undefined {
  return id.startsWith('shape-') ? operationNames.find((name) => name === args.operation) : undefined;
}
