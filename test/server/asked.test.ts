import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/contract/fault.ts';
import type { Kept, Service } from '../../src/local-engine/service.ts';
import { Asked } from '../../src/server/asked.ts';
import { serveOnly, serveSandbox } from '../clients/server.ts';
import { testSandbox } from '../support/sandbox.ts';
import { form, json, post, signature } from './raw.ts';

/** Requests that were answered before: which are the same, and what is answered. */

const LIST = 'AWSLicenseManager.ListLicenseConfigurations';
const WHO = 'Action=GetCallerIdentity&Version=2011-06-15';
const HOSTS = 'Action=DescribeHosts&Version=2016-11-15';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** What a service is not asked for by one who only asks again. */
const unused: Omit<Service, 'again'> = {
  scopeOf: () => ({ account: '111122223333', region: 'us-east-1' }),
  call: async () => {
    throw new Error('not asked');
  },
  glance: () => () => '',
  requestId: () => 'no call',
  flush: () => undefined,
};

/** What an answer was kept by, taken from a real one: the server only hands it back. */
async function aKept(): Promise<Kept> {
  const { engine, home } = testSandbox();
  const { kept } = await engine.answer('sts:GetCallerIdentity', {}, home, true);
  if (kept === undefined) throw new Error('a read is kept');
  return kept;
}

/** A server that counts what it is really asked; each answer and each time it is given again has a number. */
async function counting(again?: Service['again']) {
  const kept = await aKept();
  let calls = 0;
  let times = 0;
  const served = await serveOnly({
    ...unused,
    call: async () => {
      calls += 1;
      return { output: { Account: `account ${calls}` }, requestId: `first-${calls}`, kept };
    },
    again: again ?? (() => `again-${++times}`),
  });
  stops.push(served.stop);
  return { ...served, calls: () => calls };
}

describe('the same request', () => {
  it('is looked up once, and each answer has its own request id, in the header and in the body', async () => {
    const served = await counting();
    const answers = [await form(served, 'sts', WHO), await form(served, 'sts', WHO), await form(served, 'sts', WHO)];
    expect(served.calls()).toBe(1);
    const ids = ['first-1', 'again-1', 'again-2'];
    expect(answers.map(({ headers }) => headers.get('x-amzn-requestid'))).toEqual(ids);
    expect(answers.map(({ text }) => /<RequestId>(.+)<\/RequestId>/.exec(text)?.[1])).toEqual(ids);
    expect(answers.map(({ status, text }) => [status, /<Account>(.+)<\/Account>/.exec(text)?.[1]])).toEqual(
      Array.from({ length: 3 }, () => [200, 'account 1']),
    );
  });

  it('is the same though it was signed at another time', async () => {
    const served = await counting();
    const signed = (at: string) =>
      post(served, { authorization: `${signature('sts')}${at}`, 'x-amz-date': at, 'user-agent': at }, WHO);
    await signed('20261121T030000Z');
    await signed('20261121T030001Z');
    expect(served.calls()).toBe(1);
  });

  const plain = { authorization: signature('sts') };
  const others: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['of another account', { authorization: signature('sts', '222233334444') }, WHO],
    ['to another Region', { authorization: signature('sts', '111122223333', 'eu-west-1') }, WHO],
    ['with another body', plain, `${WHO}&SecurityToken=1`],
  ];
  it.each(others)('is another one %s', async (_, headers, body) => {
    const served = await counting();
    await post(served, plain, WHO);
    await post(served, headers, body);
    expect(served.calls()).toBe(2);
    await post(served, headers, body);
    expect(served.calls()).toBe(2);
  });

  it('is another one with another query, and by another target', async () => {
    const served = await counting();
    await form(served, 'sts', WHO);
    await form({ endpoint: `${served.endpoint}/?SecurityToken=1` }, 'sts', WHO);
    expect(served.calls()).toBe(2);
    await json(served, LIST, '{}');
    await json(served, 'AWSLicenseManager.ListTagsForResource', '{}');
    expect(served.calls()).toBe(4);
  });

  it.each([
    ['origin', 'http://evil.example'],
    ['sec-fetch-site', 'cross-site'],
  ])('from a web page is refused as ever (%s)', async (name, value) => {
    const served = await counting();
    await form(served, 'sts', WHO);
    expect((await post(served, { ...plain, [name]: value }, WHO)).status).toBe(403);
  });

  it('that is not signed is refused as ever', async () => {
    const served = await counting();
    await form(served, 'sts', WHO);
    expect((await post(served, {}, WHO)).status).toBe(403);
    expect((await post(served, { authorization: plain.authorization.replace('AWS4', 'AWS5') }, WHO)).status).toBe(400);
  });

  it('is looked up anew when something changed, and the new answer is the one that is kept', async () => {
    let changed = false;
    const served = await counting(() => (changed ? undefined : 'again'));
    await form(served, 'sts', WHO);
    changed = true;
    expect((await form(served, 'sts', WHO)).text).toContain('account 2');
    changed = false;
    const { text } = await form(served, 'sts', WHO);
    expect([text.includes('account 2'), text.includes('<RequestId>again</RequestId>')]).toEqual([true, true]);
  });

  it('is answered as trouble when the file cannot be read any more', async () => {
    const served = await counting(() => {
      throw new Error('the disk is gone');
    });
    await form(served, 'sts', WHO);
    expect((await form(served, 'sts', WHO)).status).toBe(500);
    expect(served.troubles).toEqual([new Error('the disk is gone')]);
  });
});

