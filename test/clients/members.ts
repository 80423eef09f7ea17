/** A member of a value that came over the wire; undefined where there is none. */
export function memberOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );
}

/** A text in a value that came over the wire. @throws where it is none, with what was there instead */
export function textOf(value: unknown, ...path: readonly (string | number)[]): string {
  const found = memberOf(value, ...path);
  if (typeof found === 'string') return found;
  throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(value)}`);
}
