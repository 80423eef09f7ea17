import type { Document, LineCounter, ParsedNode } from 'yaml';
import { isMembers, type Members, membersOf } from '../open.ts';
import { unreadable } from '../refusal.ts';
import { transformsOf } from './macros.ts';
import { plainOf, Unbounded } from './plain.ts';

/** One resource as it is written, intrinsic functions in their long form. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly condition: string | undefined;
  readonly properties: Members;
  /** The resource as a whole, also where it is none: a loop or a macro. */
  readonly written: unknown;
  readonly line: number;
  readonly column: number;
}

export interface TemplateDocument {
  readonly parameters: Members;
  readonly mappings: Members;
  readonly conditions: Members;
  readonly resources: readonly TemplateResource[];
  /** The macros that the template as a whole goes through. */
  readonly transforms: readonly string[];
  /** Whether YAML aliases or merges were written out. */
  readonly aliases: boolean;
}

/**
 * Reads a CloudFormation template in YAML or JSON (which is YAML, too), each resource with the place of its logical id.
 * @throws UsageError with line and column when it does not parse, or has no resources
 */
export async function readTemplateDocument(text: string, file: string): Promise<TemplateDocument> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const why = /call stack/.test(error.message) ? 'it nests too deeply' : error.message.split('\n')[0];
    throw unreadable(`${file}:${line}:${col}`, `cannot be read as YAML or JSON: ${why}`);
  }
  const { value, aliases } = writtenOut(document, yaml, file);
  const whole = membersOf(value);
  if (!isMembers(whole.Resources)) {
    throw unreadable(
      file,
      'is no CloudFormation template: it has no Resources',
      'for a Terraform plan: lm check plan FILE',
    );
  }
  const places = placesOf(document, lines, yaml);
  return {
    aliases,
    transforms: transformsOf(whole.Transform),
    parameters: membersOf(whole.Parameters),
    mappings: membersOf(whole.Mappings),
    conditions: membersOf(whole.Conditions),
    resources: Object.entries(whole.Resources).map(([id, resource]) => ({
      ...(places.get(id) ?? { line: 1, column: 1 }),
      id,
      type: String(membersOf(resource).Type ?? ''),
      condition: textOrNone(membersOf(resource).Condition),
      properties: membersOf(membersOf(resource).Properties),
      written: resource,
    })),
  };
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Yaml = typeof import('yaml');

function writtenOut(document: Document.Parsed<ParsedNode, true>, yaml: Yaml, file: string) {
  try {
    return plainOf(document, yaml);
  } catch (error) {
    if (error instanceof Unbounded) throw unreadable(file, error.message);
    throw error;
  }
}

type Node = ParsedNode | null | undefined;

function placesOf(document: Document.Parsed<ParsedNode, true>, lines: LineCounter, yaml: Yaml) {
  const places = new Map<string, { readonly line: number; readonly column: number }>();
  const resources: Node | unknown = yaml.isMap(document.contents)
    ? document.contents.get('Resources', true)
    : undefined;
  if (!yaml.isMap(resources)) return places;
  for (const { key } of resources.items) {
    if (!yaml.isScalar(key) || !key.range) continue;
    const { line, col } = lines.linePos(key.range[0]);
    places.set(String(key.value), { line, column: col });
  }
  return places;
}
