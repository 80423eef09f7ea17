import { expect, it } from 'vitest';
import { Turn } from '../../src/server/turn.ts';
import { serveOnly } from '../clients/server.ts';
import { signature, talk } from './raw.ts';

/** What arrives together is answered together. */

const turnIsOver = () => new Promise(setImmediate);

it('a turn hands over what arrived in it, in its order, and nothing twice', async () => {
  const turns: (readonly string[])[] = [];
  const turn = new Turn<string>((arrived) => {
    turns.push(arrived);
    if (arrived.includes('b')) turn.add('during');
  });
  turn.add('a');
  turn.add('b');
  expect(turns).toEqual([]);
  await turnIsOver();
  await turnIsOver();
  turn.add('c');
  await turnIsOver();
  expect(turns).toEqual([['a', 'b'], ['during'], ['c']]);
});

const WHO = 'Action=GetCallerIdentity&Version=2011-06-15';
const request = (connection: string) =>
  `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${signature('sts')}\r\n` +
  `Connection: ${connection}\r\nContent-Length: ${WHO.length}\r\n\r\n${WHO}`;

async function glancing(fails: (call: number) => boolean = () => false) {
  let glances = 0;
  let calls = 0;
  const served = await serveOnly({
    scopeOf: () => ({ account: '111122223333', region: 'us-east-1' }),
    call: async () => {
      calls += 1;
      if (fails(calls)) throw new Error('the disk is full');
      return { output: { Account: `account ${calls}` }, requestId: 'id' };
    },
    again: () => undefined,
    glance: () => {
      glances += 1;
      return () => '';
    },
    requestId: () => 'id',
    flush: () => undefined,
  });
  return { ...served, glances: () => glances };
}

it('requests that arrive in one piece share one look at the sandbox, and are answered in their order', async () => {
  const served = await glancing();
  const answer = await talk(served, request('keep-alive') + request('keep-alive') + request('close'));
  await served.stop();
  expect(served.glances()).toBe(1);
  expect(answer.match(/account \d/g)).toEqual(['account 1', 'account 2', 'account 3']);
});

it('requests one after the other do not', async () => {
  const served = await glancing();
  await talk(served, request('close'));
  await talk(served, request('close'));
  await served.stop();
  expect(served.glances()).toBe(2);
});

it('one that goes wrong leaves the others of its turn alone', async () => {
  const served = await glancing((call) => call === 2);
  const answer = await talk(served, request('keep-alive') + request('keep-alive') + request('close'));
  await served.stop();
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 500', 'HTTP/1.1 200']);
});
