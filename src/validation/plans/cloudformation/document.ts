import type { Document, LineCounter, ParsedNode } from 'yaml';
import { isMembers, type Members, membersOf } from '../open.ts';
import { unreadable } from '../refusal.ts';

/** One resource as it is written, intrinsic functions in their long form. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly condition: string | undefined;
  readonly properties: Members;
  readonly line: number;
  readonly column: number;
}

export interface TemplateDocument {
  readonly parameters: Members;
  readonly mappings: Members;
  readonly conditions: Members;
  readonly resources: readonly TemplateResource[];
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
    throw unreadable(`${file}:${line}:${col}`, `cannot be read as YAML or JSON: ${error.message.split('\n')[0]}`);
  }
  const whole = membersOf(plain(document.contents, document, yaml));
  if (!isMembers(whole.Resources)) {
    throw unreadable(
      file,
      'is no CloudFormation template: it has no Resources',
      'for a Terraform plan: lm check plan FILE',
    );
  }
  const places = placesOf(document, lines, yaml);
  return {
    parameters: membersOf(whole.Parameters),
    mappings: membersOf(whole.Mappings),
    conditions: membersOf(whole.Conditions),
    resources: Object.entries(whole.Resources).map(([id, resource]) => ({
      ...(places.get(id) ?? { line: 1, column: 1 }),
      id,
      type: String(membersOf(resource).Type ?? ''),
      condition: textOrNone(membersOf(resource).Condition),
      properties: membersOf(membersOf(resource).Properties),
    })),
  };
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Yaml = typeof import('yaml');
type Node = ParsedNode | null | undefined;

/** The node as plain data, each short form (`!Sub x`) as the function that it stands for (`Fn::Sub`). */
function plain(node: unknown, document: Document.Parsed<ParsedNode, true>, yaml: Yaml): unknown {
  const value = plainUntagged(node, document, yaml);
  const tag = yaml.isNode(node) && 'tag' in node && typeof node.tag === 'string' ? node.tag : '';
  if (!/^![A-Za-z]/.test(tag)) return value;
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value };
}

function plainUntagged(node: unknown, document: Document.Parsed<ParsedNode, true>, yaml: Yaml): unknown {
  if (yaml.isAlias(node)) return plain(node.resolve(document), document, yaml);
  if (yaml.isScalar(node)) return node.value;
  if (yaml.isSeq(node)) return node.items.map((item) => plain(item, document, yaml));
  if (!yaml.isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [String(yaml.isScalar(key) ? key.value : key), plain(value, document, yaml)]),
  );
}

/** `Host.HostId` of a short !GetAtt; a logical id has no dot. */
function splitOnce(text: string): readonly string[] {
  const at = text.indexOf('.');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

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
