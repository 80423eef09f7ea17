/**
 * The `default` entry of a message that is written for each way of delivery (MessageStructure json).
 * @returns undefined where the text is not JSON or has no such entry
 */
export function defaultMessage(message: string): string | undefined {
  const found: unknown = parsed(message);
  const text: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'default') : undefined;
  return typeof text === 'string' ? text : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
