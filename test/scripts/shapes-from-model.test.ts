import { describe, expect, it } from 'vitest';
import { printData } from '../../scripts/print-data.ts';
import { errorStatuses, type Model, operationShapes } from '../../scripts/shapes-from-model.ts';

function model(shapes: Model['shapes'], protocol = 'json'): Model {
  const operation = { input: { shape: 'In' }, output: { shape: 'In' }, errors: [{ shape: 'Broken' }] };
  return { metadata: { protocol }, operations: { Do: operation, Bare: {} }, shapes };
}

const input = (shapes: Model['shapes'], protocol?: string) => operationShapes(model(shapes, protocol), 'Do').input;

describe('shapes from a service model', () => {
  it('write every sub-shape out in place and keep the traits', () => {
    const shapes = {
      In: {
        type: 'structure',
        required: ['Name'],
        members: { Name: { shape: 'Text', idempotencyToken: true }, Tags: { shape: 'Tags' }, Size: { shape: 'Size' } },
      },
      Text: { type: 'string', min: 1, max: 9, pattern: '\\S+', enum: ['a'], sensitive: true },
      Tags: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Flags' } },
      Flags: { type: 'list', member: { shape: 'Flag', locationName: 'flag' }, flattened: true, max: 2, min: 0 },
      Flag: { type: 'boolean' },
      Size: { type: 'integer', min: 0 },
    };
    const text = { type: 'string', min: 1, max: 9, pattern: '\\S+', enum: ['a'], sensitive: true };
    const flags = { type: 'list', item: 'flag', flattened: true, max: 2, member: { type: 'boolean' } };
    expect(input(shapes)).toEqual({
      type: 'structure',
      required: ['Name'],
      members: {
        Name: { ...text, idempotencyToken: true },
        Tags: { type: 'map', key: text, value: flags },
        Size: { type: 'integer', min: 0 },
      },
    });
  });

  it('name members for the wire: EC2 queries in their own way', () => {
    const members = { A: { shape: 'T', locationName: 'a' }, B: { shape: 'T', locationName: 'bb', queryName: 'Bee' } };
    const shapes = {
      In: { type: 'structure', members: { ...members, C: { shape: 'T', locationName: 'cc' } } },
      T: { type: 'string' },
    };
    const wires = (shape: unknown) => JSON.stringify(shape).match(/"wire":"\w+"/g);
    const ec2 = operationShapes(model(shapes, 'ec2'), 'Do');
    expect(wires(ec2.input)).toEqual(['"wire":"Bee"', '"wire":"Cc"']);
    expect(wires(ec2.output)).toEqual(['"wire":"a"', '"wire":"bb"', '"wire":"cc"']);
    expect(wires(input(shapes))).toEqual(['"wire":"a"', '"wire":"bb"', '"wire":"cc"']);
  });

  it('leave out an enumeration of more than sixty values, which AWS extends all the time', () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
    const shapes = (count: number) => ({ In: { type: 'string', enum: values(count) } });
    expect(input(shapes(60))).toHaveProperty('enum');
    expect(input(shapes(61))).not.toHaveProperty('enum');
  });

  it('keep where REST JSON puts a member, and which method and path name the operation', () => {
    const shapes = {
      In: {
        type: 'structure',
        payload: 'Body',
        members: { Arn: { shape: 'T', location: 'uri' }, Body: { shape: 'T' } },
      },
      T: { type: 'string' },
    };
    const http = { method: 'PUT', requestUri: '/resources/{Arn}', responseCode: 202 };
    const rest: Model = {
      ...model(shapes, 'rest-json'),
      operations: { Do: { http, input: { shape: 'In' }, output: { shape: 'In' } } },
    };
    const { input: found, http: named } = operationShapes(rest, 'Do');
    expect(named).toEqual({ method: 'PUT', path: '/resources/{Arn}', status: 202 });
    expect(found).toMatchObject({ payload: 'Body', members: { Arn: { type: 'string', location: 'uri' } } });
    expect(operationShapes(model(shapes), 'Do')).not.toHaveProperty('http');
  });

  it('refuse a place that nothing reads', () => {
    const shapes = {
      In: { type: 'structure', members: { A: { shape: 'T', location: 'headers' } } },
      T: { type: 'map' },
    };
    expect(() => input(shapes)).toThrow();
  });

  it('keep the status of errors, where it is not 400', () => {
    const error = (httpStatusCode: number, code?: string) => ({
      type: 'structure',
      exception: true,
      error: { httpStatusCode, ...(code === undefined ? {} : { code }) },
    });
    const shapes = { Gone: error(404), NoSuch: error(409, 'No'), Bad: error(400), Plain: { type: 'structure' } };
    expect(errorStatuses(model(shapes))).toEqual({ Gone: 404, No: 409 });
  });

  it('give an operation without input or output an empty structure', () => {
    const empty = { type: 'structure', members: {} };
    expect(operationShapes(model({}), 'Bare')).toEqual({ input: empty, output: empty, errors: [] });
    expect(operationShapes(model({ In: { type: 'boolean' } }), 'Do').errors).toEqual(['Broken']);
  });

  it('write what holds itself three times, one inside the other', () => {
    const members = { Name: { shape: 'T' }, Inner: { shape: 'Ins' } };
    const shapes = {
      In: { type: 'structure', members },
      Ins: { type: 'list', member: { shape: 'In' } },
      T: { type: 'string' },
    };
    const depth = (shape: unknown) => JSON.stringify(shape).split('"Name"').length - 1;
    expect(depth(input(shapes))).toBe(3);
    expect(depth(input({ ...shapes, In: { type: 'structure', members: { Name: members.Name } } }))).toBe(1);
  });

  it('mend a pattern that escapes a hyphen for nothing, and leave others alone', () => {
    const of = (pattern: string) => input({ In: { type: 'string', pattern } });
    expect(of('ou\\-[a-z]')).toMatchObject({ pattern: 'ou-[a-z]' });
    expect(of('[a\\-z]')).toMatchObject({ pattern: '[a\\-z]' });
  });

  it('keep what the halves of a map are called', () => {
    const of = (locationName: string) =>
      input({ In: { type: 'map', key: { shape: 'T', locationName }, value: { shape: 'T' } }, T: { type: 'string' } });
    expect(of('Name')).toMatchObject({ halves: ['Name', 'value'] });
    expect(of('key')).not.toHaveProperty('halves');
  });

  it('refuse what they cannot say', () => {
    expect(() => input({})).toThrow('no shape In');
    expect(() => input({ In: { type: 'float' } })).toThrow('type float');
    expect(() => operationShapes(model({}), 'Undo')).toThrow('no operation Undo');
  });
});

describe('data as source text', () => {
  it('stands on one line while it is short, then has one entry a line', () => {
    expect(printData({ type: 'list', 'a-b': [1, true] })).toBe('{ type: "list", "a-b": [1, true] }');
    const long = 'x'.repeat(140);
    expect(printData({ a: long, b: { c: [] } })).toBe(`{\n a: "${long}",\n b: { c: [] },\n}`);
    expect(printData([long])).toBe(`[\n "${long}",\n]`);
  });
});
