import type { Shape } from '../../contract/shape.ts';

/**
 * A value that is written as text: in a form, a path, a query or a header. A text that does not fit its type goes on as
 * it is, so that the engine's own check names the member and the type.
 */
export function fromText(shape: Shape, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  switch (shape.type) {
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
    case 'integer':
    case 'long':
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
    case 'double':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'timestamp':
      return dateOr(text);
    case 'blob':
      return Buffer.from(text, 'base64');
    default:
      return text;
  }
}

function dateOr(text: string): Date | string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date;
}
