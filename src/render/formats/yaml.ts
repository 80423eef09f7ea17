import { plainValue } from '../plain-value.ts';

/** YAML 1.2 that a YAML 1.1 reader takes the same way (`"yes"` and account ids stay strings). */
export async function drawYaml(value: unknown): Promise<string> {
  const { Document, Scalar, visit } = await import('yaml');
  const document = new Document(plainValue(value), { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && /\p{Cc}/u.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // Inside double quotes the library leaves 0x7f to 0x9f as they are, and a terminal would obey them.
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .replace(/[\x7f-\x9f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
}
