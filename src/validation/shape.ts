import type { Violation } from '../contract/decision.ts';
import type { OperationName } from '../contract/operations.ts';
import type { ListShape, MapShape, NumberShape, Shape, StringShape, StructureShape } from '../contract/shape.ts';
import { malformedRequest } from '../contract/shapes/faults.ts';

export type ShapeRuleId =
  | 'shape-required-member'
  | 'shape-unknown-member'
  | 'shape-type'
  | 'shape-enum'
  | 'shape-range'
  | 'shape-length'
  | 'shape-pattern';

/** A broken shape rule; `path` is the member, written as in `LicenseSpecifications[0].LicenseConfigurationArn`. */
export interface ShapeViolation extends Violation {
  readonly id: ShapeRuleId;
  readonly path: string;
  readonly args: ShapeArgs;
}

/** What is known of a broken shape rule; which members are set depends on the rule. */
export type ShapeArgs = {
  readonly operation: string;
  /** The path, or words for the request as a whole. */
  readonly member: string;
  /** What was given (never a secret), or how much of it. */
  readonly found?: string | number;
  /** The kind of value that belongs here, in words. */
  readonly expected?: string;
  /** Values or member names that are known here. */
  readonly allowed?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** What a length counts. */
  readonly unit?: 'characters' | 'entries';
  readonly pattern?: string;
};

/**
 * Compares a request with the operation's input shape in AWS's service model.
 * Members that are `undefined` count as absent; `null` never fits. A timestamp is a valid Date, a blob is bytes.
 * @returns every violation, members in the model's order and depth first, unknown members after them.
 */
export function checkShape(operation: OperationName, shape: Shape, input: unknown): readonly ShapeViolation[] {
  const found: ShapeViolation[] = [];
  const report: Report = (id, path, args) => {
    found.push({ id, path, args: { operation, member: path === '' ? 'the request' : path, ...args } });
  };
  checkValue({ path: '', report }, shape, input);
  return found;
}

/** The error that a service sends for every broken shape rule: as it models one, or by its reference of common errors. */
const MALFORMED: Readonly<Record<string, string>> = {
  sts: 'ValidationError',
  iam: 'ValidationError',
  sns: 'InvalidParameter',
  organizations: 'InvalidInputException',
  'resource-groups': 'BadRequestException',
  ram: 'InvalidParameterException',
  ssm: 'ValidationException',
};

/**
 * The error code that AWS sends for a broken shape rule.
 * License Manager's comes from the operation's modelled errors, EC2's from its error reference.
 */
export function shapeFaultCode(operation: OperationName, violation: Violation): string {
  if (isLicenseManager(operation)) return malformedRequest[operation];
  const ofService = MALFORMED[operation.slice(0, operation.indexOf(':'))];
  if (ofService !== undefined) return ofService;
  if (violation.id === 'shape-required-member') return 'MissingParameter';
  return violation.id === 'shape-unknown-member' ? 'UnknownParameter' : 'InvalidParameterValue';
}

function isLicenseManager(operation: OperationName): operation is keyof typeof malformedRequest {
  return Object.hasOwn(malformedRequest, operation);
}

type Report = (id: ShapeRuleId, path: string, args: Omit<ShapeArgs, 'operation' | 'member'>) => void;

interface Place {
  readonly path: string;
  readonly report: Report;
}

function checkValue(place: Place, shape: Shape, value: unknown): void {
  if (shape.type === 'structure' && isRecord(value)) checkStructure(place, shape, value);
  else if (shape.type === 'list' && Array.isArray(value)) checkList(place, shape, value);
  else if (shape.type === 'map' && isRecord(value)) checkMap(place, shape, value);
  else if (shape.type === 'string' && typeof value === 'string') checkText(place, shape, value);
  else if (isNumeric(shape) && isNumberFor(shape, value)) checkRange(place, shape, value);
  else if (!isPlain(shape, value)) reportType(place, shape, value);
}

/** Whether the value fits a type that has no bounds of its own. */
function isPlain(shape: Shape, value: unknown): boolean {
  if (shape.type === 'boolean') return typeof value === 'boolean';
  if (shape.type === 'timestamp') return value instanceof Date && !Number.isNaN(value.getTime());
  return shape.type === 'blob' && value instanceof Uint8Array;
}

