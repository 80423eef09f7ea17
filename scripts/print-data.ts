/**
 * Writes plain data as TypeScript source: the same data always gives the same text. What fits `WIDTH` stands on one
 * line; a longer object or list has one entry a line, indented by one space (these files are read by machines first).
 */
export function printData(value: unknown, indent = ''): string {
  const flat = inline(value);
  if (indent.length + flat.length <= WIDTH) return flat;
  const deeper = `${indent} `;
  if (Array.isArray(value)) {
    return block(
      '[',
      ']',
      value.map((entry) => printData(entry, deeper)),
      indent,
    );
  }
  if (isRecord(value)) {
    const lines = Object.entries(value).map(([name, entry]) => `${key(name)}: ${printData(entry, deeper)}`);
    return block('{', '}', lines, indent);
  }
  return flat;
}

const WIDTH = 140;

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  return `${open}\n${lines.map((line) => `${indent} ${line},\n`).join('')}${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([name, entry]) => `${key(name)}: ${inline(entry)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
