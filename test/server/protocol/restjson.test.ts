import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/contract/shape.ts';
import { restJson } from '../../../src/server/protocol/restjson.ts';

/** A small service: each place where REST JSON puts a member, there and back. */

const rest = restJson('InternalServerErrorException', { NotFoundException: 404 });

const shape: Shape = {
  type: 'structure',
  required: ['Arn'],
  members: {
    Arn: { type: 'string', location: 'uri' },
    shareArn: { type: 'string', wire: 'share', location: 'querystring' },
    Keys: { type: 'list', wire: 'key', location: 'querystring', member: { type: 'string' } },
    Most: { type: 'integer', location: 'querystring' },
    Token: { type: 'string', wire: 'X-Token', location: 'header' },
    Since: { type: 'timestamp', wire: 'X-Since', location: 'header' },
    GroupName: { type: 'string', wire: 'groupName' },
    When: { type: 'timestamp' },
    Tags: { type: 'map', key: { type: 'string' }, value: { type: 'string' } },
  },
};

const read = (
  { body = '', query = '', headers = {} }: { body?: string; query?: string; headers?: Record<string, string> },
  of: Shape = shape,
) => rest.read({ method: 'PUT', path: '/', query, header: (name) => headers[name], body }, of, { Arn: 'arn:aws:x/y' });

describe('a request', () => {
  it('gives the members of path, query, headers and body, each by its wire name', () => {
    const body = JSON.stringify({ groupName: 'g', When: 1.5, Tags: { a: 'b' } });
    const headers = { 'x-token': 't', 'x-since': 'Sat, 21 Nov 2026 03:00:00 GMT' };
    expect(read({ body, query: 'share=a%2Fb&key=1&key=2&Most=5', headers })).toEqual({
      Arn: 'arn:aws:x/y',
      shareArn: 'a/b',
      Keys: ['1', '2'],
      Most: 5,
      Token: 't',
      Since: new Date(Date.UTC(2026, 10, 21, 3)),
      GroupName: 'g',
      When: new Date(1500),
      Tags: { a: 'b' },
    });
  });

  it.each([
    ['nothing for what is not there', {}, {}],
    ['a parameter that the shape does not know under its own name', { query: 'Colour=red' }, { Colour: 'red' }],
    ['nothing of a signature that stands in the query', { query: 'X-Amz-Credential=a' }, {}],
    [
      'a member that belongs in the path as an unknown one of the body',
      { body: '{"shareArn":"a"}' },
      { shareArn: 'a' },
    ],
    [
      'a member under its own name, where the wire has another, as unknown',
      { body: '{"GroupName":1}' },
      { GroupName: 1 },
    ],
    ['a text for a number, for the engine to name', { query: 'Most=ten' }, { Most: 'ten' }],
  ])('gives %s', (_, request, expected) => {
    expect(read(request)).toEqual({ Arn: 'arn:aws:x/y', ...expected });
  });

  it.each([
    ['a body that is no JSON', '{'],
    ['a body that is no object', '[]'],
    ['nothing but null', 'null'],
    ['a number for a text', '{"groupName":1}'],
  ])('is refused with %s', (_, body) => {
    expect(() => read({ body })).toThrow(expect.objectContaining({ kind: 'malformed-body' }));
  });

  it('may be one member as a whole', () => {
    const inner: Shape = { type: 'structure', members: { A: { type: 'integer' } } };
    const whole = (member: Shape): Shape => ({ type: 'structure', payload: 'Doc', members: { Doc: member } });
    expect(read({ body: '{"A":1}' }, whole(inner))).toEqual({ Doc: { A: 1 } });
    expect(read({ body: '{"A":1}' }, whole({ type: 'string' }))).toEqual({ Doc: '{"A":1}' });
    expect(read({}, whole(inner))).toEqual({});
  });
});

describe('an answer', () => {
  const answer = (output: object, of: Shape, status?: number) =>
    rest.answer({ action: 'Any', output, shape: of, requestId: 'r', ...(status === undefined ? {} : { status }) });

  it('has members in the body by their wire names, and none that the shape does not know', () => {
    const of: Shape = { type: 'structure', members: { GroupName: { type: 'string', wire: 'groupName' } } };
    expect(answer({ GroupName: 'g', Secret: 1 }, of)).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json', 'x-amzn-RequestId': 'r' },
      body: '{"groupName":"g"}',
    });
  });

  it('has the status of its model, and members in headers and the status line', () => {
    const of: Shape = {
      type: 'structure',
      payload: 'Doc',
      members: {
        Code: { type: 'integer', location: 'statusCode' },
        Tag: { type: 'string', wire: 'ETag', location: 'header' },
        Doc: { type: 'structure', members: { A: { type: 'integer' } } },
      },
    };
    expect(answer({}, of, 202)).toMatchObject({ status: 202, body: '' });
    const { status, headers, body } = answer({ Code: 206, Tag: 't', Doc: { A: 1 } }, of, 202);
    expect([status, headers.ETag, body]).toEqual([206, 't', '{"A":1}']);
  });

  it('to what went wrong carries the code in a header, and the status of the code', () => {
    expect(rest.refuse({ code: 'NotFoundException', message: 'no', status: 404, requestId: 'r' })).toEqual({
      status: 404,
      headers: { 'content-type': 'application/json', 'x-amzn-RequestId': 'r', 'x-amzn-ErrorType': 'NotFoundException' },
      body: '{"message":"no"}',
    });
    const codes = ['NotFoundException', 'BadRequestException', 'InternalServerErrorException'];
    expect(codes.map((code) => rest.statusOf(code))).toEqual([404, 400, 500]);
    expect(rest.faults['unknown-operation']).toEqual({ code: 'UnknownOperationException', status: 404 });
  });
});
