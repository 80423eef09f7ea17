import type { ListShape, MapShape, Member, NumberShape, Shape, StringShape } from '../src/contract/shape.ts';

/** The parts of a botocore `service-2.json` model that the shapes are made from. */
export interface Model {
  readonly metadata: { readonly protocol: string };
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

interface ModelOperation {
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
}

interface ModelRef {
  readonly shape: string;
  readonly locationName?: string;
  readonly queryName?: string;
  readonly idempotencyToken?: boolean;
}

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ModelRef>>;
  readonly member?: ModelRef;
  readonly key?: ModelRef;
  readonly value?: ModelRef;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly flattened?: boolean;
  readonly sensitive?: boolean;
}

/** One operation's shapes; `errors` are the modelled error names. */
export interface OperationShapes {
  readonly input: Shape;
  readonly output: Shape;
  readonly errors: readonly string[];
}

/**
 * Longer enumerations are left out. EC2 adds values to them weekly (1,405 instance types), so a copy would refuse what
 * AWS accepts; the instance type table answers instead.
 */
const LONGEST_ENUM = 60;

const empty: Shape = { type: 'structure', members: {} };

/**
 * The shapes of one operation of a model.
 * @throws Error when the model lacks the operation, recurses, or uses a type that `Shape` has no word for.
 */
export function operationShapes(model: Model, operation: string): OperationShapes {
  const found = model.operations[operation];
  if (found === undefined) throw new Error(`The model has no operation ${operation}.`);
  const side = (ref: { readonly shape: string } | undefined, direction: Direction): Shape =>
    ref === undefined ? empty : convert({ model, direction, path: [] }, ref.shape);
  return {
    input: side(found.input, 'input'),
    output: side(found.output, 'output'),
    errors: (found.errors ?? []).map((error) => error.shape),
  };
}

type Direction = 'input' | 'output';

interface Place {
  readonly model: Model;
  readonly direction: Direction;
  /** Names of the shapes above, to notice recursion. */
  readonly path: readonly string[];
}

function convert(place: Place, name: string): Shape {
  if (place.path.includes(name)) throw new Error(`${name} contains itself; shapes are written out in place.`);
  const shape = place.model.shapes[name];
  if (shape === undefined) throw new Error(`The model has no shape ${name}.`);
  const within = { ...place, path: [...place.path, name] };
  switch (shape.type) {
    case 'structure':
      return structure(within, shape);
    case 'list':
      return list(within, shape);
    case 'map':
      return map(within, shape);
    case 'string':
      return string(shape);
    case 'integer':
    case 'long':
    case 'double':
      return bounded({ type: shape.type }, shape);
    case 'boolean':
    case 'timestamp':
      return { type: shape.type };
    case 'blob':
      return { type: 'blob', ...(shape.sensitive ? { sensitive: true } : {}) };
    default:
      throw new Error(`${name} has the type ${shape.type}, which src/contract/shape.ts does not know.`);
  }
}

function structure(place: Place, shape: ModelShape): Shape {
  const members = Object.entries(shape.members ?? {}).map(([name, ref]) => [name, member(place, name, ref)] as const);
  const required = shape.required ?? [];
  return {
    type: 'structure',
    ...(required.length > 0 ? { required } : {}),
    members: Object.fromEntries(members),
  };
}

function member(place: Place, name: string, ref: ModelRef): Member {
  const wire = wireName(place, name, ref);
  return {
    ...convert(place, ref.shape),
    ...(wire !== name ? { wire } : {}),
    ...(ref.idempotencyToken ? { idempotencyToken: true } : {}),
  };
}

/** EC2's query protocol capitalises the XML name unless the model gives a query name of its own. */
function wireName(place: Place, name: string, ref: ModelRef): string {
  const located = ref.locationName ?? name;
  if (place.model.metadata.protocol !== 'ec2' || place.direction === 'output') return located;
  return ref.queryName ?? located.charAt(0).toUpperCase() + located.slice(1);
}

function list(place: Place, shape: ModelShape): ListShape {
  if (shape.member === undefined) throw new Error(`${place.path.at(-1)} is a list without a member.`);
  const item = shape.member.locationName;
  const base: ListShape = {
    type: 'list',
    ...(item !== undefined ? { item } : {}),
    ...(shape.flattened ? { flattened: true } : {}),
    member: convert(place, shape.member.shape),
  };
  return bounded(base, shape);
}

function map(place: Place, shape: ModelShape): MapShape {
  if (shape.key === undefined || shape.value === undefined) throw new Error(`${place.path.at(-1)} is half a map.`);
  return bounded(
    { type: 'map', key: convert(place, shape.key.shape), value: convert(place, shape.value.shape) },
    shape,
  );
}

function string(shape: ModelShape): StringShape {
  const listed = shape.enum !== undefined && shape.enum.length <= LONGEST_ENUM ? { enum: shape.enum } : {};
  const base: StringShape = {
    type: 'string',
    ...(shape.pattern !== undefined ? { pattern: shape.pattern } : {}),
    ...listed,
    ...(shape.sensitive ? { sensitive: true } : {}),
  };
  return bounded(base, shape);
}

function bounded<S extends ListShape | MapShape | StringShape | NumberShape>(base: S, shape: ModelShape): S {
  const { min, max } = shape;
  const isNumber = base.type === 'integer' || base.type === 'long' || base.type === 'double';
  return {
    ...base,
    // A length is never below 0, so that bound says nothing.
    ...(min !== undefined && (isNumber || min > 0) ? { min } : {}),
    ...(max !== undefined ? { max } : {}),
  };
}
