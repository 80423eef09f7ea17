import type { Document, ParsedNode } from 'yaml';

type Yaml = typeof import('yaml');
type Parsed = Document.Parsed<ParsedNode, true>;

/** Why a document cannot be written out: the words for a message. */
export class Unbounded extends Error {}

/** Far more than CloudFormation takes (a megabyte of text), and little enough to be written out at once. */
const MOST_VALUES = 500_000;
const DEEPEST = 200;

/** What writing out a document needs, and how far it has come. */
interface Writing {
  readonly document: Parsed;
  readonly yaml: Yaml;
  written: number;
  aliases: number;
}

export interface Plain {
  readonly value: unknown;
  /** Whether aliases or merges were written out: CloudFormation itself takes none. */
  readonly aliases: boolean;
}

/**
 * A document as plain data: each short form (`!Sub x`) as the function that it stands for (`Fn::Sub`), each alias and merge
 * written out.
 * @throws Unbounded when it has no end, or none that anybody could deploy
 */
export function plainOf(document: Parsed, yaml: Yaml): Plain {
  const writing: Writing = { document, yaml, written: 0, aliases: 0 };
  const value = plain(document.contents, writing, 0);
  return { value, aliases: writing.aliases > 0 };
}

function plain(node: unknown, writing: Writing, depth: number): unknown {
  if (depth > DEEPEST) throw new Unbounded(`nests deeper than ${DEEPEST} levels, or names itself`);
  writing.written += 1;
  if (writing.written > MOST_VALUES) throw new Unbounded(`holds more than ${MOST_VALUES} values once written out`);
  const value = untagged(node, writing, depth);
  const tag = writing.yaml.isNode(node) && 'tag' in node && typeof node.tag === 'string' ? node.tag : '';
  if (!/^![A-Za-z]/.test(tag)) return value;
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? splitOnce(value) : value };
}

function untagged(node: unknown, writing: Writing, depth: number): unknown {
  const { yaml, document } = writing;
  if (yaml.isAlias(node)) {
    writing.aliases += 1;
    return plain(node.resolve(document), writing, depth + 1);
  }
  if (yaml.isScalar(node)) return node.value;
  if (yaml.isSeq(node)) return node.items.map((item) => plain(item, writing, depth + 1));
  if (!yaml.isMap(node)) return undefined;
  const own = node.items.map(({ key, value }) => {
    const name = String(yaml.isScalar(key) ? key.value : key);
    return [name, plain(value, writing, depth + 1)] as const;
  });
  const merged = own.flatMap(([name, value]) => (name === '<<' ? [value].flat() : []));
  if (merged.length === 0) return Object.fromEntries(own);
  writing.aliases += 1;
  // What is written stands over what is merged, and of several the first stands over those that follow.
  return Object.assign({}, ...merged.toReversed(), Object.fromEntries(own.filter(([name]) => name !== '<<')));
}

/** `Host.HostId` of a short !GetAtt; a logical id has no dot. */
function splitOnce(text: string): readonly string[] {
  const at = text.indexOf('.');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
