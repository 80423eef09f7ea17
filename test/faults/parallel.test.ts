import { expect, test } from 'vitest';
import { brokenIn, home, inspect, launchedBy, prepare, start, useWorker, type Worker } from './processes.ts';

/** Many processes at one sandbox: the limit holds, no launch is lost, and nobody hears of a locked file. */
useWorker();

const PROCESSES = 20;

async function race(sandbox: string, launch: Awaited<ReturnType<typeof prepare>>) {
  let ready = 0;
  const workers: Worker[] = [];
  // All have the sandbox open before the first one launches, so that they truly meet.
  const began = new Promise<void>((begin) => {
    const onReply = (_worker: unknown, count: number) => {
      if (count === 1 && ++ready === PROCESSES) begin();
    };
    for (let n = 0; n < PROCESSES; n++)
      workers.push(start({ home: home(), sandbox, launch, mode: 'until-refused' }, onReply));
  });
  await began;
  for (const worker of workers) worker.process.stdin?.write('go\n');
  const ends = await Promise.all(workers.map((worker) => worker.ended));
  expect(brokenIn(workers)).toEqual([]);
  expect(ends.map((end) => end.code)).toEqual(ends.map(() => 0));
  const refusals = new Set(
    workers.flatMap(({ replies }) => replies.flatMap((one) => ('refused' in one ? one.refused : []))),
  );
  return { launched: launchedBy(workers), refusals: [...refusals], ...inspect(sandbox) };
}

test(`${PROCESSES} processes launch against one hard limit of vCPUs until each is refused: exactly the limit is used`, async () => {
  const launch = await prepare('vcpus', {
    LicenseCountingType: 'vCPU',
    LicenseCount: 301,
    LicenseCountHardLimit: true,
  });
  const { launched, refusals, instances, consumed } = await race('vcpus', launch);
  expect(consumed).toBe(300);
  expect(launched).toHaveLength(150);
  expect([...launched].sort()).toEqual([...instances].sort());
  expect(refusals).toEqual(['launch-hard-block']);
});

test(`${PROCESSES} processes share hosts: each is charged once and holds what it can`, async () => {
  const launch = await prepare(
    'hosts',
    { LicenseCountingType: 'Core', LicenseCount: 96, LicenseCountHardLimit: true },
    3,
  );
  const { launched, refusals, instances, consumed } = await race('hosts', launch);
  expect(consumed).toBe(96);
  expect(launched).toHaveLength(96);
  expect([...launched].sort()).toEqual([...instances].sort());
  expect(refusals).toEqual(['launch-hard-block']);
});

test('processes that open a new sandbox at the same moment make one sandbox', async () => {
  const launch = { ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1 };
  const workers = Array.from({ length: 8 }, () => start({ home: home(), sandbox: 'new', launch, mode: 'once' }));
  await Promise.all(workers.map((worker) => worker.ended));
  expect(workers.map(({ replies }) => replies)).toEqual(workers.map(() => [{ refused: ['launch-ami-access'] }]));
  expect(inspect('new').instances).toEqual([]);
});
