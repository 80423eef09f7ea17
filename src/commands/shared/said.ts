type Field = readonly [label: string, value: unknown];

/** The lines of a record that say something: a value that AWS leaves out has no line. */
export const said = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(([, value]) => value !== undefined && value !== null && value !== '');
