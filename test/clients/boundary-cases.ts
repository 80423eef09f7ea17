import type { OperationName } from '../../src/contract/operations.ts';
import type { ListShape, NumberShape, Shape, StringShape, StructureShape } from '../../src/contract/shape.ts';
import { anyMatching, matching } from './matching.ts';
import { sample } from './sample.ts';

/** A request just inside or just outside one bound of one member. */
export interface BoundaryCase {
  readonly operation: OperationName;
  /** The member, as in `CpuOptions.CoreCount` or `Tags[0].Key`. */
  readonly path: string;
  /** Which bound: `at most 255 characters`, `must be present`. */
  readonly bound: string;
  readonly side: 'inside' | 'outside';
  readonly input: object;
}

type Build = (value: unknown) => object;

/** What differs between the protocols in what a client can say at all. */
export interface Sayable {
  /** Whether `{}` and `[]` reach the service as such: a form has no way to write them. */
  readonly empty: boolean;
}

/** Every bound, enum and required member of a request, each as a request inside it and one outside. */
export function boundaryCases(operation: OperationName, shape: Shape, sayable: Sayable): readonly BoundaryCase[] {
  const cases: BoundaryCase[] = [];
  const add: Add = (path, bound, side, input) => void cases.push({ operation, path, bound, side, input });
  visit(shape, '', (value) => asObject(value), { add, sayable });
  return cases;
}

type Add = (path: string, bound: string, side: BoundaryCase['side'], input: object) => void;

interface Round {
  readonly add: Add;
  readonly sayable: Sayable;
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function visit(shape: Shape, path: string, build: Build, round: Round): void {
  if (shape.type === 'structure') visitStructure(shape, path, build, round);
  else if (shape.type === 'list') visitList(shape, path, build, round);
  else if (shape.type === 'string') visitText(shape, path, build, round);
  else if (isNumber(shape)) visitNumber(shape, path, build, round);
}

const isNumber = (shape: Shape): shape is NumberShape => ['integer', 'long', 'double'].includes(shape.type);

function visitStructure(shape: StructureShape, path: string, build: Build, round: Round): void {
  const least = leastOf(shape);
  for (const [name, member] of Object.entries(shape.members)) {
    const inner = path === '' ? name : `${path}.${name}`;
    visit(member, inner, (value) => build({ ...least, [name]: value }), round);
    if (shape.required?.includes(name)) visitRequired(shape, name, { inner, build, least }, round);
  }
}

interface Required {
  readonly inner: string;
  readonly build: Build;
  readonly least: Readonly<Record<string, unknown>>;
}

function visitRequired(shape: StructureShape, name: string, { inner, build, least }: Required, round: Round): void {
  const { [name]: _, ...without } = least;
  const outside = Object.keys(without).length > 0 ? without : anotherMember(shape, name);
  round.add(inner, 'must be present', 'inside', build(least));
  // Clients refuse to make a path without what stands in it.
  if (shape.members[name]?.location === 'uri') return;
  // A structure without any member cannot be told from none at all in a form.
  if (Object.keys(outside).length > 0 || round.sayable.empty || !inner.includes('.'))
    round.add(inner, 'must be present', 'outside', build(outside));
}

function anotherMember(shape: StructureShape, name: string): Readonly<Record<string, unknown>> {
  const other = Object.entries(shape.members).find(([one, member]) => one !== name && member.type === 'string');
  return other === undefined ? {} : { [other[0]]: least(other[1]) };
}

function visitList(shape: ListShape, path: string, build: Build, round: Round): void {
  visit(shape.member, `${path}[0]`, (value) => build([value]), round);
  const of = (length: number) => build(Array.from({ length }, () => least(shape.member)));
  if (shape.max !== undefined) edges(round, path, `at most ${shape.max} entries`, of(shape.max), of(shape.max + 1));
  if (shape.min !== undefined && shape.min > 0 && (shape.min > 1 || round.sayable.empty))
    edges(round, path, `at least ${shape.min} entries`, of(shape.min), of(shape.min - 1));
}

function visitText(shape: StringShape, path: string, build: Build, round: Round): void {
  for (const choice of shape.enum ?? [])
    round.add(path, `one of ${shape.enum?.length} values`, 'inside', build(choice));
  if (shape.enum !== undefined) round.add(path, 'no other value', 'outside', build('none-of-these'));
  if (shape.enum !== undefined) return;
  const { min = 0, max } = shape;
  if (max !== undefined)
    lengthEdges(shape, { path, bound: `at most ${max} characters`, at: max, beyond: max + 1 }, build, round);
  if (min > 0)
    lengthEdges(shape, { path, bound: `at least ${min} characters`, at: min, beyond: min - 1 }, build, round);
}

interface Edge {
  readonly path: string;
  readonly bound: string;
  /** The last length inside, and the first outside. */
  readonly at: number;
  readonly beyond: number;
}

/** Where no text of that length has the form that the pattern wants, the bound cannot be reached from inside. */
function lengthEdges({ pattern }: StringShape, { path, bound, at, beyond }: Edge, build: Build, { add }: Round): void {
  const inside = matching(pattern, at);
  if (inside !== undefined) add(path, bound, 'inside', build(inside));
  add(path, bound, 'outside', build(matching(pattern, beyond) ?? 'x'.repeat(beyond)));
}

/** The width of the type is a bound as well. */
const WIDTH = {
  integer: [-(2 ** 31), 2 ** 31 - 1],
  long: [undefined, undefined],
  double: [undefined, undefined],
} as const;

function visitNumber(shape: NumberShape, path: string, build: Build, round: Round): void {
  const [lowest, highest] = WIDTH[shape.type];
  const { min = lowest, max = highest } = shape;
  if (max !== undefined) edges(round, path, `at most ${max}`, build(max), build(max + 1));
  if (min !== undefined) edges(round, path, `at least ${min}`, build(min), build(min - 1));
}

function edges({ add }: Round, path: string, bound: string, inside: object, outside: object): void {
  add(path, bound, 'inside', inside);
  add(path, bound, 'outside', outside);
}

/** A structure with what it must have and nothing else. */
function leastOf(shape: StructureShape): Readonly<Record<string, unknown>> {
  return Object.fromEntries((shape.required ?? []).map((name) => [name, least(shape.members[name])]));
}

function least(shape: Shape | undefined): unknown {
  if (shape === undefined) return undefined;
  if (shape.type === 'structure') return shape.required ? leastOf(shape) : anotherMember(shape, '');
  if (shape.type === 'list') return [least(shape.member)];
  if (shape.type === 'map') return { [String(least(shape.key))]: least(shape.value) };
  if (shape.type === 'string' && shape.enum === undefined) return leastText(shape);
  return sample(shape);
}

function leastText({ min = 0, max = Number.MAX_SAFE_INTEGER, pattern }: StringShape): string {
  const plain = 'x'.repeat(Math.max(min, 3));
  return pattern === undefined ? plain : (anyMatching(pattern, min, max) ?? plain);
}
