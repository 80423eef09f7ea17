import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openLocal } from '../../src/local-engine/index.ts';
import { brokenIn, home, inspect, prepare, start, useWorker } from './processes.ts';

useWorker();

test('a reset while another process has the sandbox open: that one sees the new sandbox, and nothing breaks', async () => {
  const launch = await prepare('reset', { LicenseCountingType: 'vCPU' });
  const arrived: string[] = [];
  const worker = start(
    { home: home(), sandbox: 'reset', launch, mode: 'on-request' },
    (child) => void child.emit('reply'),
  );
  const launchOnce = async () => {
    const reply = once(worker.process, 'reply');
    worker.process.stdin?.write('launch\n');
    await reply;
    arrived.push(Object.keys(worker.replies.at(-1) ?? {}).join());
  };
  await launchOnce();
  const { sandbox, backend } = await openLocal({ home: home(), sandbox: 'reset', wall: () => Date.now() });
  sandbox.reset();
  backend.close();
  await launchOnce();
  worker.process.stdin?.end();
  await worker.ended;
  expect(brokenIn([worker])).toEqual([]);
  expect(arrived).toEqual(['launched', 'refused']);
  expect(worker.replies.at(-1)).toEqual({ refused: ['launch-ami-access'] });
  expect(inspect('reset').instances).toEqual([]);
});
