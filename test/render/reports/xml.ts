/** An element of a small XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? `?${name}?`);

/**
 * Reads XML strictly: elements, attributes in double quotes and escaped text, nothing else.
 * @throws Error where the text is not well formed
 */
export function readXml(text: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a sign that XML 1.0 lacks');
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const stack: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  let rest = body;
  while (rest !== '') {
    const top = stack.at(-1);
    const [token = '', close, open, attributes = '', alone, data] =
      /^(?:<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<>]+))/.exec(rest) ?? [];
    if (token === '' || top === undefined) throw new Error(`not well formed at: ${rest.slice(0, 60)}`);
    rest = rest.slice(token.length);
    if (data !== undefined) {
      if (/&(?!(amp|lt|gt|quot|apos);)/.test(data)) throw new Error(`a bare & in: ${data}`);
      top.text += decoded(data);
    } else if (close !== undefined) {
      if (top.name !== close) throw new Error(`</${close}> closes <${top.name}>`);
      stack.pop();
      stack.at(-1)?.children.push(top);
    } else {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        decoded(value),
      ]);
      const element = { name: open ?? '', attributes: Object.fromEntries(pairs), children: [], text: '' };
      if (alone === '/') top.children.push(element);
      else stack.push(element);
    }
  }
  const [root] = stack[0]?.children ?? [];
  if (stack.length !== 1 || root === undefined) throw new Error('an element is not closed');
  return root;
}
