import { describe, expect, it } from 'vitest';
import { bind, shapeOf } from '../../../src/local-engine/store/bind.ts';
import { storeErrorOf } from './folder.ts';

describe('the parameters of a statement are read off its text', () => {
  it.each<[sql: string, names: readonly string[]]>([
    ['SELECT 1', []],
    ['SELECT $a, $b, $a', ['a', 'b']],
    ["SELECT '$no', $yes", ['yes']],
    ["SELECT 'it''s $no', $yes", ['yes']],
    ['SELECT "$no", `$no`, [$no], $yes', ['yes']],
    ['SELECT 1 -- $no\n, $yes', ['yes']],
    ['SELECT /* $no \n $no */ $yes', ['yes']],
    ['SELECT 1 /* $no', []],
    ['SELECT a$no FROM t WHERE b = $yes', ['yes']],
    ["SELECT j ->> '$.no', $yes_2 FROM t", ['yes_2']],
    ['SELECT $yes; -- done', ['yes']],
    ['SELECT $yes;\n/* done */\n', ['yes']],
  ])('%j has %j', (sql, names) => {
    expect(shapeOf(sql).names).toEqual(names);
  });

  it.each(['SELECT ?', 'SELECT ?1', 'SELECT :a', 'SELECT @a', 'SELECT $', 'SELECT $1', 'SELECT $a::b'])(
    'refuses %j: parameters are written $name',
    (sql) => {
      expect(storeErrorOf(() => shapeOf(sql))).toMatchObject({ kind: 'bind' });
    },
  );

  it.each(['SELECT 1; SELECT 2', 'DELETE FROM t; --\nDELETE FROM u'])('refuses %j: an engine would run half', (sql) => {
    expect(storeErrorOf(() => shapeOf(sql)).message).toContain('more than one statement');
  });

  it.each([
    ['INSERT INTO t VALUES (1) RETURNING a', true],
    ['insert into t values (1) returning a', true],
    ["INSERT INTO t VALUES ('RETURNING')", false],
    ['INSERT INTO t VALUES (1) -- RETURNING', false],
    ['SELECT returning_party FROM t', false],
  ])('%j returns rows of its own: %j', (sql, returning) => {
    expect(shapeOf(sql).returning).toBe(returning);
  });
});

const one = (value: unknown) => bind('SELECT $a', ['a'], { a: loose(value) });

/** Hands the store what a caller without types could. */
function loose(value: unknown) {
  return JSON.parse('null', () => value);
}

describe('a value', () => {
  it.each<[value: unknown, bound: unknown]>([
    ['text', 'text'],
    ['', ''],
    [0, 0n],
    [-0, 0n],
    [-7, -7n],
    [Number.MAX_SAFE_INTEGER, 9007199254740991n],
    [Number.MIN_SAFE_INTEGER, -9007199254740991n],
    [0.5, 0.5],
    [true, 1n],
    [false, 0n],
    [null, null],
    [2n ** 63n - 1n, 2n ** 63n - 1n],
    [-(2n ** 63n), -(2n ** 63n)],
  ])('%o is stored as %o', (value, bound) => {
    expect(one(value)).toEqual({ $a: bound });
  });

  it('of bytes is stored as it is', () => {
    const bytes = new Uint8Array([0]);
    expect(one(bytes)?.$a).toBe(bytes);
  });

  it.each<[what: string, value: unknown, reason: string]>([
    ['undefined', undefined, '$a is undefined (null means nothing)'],
    ['a Date', new Date(0), '$a is an object (Date)'],
    ['an object', {}, '$a is an object (Object)'],
    ['an object without a class', Object.create(null), '$a is an object (no class)'],
    ['a list', [1], '$a is an object (Array)'],
    ['a function', () => 1, '$a is a function'],
    ['a symbol', Symbol('a'), '$a is a symbol'],
    ['text with NUL', 'a\0b', '$a is text with a NUL character'],
    ['a whole number beyond 2^53 - 1', 2 ** 53, '$a is 9007199254740992, beyond'],
    ['NaN', Number.NaN, '$a is NaN'],
    ['Infinity', Number.POSITIVE_INFINITY, '$a is Infinity'],
    ['a bigint beyond 64 bits', 2n ** 63n, '$a is 9223372036854775808, beyond 64 bits'],
    ['no bytes', new Uint8Array(), '$a is an empty byte array'],
  ])('that is %s is refused', (_what, value, reason) => {
    const error = storeErrorOf(() => one(value));
    expect(error.kind).toBe('bind');
    expect(error.message).toContain(reason);
    expect(error.message).toContain('in "SELECT $a"');
  });
});

describe('the names given', () => {
  const names = ['a', 'b'];

  it('are exactly the statement’s', () => {
    expect(bind('…', names, { b: 'y', a: 'x' })).toEqual({ $a: 'x', $b: 'y' });
    expect(bind('…', [], undefined)).toBeUndefined();
    expect(bind('…', [], {})).toBeUndefined();
  });

  it.each<[params: Readonly<Record<string, string>> | undefined, complaint: string]>([
    [undefined, 'missing: $a, $b, unknown: none'],
    [{}, 'missing: $a, $b, unknown: none'],
    [{ a: 'x' }, 'missing: $b, unknown: none'],
    [{ a: 'x', b: 'y', c: 'z' }, 'missing: none, unknown: $c'],
    [{ a: 'x', c: 'z' }, 'missing: $b, unknown: $c'],
    [{ $a: 'x', b: 'y' }, 'missing: $a, unknown: $$a'],
  ])('%j are refused', (params, complaint) => {
    const error = storeErrorOf(() => bind('…', names, params));
    expect(error.kind).toBe('bind');
    expect(error.message).toContain(complaint);
  });

  it('are refused where the statement has none', () => {
    expect(storeErrorOf(() => bind('…', [], { a: 1 })).message).toContain('unknown: $a');
  });

  it('do not come from a prototype', () => {
    expect(storeErrorOf(() => bind('…', ['toString'], {})).message).toContain('missing: $toString');
  });
});
