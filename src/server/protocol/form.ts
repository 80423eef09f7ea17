import type { ListShape, MapShape, Shape, StructureShape } from '../../contract/shape.ts';
import type { WireRequest } from '../message.ts';
import { Problem } from '../problem.ts';
import { fromText } from './text.ts';

/** How members and lists are written in the form body of a protocol. */
export interface FormRules {
  /** What a member is called where the model gives no wire name. */
  nameOf(member: string): string;
  /** Words between a list's name and the number of an entry; none where lists are flat. */
  entryOf(list: ListShape): readonly string[];
}

/** A form body as a tree: `Filter.1.Name=a` is `{Filter: {1: {Name: 'a'}}}`. A node may hold a text besides. */
interface Node {
  readonly children: Map<string, Node>;
  text?: string;
}

/** Parameters of the call itself and of older ways to sign; all else belongs to the operation. */
const OF_THE_CALL =
  /^(Action|Version|AWSAccessKeyId|SecurityToken|Signature(Method|Version)?|Timestamp|Expires|X-Amz-.*)$/;

/**
 * Reads a form by an operation's input shape.
 * @throws Problem (malformed-body) where no shape could make sense of them
 */
export function readForm(request: WireRequest, shape: Shape, rules: FormRules): object {
  if (shape.type !== 'structure') throw new Problem('internal', `the input of an operation is a ${shape.type}`);
  refuseBrokenEscapes(request);
  const root: Node = { children: new Map() };
  for (const [name, value] of parametersOf(request)) if (!OF_THE_CALL.test(name)) plant(root, name, value);
  return structureFrom(root, shape, rules);
}

/** The parameters of a call, from the query string and the body. */
export function parametersOf({ query, body }: Pick<WireRequest, 'query' | 'body'>): URLSearchParams {
  return new URLSearchParams([query, body].filter((part) => part !== '').join('&'));
}

/** URLSearchParams takes whatever it is given: `%zz` for the three signs that they are. */
function refuseBrokenEscapes({ query, body }: WireRequest): void {
  try {
    decodeURIComponent(query);
    decodeURIComponent(body);
  } catch {
    throw new Problem('malformed-body', 'The query string contains a malformed escape.');
  }
}

const DEEPEST = 32;

function plant(root: Node, name: string, value: string): void {
  const words = name.split('.');
  if (words.includes('') || words.length > DEEPEST)
    throw new Problem('malformed-body', `The parameter name "${name}" is malformed.`);
  let node = root;
  for (const word of words) {
    const child = node.children.get(word) ?? { children: new Map() };
    node.children.set(word, child);
    node = child;
  }
  if (node.text !== undefined) throw new Problem('malformed-body', `The parameter ${name} is given twice.`);
  node.text = value;
}

function structureFrom(node: Node, shape: StructureShape, rules: FormRules): object {
  const names = new Map(Object.entries(shape.members).map(([name, m]) => [m.wire ?? rules.nameOf(name), name]));
  return Object.fromEntries(
    [...node.children].map(([wire, child]) => {
      const name = names.get(wire);
      const member = name === undefined ? undefined : shape.members[name];
      // A parameter that the shape does not know goes on under its own name: the engine answers for it.
      return name === undefined || member === undefined
        ? [wire, textOf(child)]
        : [name, valueFrom(child, member, rules)];
    }),
  );
}

function valueFrom(node: Node, shape: Shape, rules: FormRules): unknown {
  if (shape.type === 'structure') return node.children.size > 0 ? structureFrom(node, shape, rules) : textOf(node);
  if (shape.type === 'list') return listFrom(node, shape, rules);
  if (shape.type === 'map') return mapFrom(node, shape, rules);
  const text = textOf(node);
  return typeof text === 'string' ? fromText(shape, text) : text;
}

/** Entries in the order of their numbers, whatever the numbers are. An empty text is how an empty list is written. */
function listFrom(node: Node, shape: ListShape, rules: FormRules): unknown {
  if (node.text === '' && node.children.size === 0) return [];
  const list = rules.entryOf(shape).reduce<Node | undefined>((at, word) => at?.children.get(word), node);
  const entries = [...(list?.children ?? [])];
  if (list?.text !== undefined || entries.length === 0 || entries.some(([number]) => !/^\d{1,9}$/.test(number)))
    return textOf(node) ?? {};
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => valueFrom(entry, shape.member, rules));
}

/** `Attributes.entry.1.key=a&Attributes.entry.1.value=b`; what is written otherwise goes on as it is. */
function mapFrom(
  node: Node,
  { halves: [key, value] = ['key', 'value'], value: shape }: MapShape,
  rules: FormRules,
): unknown {
  const entries = [...(node.children.get('entry')?.children.values() ?? [])].map((entry) => {
    const [name, held] = [entry.children.get(key)?.text, entry.children.get(value)];
    return name === undefined || held === undefined ? undefined : ([name, valueFrom(held, shape, rules)] as const);
  });
  const whole = entries.filter((entry) => entry !== undefined);
  return whole.length === 0 || whole.length < entries.length ? textOf(node) : Object.fromEntries(whole);
}

/** The text of a leaf; what hangs below it, where a leaf should be, as data that fits no scalar. */
function textOf(node: Node): unknown {
  if (node.children.size === 0) return node.text;
  return Object.fromEntries([...node.children].map(([name, child]) => [name, textOf(child)]));
}
