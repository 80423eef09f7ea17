import { expect, test } from 'vitest';
import { settled } from '../../../src/commands/instance/settled.ts';
import type { Call } from '../../../src/contract/ports.ts';
import { context } from '../context-stub.ts';

const CHANGES = ['i-1', 'i-2'].map((InstanceId) => ({ InstanceId }));

/** What DescribeInstances answers, look by look: the states of i-1 and i-2. */
function states(...looks: readonly (readonly ['running' | 'stopping' | 'stopped', 'stopping' | 'stopped'])[]) {
  let [at, now] = [0, 0];
  const call: Call = async (operation) => {
    if (operation !== 'ec2:DescribeInstances') throw new Error(`not expected: ${operation}`);
    const names = looks[Math.min(at++, looks.length - 1)] ?? [];
    const Instances = names.map((Name, index) => ({ ...CHANGES[index], State: { Name } }));
    return { Reservations: [{ Instances }], $metadata: {} };
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

test('with --wait it is looked until none is on its way any more', async () => {
  const { states: seen, end } = await settled(
    states(['stopping', 'stopping'], ['stopped', 'stopping'], ['stopped', 'stopped']),
    CHANGES,
  );
  expect(Object.fromEntries(seen)).toEqual({ 'i-1': 'stopped', 'i-2': 'stopped' });
  expect(end).toEqual({ notes: [], exit: {} });
});

test('exits 7 when the time is up, and says what is seen by then', async () => {
  const { states: seen, end } = await settled(states(['stopped', 'stopping']), CHANGES);
  expect(seen.get('i-2')).toBe('stopping');
  expect(end).toEqual({
    notes: [{ kind: 'hint', text: 'they go on all the same: lm instance list shows it' }],
    exit: { exit: 7 },
  });
});

test('nothing is asked without --wait, and in a dry run', async () => {
  const shut = { call: context().call };
  for (const ctx of [{ ...states(), ...shut, dryRun: true }, context()]) {
    expect((await settled(ctx, CHANGES)).states.size).toBe(0);
  }
});
