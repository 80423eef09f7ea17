import { expect, test } from 'vitest';
import { joined } from '../../../src/commands/hrg/joined.ts';
import type { Call } from '../../../src/contract/ports.ts';
import { context } from '../context-stub.ts';

const [FIRST, SECOND] = ['arn:aws:ec2:us-east-1:111122223333:dedicated-host/h-1', 'arn:h-2'];
const ANSWER = { Succeeded: [], Failed: [], Pending: [{ ResourceArn: FIRST }, { ResourceArn: SECOND }] };

/** What ListGroupResources answers, look by look: the status of each host that it lists. */
function listing(...looks: readonly Readonly<Record<string, 'PENDING' | 'MEMBER'>>[]) {
  let at = 0;
  const listed = () => {
    const look = looks[Math.min(at++, looks.length - 1)] ?? {};
    return Object.entries(look).map(([ResourceArn, status]) => ({
      Identifier: { ResourceArn },
      ...(status === 'PENDING' ? { Status: { Name: 'PENDING' as const } } : {}),
    }));
  };
  let now = 0;
  const call: Call = async (operation) => {
    if (operation !== 'resource-groups:ListGroupResources') throw new Error(`not expected: ${operation}`);
    return { Resources: listed(), $metadata: {} };
  };
  return context({
    call,
    now: () => now,
    wait: { wait: true, timeoutMs: 30_000 },
    stopped: () => new Promise(() => undefined),
    pause: async (milliseconds) => {
      now += milliseconds;
    },
  });
}

test('a host that is not listed yet joins; one that was listed and is no more has left', async () => {
  const ctx = listing({}, { [FIRST]: 'PENDING', [SECOND]: 'PENDING' }, { [FIRST]: 'MEMBER' });
  expect(await joined(ctx, 'group', ANSWER)).toEqual({
    how: 'ended',
    answer: {
      Succeeded: [FIRST],
      Failed: [{ ResourceArn: SECOND, ErrorMessage: 'has left the group again' }],
      Pending: [],
    },
  });
});

test('whoever still joins when the time is up stays pending', async () => {
  const ctx = listing({ [FIRST]: 'MEMBER', [SECOND]: 'PENDING' });
  expect(await joined(ctx, 'group', ANSWER)).toEqual({
    how: 'timed-out',
    answer: { Succeeded: [FIRST], Failed: [], Pending: [{ ResourceArn: SECOND }] },
  });
});

test('nothing is asked where nobody is to wait, or nothing joins', async () => {
  const ctx = { ...listing(), call: context().call };
  expect(await joined({ ...ctx, wait: { wait: false, timeoutMs: undefined } }, 'group', ANSWER)).toEqual({
    answer: ANSWER,
  });
  const over = { ...ANSWER, Pending: [] };
  expect(await joined(ctx, 'group', over)).toEqual({ answer: over });
});
