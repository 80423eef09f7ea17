import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '../../src/contract/operations.ts';
import { inputShape } from '../../src/contract/shapes/index.ts';
import { operationNames } from '../../src/contract/shapes/names.ts';
import { OUTPUT_SHAPES } from '../../src/contract/shapes/outputs.ts';
import { sample } from './sample.ts';
import { type SdkClients, sdkClients } from './sdk.ts';
import { ACCOUNT, type Served, serveOnly } from './server.ts';

/**
 * Every member of every operation goes through the AWS SDK for JavaScript and back over a socket: the request must reach the
 * service, and the answer the client, as it was given. One normalization: in EC2 and Query an empty list is absent, and
 * times hold milliseconds.
 */

const seen: { operation?: OperationName; input?: object; answer: object } = { answer: {} };
let served: Pick<Served, 'endpoint' | 'troubles' | 'stop'>;
let clients: SdkClients;

beforeAll(async () => {
  served = await serveOnly({
    scopeOf: () => ({ account: ACCOUNT, region: 'us-east-1' }),
    call: async (operation, input) => {
      Object.assign(seen, { operation, input });
      return { output: seen.answer, requestId: 'request' };
    },
    again: () => undefined,
    glance: () => () => '',
    requestId: () => 'request',
    flush: () => undefined,
  });
  clients = sdkClients(served.endpoint);
});
afterAll(() => served.stop());

const object = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** Bytes as they are, whichever kind of array holds them. */
const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? [...value] : Array.isArray(value) ? value.map(plain) : plainMembers(value);

function plainMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

describe.each(operationNames)('%s', (operation) => {
  it('reaches the service with every member as it was sent', async () => {
    const shape = await inputShape(operation);
    const input = object(sample(shape));
    seen.answer = {};
    await clients.send(operation, input);
    expect(seen.operation).toBe(operation);
    expect(plain(seen.input)).toEqual(plain(input));
  });

  it('answers every member as the service gave it', async () => {
    const { output: shape } = await OUTPUT_SHAPES[operation]();
    const input = await inputShape(operation);
    seen.answer = object(sample(shape));
    // A whole request: clients refuse to make a path without the members that stand in it.
    expect(plain(await clients.send(operation, object(sample(input))))).toEqual(plain(seen.answer));
  });
});

it('the server had no trouble of its own', () => {
  expect(served.troubles).toEqual([]);
});