function checkStructure(place: Place, shape: StructureShape, value: Readonly<Record<string, unknown>>): void {
  for (const [name, member] of Object.entries(shape.members)) {
    const inner = { ...place, path: place.path === '' ? name : `${place.path}.${name}` };
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined) {
      checkValue(inner, member, given);
    } else if (shape.required?.includes(name)) {
      place.report('shape-required-member', inner.path, { expected: describe(member), ...choices(member) });
    }
  }
  for (const [name, given] of Object.entries(value)) {
    if (given === undefined || Object.hasOwn(shape.members, name)) continue;
    const path = place.path === '' ? name : `${place.path}.${name}`;
    place.report('shape-unknown-member', path, { found: name, allowed: Object.keys(shape.members) });
  }
}

function checkList(place: Place, shape: ListShape, value: readonly unknown[]): void {
  checkLength(place, shape, value.length, 'entries');
  // forEach would skip holes, which are absent entries and never fit.
  for (const [index, entry] of value.entries()) {
    checkValue({ ...place, path: `${place.path}[${index}]` }, shape.member, entry);
  }
}

function checkMap(place: Place, shape: MapShape, value: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  checkLength(place, shape, entries.length, 'entries');
  for (const [key, entry] of entries) {
    const inner = { ...place, path: `${place.path}.${key}` };
    checkValue(inner, shape.key, key);
    checkValue(inner, shape.value, entry);
  }
}

function checkText(place: Place, shape: StringShape, value: string): void {
  const found = shape.sensitive ? '(hidden)' : value;
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    place.report('shape-enum', place.path, { found, allowed: shape.enum });
  }
  checkLength(place, shape, [...value].length, 'characters');
  if (shape.pattern !== undefined && !wholeMatch(shape.pattern, value)) {
    place.report('shape-pattern', place.path, { found, pattern: shape.pattern });
  }
}

/** AWS's services match the whole text, whether or not the model writes the anchors. */
function wholeMatch(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

type Bounds = { readonly min?: number; readonly max?: number };

function checkLength(place: Place, { min, max }: Bounds, found: number, unit: ShapeArgs['unit']): void {
  if (found < (min ?? 0) || found > (max ?? Number.POSITIVE_INFINITY)) {
    place.report('shape-length', place.path, { found, unit, min, max });
  }
}

/** What each number type holds; a JavaScript number is exact up to 2^53 - 1 only, so a Long ends there too. */
const WIDTH = {
  integer: { min: -(2 ** 31), max: 2 ** 31 - 1 },
  long: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER },
  double: { min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
} as const;

function isNumeric(shape: Shape): shape is NumberShape {
  return shape.type === 'integer' || shape.type === 'long' || shape.type === 'double';
}

function isNumberFor(shape: NumberShape, value: unknown): value is number {
  return typeof value === 'number' && (shape.type === 'double' ? Number.isFinite(value) : Number.isInteger(value));
}

function checkRange(place: Place, shape: NumberShape, value: number): void {
  const min = shape.min ?? WIDTH[shape.type].min;
  const max = shape.max ?? WIDTH[shape.type].max;
  if (value < min || value > max) place.report('shape-range', place.path, { found: value, min, max });
}

function reportType(place: Place, shape: Shape, value: unknown): void {
  const hidden = 'sensitive' in shape && shape.sensitive === true;
  place.report('shape-type', place.path, { expected: describe(shape), found: hidden ? '(hidden)' : show(value) });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) && !(value instanceof Date) && !ArrayBuffer.isView(value);
}

const KINDS = {
  structure: 'a structure',
  list: 'a list',
  map: 'a map',
  string: 'text',
  integer: 'a whole number',
  long: 'a whole number',
  double: 'a number',
  boolean: 'true or false',
  timestamp: 'a point in time',
  blob: 'bytes',
} as const;

function describe(shape: Shape): string {
  return KINDS[shape.type];
}

function choices(shape: Shape): { readonly allowed?: readonly string[] } {
  return shape.type === 'string' && shape.enum !== undefined ? { allowed: shape.enum } : {};
}

/** The value as a reader recognises it: what it is, and itself when it is short. */
function show(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : 'a point in time';
  if (ArrayBuffer.isView(value)) return 'bytes';
  if (typeof value === 'object' && value !== null) return 'a structure';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  return String(value);
}
