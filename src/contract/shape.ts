/**
 * What AWS's service models say about a value, as plain nested data: what the shape check reads before a call and what
 * the wire codecs read to write a request or an answer. Sub-shapes are written out in place; no operation recurses.
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
  /** A client sends a fresh token here when the caller gives none. */
  readonly idempotencyToken?: true;
};
