/**
 * What AWS's service models say about a value, as plain nested data: what the shape check reads before a call and what
 * the wire codecs read to write a request or an answer. Sub-shapes are written out in place; one that holds
 * itself is written out three times.
 */
export type Shape =
  | StructureShape
  | ListShape
  | MapShape
  | StringShape
  | NumberShape
  | { readonly type: 'boolean' }
  | { readonly type: 'timestamp' }
  | { readonly type: 'blob'; readonly sensitive?: true };

export interface StructureShape {
  readonly type: 'structure';
  /** Members that must be present, in the model's order. */
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, Member>>;
  /** The member that is the whole body, in REST JSON. */
  readonly payload?: string;
}

export interface ListShape {
  readonly type: 'list';
  readonly member: Shape;
  /** Fewest and most entries. */
  readonly min?: number;
  readonly max?: number;
  /** The name of one entry in XML, when the model names it. */
  readonly item?: string;
  readonly flattened?: true;
}

export interface MapShape {
  readonly type: 'map';
  /** What the two halves of an entry are called in a form and in XML, when not `key` and `value`. */
  readonly halves?: readonly [key: string, value: string];
  readonly key: Shape;
  readonly value: Shape;
  readonly min?: number;
  readonly max?: number;
}

export interface StringShape {
  readonly type: 'string';
  /** Fewest and most characters (Unicode code points). */
  readonly min?: number;
  readonly max?: number;
  /** A regular expression that the whole text must match. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Its value must not be printed. */
  readonly sensitive?: true;
}

export interface NumberShape {
  /** `integer` has 32 bits and `long` 64, of which `lm` takes what a JavaScript number holds exactly. */
  readonly type: 'integer' | 'long' | 'double';
  readonly min?: number;
  readonly max?: number;
}

/** A shape in its place: with the name it has on the wire, when that differs from the member's own name. */
export type Member = Shape & {
  /** In an EC2 request the query name, elsewhere the JSON or XML name. */
  readonly wire?: string;
  /** Where it stands in a REST JSON request or answer, when not in the body. */
  readonly location?: 'uri' | 'querystring' | 'header' | 'statusCode';
  /** A client sends a fresh token here when the caller gives none. */
  readonly idempotencyToken?: true;
};

/** Method and path of an operation, where they name it: REST JSON. */
export interface Http {
  readonly method: string;
  /** With a `{Member}` for what stands in the path. */
  readonly path: string;
  /** The status of success, where it is not 200. */
  readonly status?: number;
}