describe('what is not remembered', () => {
  it('a refusal', async () => {
    let refused = 0;
    const served = await serveOnly({
      ...unused,
      call: async () => {
        throw new Fault({ code: 'AccessDenied', message: 'no', requestId: `refused-${++refused}` });
      },
      again: () => 'again',
    });
    stops.push(served.stop);
    await form(served, 'sts', WHO);
    expect((await form(served, 'sts', WHO)).text).toContain('refused-2');
  });

  it('a request whose members stand in headers, since they are no part of what is compared', async () => {
    const kept = await aKept();
    const asked = new Asked({ ...unused, again: () => 'again' });
    const headers: Readonly<Record<string, string>> = { authorization: signature('sts') };
    const request = { method: 'GET', path: '/', query: '', body: '', header: (name: string) => headers[name] };
    const made = { answer: { status: 200, headers: {}, body: '' }, requestId: 'first', kept };
    const shape = (location: 'header' | 'querystring') =>
      ({ type: 'structure', members: { Token: { type: 'string', location } } }) as const;
    asked.remember(request, shape('header'), made);
    expect(asked.again(request)).toBeUndefined();
    asked.remember(request, shape('querystring'), made);
    expect(asked.again(request)).toEqual(made.answer);
  });

  it('a request that is very long', async () => {
    const served = await counting();
    const long = `${WHO}&SecurityToken=${'x'.repeat(20_000)}`;
    await form(served, 'sts', long);
    await form(served, 'sts', long);
    expect(served.calls()).toBe(2);
  });

  it('the oldest of more than a thousand', async () => {
    const asked = new Asked({ ...unused, again: () => 'again' });
    const made = { answer: { status: 200, headers: {}, body: '' }, requestId: 'first', kept: await aKept() };
    const numbered = (number: number) => ({
      ...{ method: 'POST', path: '/', query: '', body: String(number) },
      header: (name: string) => (name === 'authorization' ? signature('sts') : undefined),
    });
    const remember = (number: number) => asked.remember(numbered(number), { type: 'structure', members: {} }, made);
    for (let number = 1; number <= 1_000; number += 1) remember(number);
    remember(1);
    expect([asked.again(numbered(1)), asked.again(numbered(2))]).toEqual([made.answer, made.answer]);
    remember(1_001);
    expect([asked.again(numbered(1)), asked.again(numbered(2))]).toEqual([made.answer, undefined]);
  });
});

describe('over a sandbox', () => {
  it.each([
    ['JSON', 'license-manager', LIST, '{}'],
    ['EC2’s form', 'ec2', undefined, HOSTS],
    ['a form', 'sts', undefined, WHO],
  ])(
    '%s: the bytes of the second answer are those of the first, but for the request id',
    async (_, service, target, body) => {
      const served = await serveSandbox();
      stops.push(served.stop);
      const headers = {
        authorization: signature(service),
        ...(target === undefined ? {} : { 'x-amz-target': target }),
      };
      const [first, second] = [await post(served, headers, body), await post(served, headers, body)];
      const ids = [first, second].map((answer) => answer.headers.get('x-amzn-requestid') ?? '');
      expect(new Set(ids).size).toBe(2);
      const without = (text: string) => ids.reduce((left, id) => left.replaceAll(id, ''), text);
      expect(without(second.text)).toBe(without(first.text));
      expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
      expect(served.troubles).toEqual([]);
    },
  );

  it('a configuration that changed shows at once', async () => {
    const served = await serveSandbox();
    stops.push(served.stop);
    const names = async () => {
      const { LicenseConfigurations } = JSON.parse((await json(served, LIST, '{}')).text);
      return LicenseConfigurations.map(({ Name }: { Name: string }) => Name);
    };
    const create = (Name: string) =>
      json(served, 'AWSLicenseManager.CreateLicenseConfiguration', { Name, LicenseCountingType: 'vCPU' });
    expect([await names(), await names()]).toEqual([[], []]);
    await create('web');
    expect([await names(), await names()]).toEqual([['web'], ['web']]);
  });
});
