import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import type { OperationName } from '../../contract/operations.ts';
import type { Shape } from '../../contract/shape.ts';
import { operationNames } from '../../contract/shapes/names.ts';
import { nearest } from '../nearest.ts';
import { checkShape, type ShapeArgs, type ShapeRuleId } from '../shape.ts';
import { anyOf, counted } from '../words.ts';

interface ShapeSubject {
  readonly operation: OperationName;
  readonly shape: Shape;
  readonly input: unknown;
}

/** The form of a request: what AWS's service models say of every member. `shapeFaultCode` has the error code to send. */
export const shapeRows = {
  'shape-required-member': shapeRow({
    id: 'shape-required-member',
    statement: 'Every member that the service model marks as required is given.',
    trait: 'required members',
    message: ({ member }) => `${member} is missing`,
    fix: ({ member, allowed, expected }) => [`give ${member}: ${allowed === undefined ? expected : anyOf(allowed)}`],
  }),
  'shape-unknown-member': shapeRow({
    id: 'shape-unknown-member',
    statement: 'A request holds only members that the service model knows.',
    trait: 'members',
    message: ({ member, operation }) => `${actionOf(operation)} has no member ${member}`,
    fix: ({ found, allowed = [] }) => [meant(found, allowed) ?? `the members known here: ${listed(allowed)}`],
  }),
  'shape-type': shapeRow({
    id: 'shape-type',
    statement: 'Every value has the type that the service model gives its member.',
    trait: 'types',
    message: ({ member, expected, found }) => `${member} must be ${expected}, not ${found}`,
    fix: ({ member, expected }) => [`give ${member} as ${expected}`],
  }),
  'shape-enum': shapeRow({
    id: 'shape-enum',
    statement:
      'Where the service model lists the values of a member, the value is one of them, in the same letter case.',
    trait: 'enumerations',
    message: ({ member, found }) => `${member} is ${quoted(found)}, which is not one of its values`,
    fix: ({ found, allowed = [] }) => {
      const guess = meant(found, allowed);
      return [guess === undefined ? `use ${listed(allowed)}` : `${guess} (${listed(allowed)})`];
    },
  }),
  'shape-range': shapeRow({
    id: 'shape-range',
    statement:
      'A number lies within the bounds of its member: those of the service model, and those of its type. Whole numbers end at 9007199254740991, the largest that JSON tools keep exact.',
    trait: 'ranges',
    message: (a) => `${a.member} is ${a.found}, ${overOrUnder(a)}`,
    fix: (a) => [`give ${a.member} a number: ${bounds(a)}`],
  }),
  'shape-length': shapeRow({
    id: 'shape-length',
    statement: 'A text or a list is as long as the service model allows.',
    trait: 'lengths',
    message: (a) => `${a.member} has ${lengthOf(a)}, ${overOrUnder(a)}`,
    fix: (a) => [`give ${a.member} ${bounds(a)} ${a.unit}`],
  }),
  'shape-pattern': shapeRow({
    id: 'shape-pattern',
    statement: 'Where the service model gives a pattern, the whole text matches it.',
    trait: 'patterns',
    message: ({ member, found }) => `${member} is ${quoted(found)}, which does not have the form that AWS expects`,
    fix: ({ member, pattern }) => [`write ${member} so that all of it matches ${pattern}`],
  }),
};

interface ShapeRow {
  readonly id: ShapeRuleId;
  readonly statement: string;
  /** Which part of the service model says so. */
  readonly trait: string;
  readonly message: (args: ShapeArgs) => string;
  readonly fix: (args: ShapeArgs) => readonly string[];
}

function shapeRow({ id, statement, trait, message, fix }: ShapeRow) {
  return row<ShapeSubject, ShapeArgs>({
    statement,
    source: { document: 'AWS service models', section: trait },
    basis: 'model',
    severity: 'block',
    exit: EXIT.refused,
    fault: 'InvalidParameterValue',
    operations: operationNames,
    message,
    fix,
    check: ({ operation, shape, input }) =>
      checkShape(operation, shape, input).flatMap((violation) => (violation.id === id ? [violation.args] : [])),
  });
}

const actionOf = (operation: string): string => operation.slice(operation.indexOf(':') + 1);

/** The beginning of a long text is enough to find it again. */
function quoted(found: string | number | undefined): string {
  const text = String(found);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function meant(found: string | number | undefined, allowed: readonly string[]): string | undefined {
  const close = nearest(String(found), allowed);
  return close.length === 0 ? undefined : `did you mean ${anyOf(close)}?`;
}

function lengthOf({ found, unit }: ShapeArgs): string {
  return unit === 'characters' ? counted(Number(found), 'character') : counted(Number(found), 'entry', 'entries');
}

const SHOWN = 12;

function listed(names: readonly string[]): string {
  if (names.length <= SHOWN) return anyOf(names);
  return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
}

function overOrUnder({ found, min, max }: ShapeArgs): string {
  const tooMuch = max !== undefined && Number(found) > max;
  return tooMuch ? `above the most allowed, ${max}` : `below the least allowed, ${min}`;
}

function bounds({ min, max }: ShapeArgs): string {
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${min}` : `from ${min} to ${max}`;
  return max === undefined ? `at least ${min}` : `at most ${max}`;
}
