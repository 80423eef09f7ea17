import { afterEach, describe, expect, it } from 'vitest';
import type { Service } from '../../src/local-engine/service.ts';
import { BODY_LIMIT } from '../../src/server/http.ts';
import { serve } from '../../src/server/index.ts';
import { serveOnly } from '../clients/server.ts';
import { form, json, post, signature, talk } from './raw.ts';

/** A server whose operations the test answers, and connections that behave badly. */

const WHO = 'Action=GetCallerIdentity&Version=2011-06-15';
const HEAD = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n';

const service = (call: Service['call'] = async () => ({ output: { Account: 'x' }, requestId: 'id' })): Service => ({
  scopeOf: () => ({ account: '111122223333', region: 'us-east-1' }),
  call,
  again: () => undefined,
  glance: () => () => '',
  requestId: () => 'id',
  flush: () => undefined,
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function started(call?: Service['call']) {
  const served = await serveOnly(service(call));
  stops.push(served.stop);
  return served;
}

/** One that loses patience at once, so that no test waits. */
async function impatient() {
  const patience = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 10 };
  const options = { address: '127.0.0.1', port: 0, onTrouble: () => undefined };
  const served = await serve(service(), options, patience);
  stops.push(served.stop);
  return served;
}

describe('a body', () => {
  const sized = (bytes: number) => `${WHO}&SecurityToken=${'x'.repeat(bytes - WHO.length - '&SecurityToken='.length)}`;

  it('of the largest size is read', async () => {
    expect((await form(await started(), 'sts', sized(BODY_LIMIT))).status).toBe(200);
  });

  it('of one byte more is refused', async () => {
    const { status } = await form(await started(), 'sts', sized(BODY_LIMIT + 1));
    expect(status).toBe(413);
  });

  it('that arrives in pieces, one of which ends inside a sign, is read as one', async () => {
    const seen: unknown[] = [];
    const served = await started(async (_, input) => {
      seen.push(input);
      return { output: {}, requestId: 'id' };
    });
    const body = Buffer.from('{"ResourceArn":"é","Tags":[]}');
    const inside = body.indexOf(0xc3) + 1;
    const head = `${HEAD}AUTHORIZATION: ${signature('license-manager')}\r\nX-AMZ-Target: AWSLicenseManager.TagResource\r\n`;
    const first = `${head}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
    const answer = await talk(served, first, body.subarray(0, inside), body.subarray(inside));
    expect(answer).toContain('200 OK');
    expect(seen).toEqual([{ ResourceArn: 'é', Tags: [] }]);
  });

  it('that is no UTF-8 is refused', async () => {
    const headers = { authorization: signature('license-manager'), 'x-amz-target': 'AWSLicenseManager.TagResource' };
    const { status, text } = await post(await started(), headers, new Uint8Array([0x22, 0xff, 0x22]));
    expect([status, JSON.parse(text).__type]).toEqual([400, 'SerializationException']);
  });
});

describe('a client that', () => {
  it('sends half a request is let go, and others are answered meanwhile', async () => {
    const served = await impatient();
    const half = talk(served, `${HEAD}Content-Length: 100\r\n\r\nAction=`);
    expect((await form(served, 'sts', WHO)).status).toBe(200);
    expect(await half).toContain('408');
  });

  it('sends half a head is let go', async () => {
    expect(await talk(await impatient(), HEAD)).toContain('408');
  });

  it('speaks no HTTP is let go', async () => {
    const served = await started();
    expect(await talk(served, 'MAKE coffee\r\n\r\n')).toContain('400');
    expect((await form(served, 'sts', WHO)).status).toBe(200);
  });

  it('goes away before the answer harms nobody', async () => {
    const waiting: (() => void)[] = [];
    const served = await started(
      () => new Promise((resolve) => waiting.push(() => resolve({ output: {}, requestId: 'id' }))),
    );
    const gone = new AbortController();
    const left = fetch(served.endpoint, {
      method: 'POST',
      headers: { authorization: signature('sts') },
      body: WHO,
      signal: gone.signal,
    });
    await expect.poll(() => waiting.length).toBe(1);
    gone.abort();
    await expect(left).rejects.toThrow();
    const next = form(served, 'sts', WHO);
    await expect.poll(() => waiting.length).toBe(2);
    for (const answer of waiting) answer();
    expect((await next).status).toBe(200);
    expect(served.troubles).toEqual([]);
  });
});

describe('trouble inside', () => {
  it.each([
    ['json', () => ['license-manager', 'ServerInternalException']],
    ['query', () => ['sts', 'InternalFailure']],
    ['ec2', () => ['ec2', 'InternalError']],
  ])('is answered as AWS would (%s), and told to whoever runs the server', async (kind, row) => {
    const [name = '', code] = row();
    const served = await started(async () => {
      throw new Error('the disk is full');
    });
    const bodies: Readonly<Record<string, string>> = { query: WHO, ec2: 'Action=DescribeHosts&Version=2016-11-15' };
    const { status, text } =
      kind === 'json'
        ? await json(served, 'AWSLicenseManager.ListLicenseConfigurations', '{}')
        : await form(served, name, bodies[kind] ?? '');
    expect([status, text.includes(`${code}`)]).toEqual([500, true]);
    expect(served.troubles).toEqual([new Error('the disk is full')]);
  });
});

describe('an address', () => {
  it('that is taken is refused with the system’s error', async () => {
    const { port } = await started();
    const again = serve(service(), { address: '127.0.0.1', port, onTrouble: () => undefined });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('of this machine alone answers to no other name', async () => {
    const served = await started();
    const named = (host: string) =>
      talk(served, `POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    expect(await named('evil.example:80')).toContain('403');
    expect(await named(`localhost:${served.port}`)).toContain('InvalidAction');
    expect(await named('[::1]')).toContain('InvalidAction');
  });

  it('is told to be for this machine alone, or not', async () => {
    const open = await serve(service(), { address: '0.0.0.0', port: 0, onTrouble: () => undefined });
    stops.push(open.stop);
    expect([open.loopback, (await started()).loopback]).toEqual([false, true]);
  });
});

it('a server that stops answers what it has begun', async () => {
  const waiting: (() => void)[] = [];
  const served = await serveOnly(
    service(() => new Promise((resolve) => waiting.push(() => resolve({ output: {}, requestId: 'id' })))),
  );
  const asked = form(served, 'sts', WHO);
  await expect.poll(() => waiting.length).toBe(1);
  const stopped = served.stop();
  waiting.at(0)?.();
  expect((await asked).status).toBe(200);
  await stopped;
  await expect(form(served, 'sts', WHO)).rejects.toThrow();
});
