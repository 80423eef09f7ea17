import { UsageError } from '../contract/usage.ts';
import { type Plain, plainValue } from './plain-value.ts';

declare module 'jmespath' {
  /** Parses an expression into its tree; throws on a mistake. The published types leave it out. */
  export function compile(expression: string): unknown;
}

const GUIDE = 'the language is JMESPath, as in the aws command: https://jmespath.org';

/**
 * Checks a `--query` before anything is done: a mistyped expression must not surface after a change was made.
 *
 * @throws UsageError if the expression cannot be parsed
 */
export async function checkQuery(expression: string): Promise<void> {
  await parsed(expression);
}

/**
 * Applies a JMESPath expression to the whole value.
 *
 * @throws UsageError if the expression is wrong, or asks for a top-level key that the value does not have
 */
export async function applyQuery(value: unknown, expression: string): Promise<Plain> {
  const { search, tree } = await parsed(expression);
  refuseUnknownKeys(value, tree, expression);
  try {
    return plainValue(search(plainValue(value), expression));
  } catch (error) {
    throw mistake(expression, error);
  }
}

async function parsed(expression: string) {
  const { default: jmespath } = await import('jmespath');
  try {
    const tree: unknown = jmespath.compile(expression);
    if (hasHole(tree)) throw new Error('a name is missing after a dot');
    return { search: jmespath.search, tree };
  } catch (error) {
    throw mistake(expression, error);
  }
}

function mistake(expression: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message.replace(/^\w*Error: /, '') : String(error);
  return new UsageError(`--query ${expression}: ${reason}`, GUIDE);
}

/** AWS's command answers null for a key that is not there, and a script goes on with nothing; `lm` says so. */
function refuseUnknownKeys(value: unknown, tree: unknown, expression: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const known = Object.keys(value);
  const unknown = rootFields(tree).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const alike = known.find((key) => key.toLowerCase() === unknown.toLowerCase());
  const hint = alike === undefined ? `keys: ${known.join(', ')}` : `did you mean ${alike}? letter case counts`;
  throw new UsageError(`--query ${expression}: the answer has no key ${unknown}`, hint);
}

interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly children?: unknown;
}

/** Nodes whose first part alone speaks about the value asked; the rest speaks about what the first part found. */
const CHAINS = new Set([
  'Subexpression',
  'IndexExpression',
  'Projection',
  'FilterProjection',
  'ValueProjection',
  'Flatten',
  'Pipe',
]);
/** Nodes whose every part speaks about the value asked. `a || b` is left out: it allows for what is not there. */
const BUNDLES = new Set([
  'Function',
  'MultiSelectList',
  'MultiSelectHash',
  'Comparator',
  'AndExpression',
  'NotExpression',
]);

/** The top-level keys that an expression cannot do without. */
function rootFields(tree: unknown): readonly string[] {
  if (!isNode(tree)) return [];
  if (tree.type === 'Field') return typeof tree.name === 'string' ? [tree.name] : [];
  if (tree.type === 'KeyValuePair') return rootFields(tree.value);
  const parts: readonly unknown[] = Array.isArray(tree.children) ? tree.children : [];
  if (CHAINS.has(tree.type)) return rootFields(parts[0]);
  return BUNDLES.has(tree.type) ? parts.flatMap(rootFields) : [];
}

/** The parser takes `a.` and `a..b` and leaves a hole where the name should stand. */
function hasHole(tree: unknown): boolean {
  if (!isNode(tree)) return tree === undefined;
  return Array.isArray(tree.children) && tree.children.some(hasHole);
}

function isNode(tree: unknown): tree is Node {
  return typeof tree === 'object' && tree !== null && 'type' in tree && typeof tree.type === 'string';
}
