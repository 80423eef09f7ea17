import { expect, test } from 'vitest';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import { brokenIn, home, inspect, prepare, start, useWorker } from './processes.ts';

/** What takes the place of a whole sandbox takes it in one step: a process that dies on the way has changed nothing. */
useWorker();

async function within<T>(sandbox: string, work: (local: Local) => Promise<T>): Promise<T> {
  const local = await openLocal({ home: home(), sandbox, wall: () => Date.now() });
  try {
    return await work(local);
  } finally {
    local.backend.close();
  }
}

/** A sandbox with machines under a configuration; on hosts where it counts cores. */
async function filled(sandbox: string, machines: number): Promise<void> {
  const launch = await prepare(sandbox, { LicenseCountingType: 'Core' }, 2);
  await within(sandbox, ({ backend }) =>
    backend.call('ec2:RunInstances', { ...launch, MinCount: machines, MaxCount: machines }),
  );
}

test.each(['load', 'fill'] as const)('kill -9 at each statement of a %s: what was there is there', async (mode) => {
  const [sandbox, other] = [`killed-${mode}`, `other-${mode}`];
  await filled(other, 3);
  const from = mode === 'fill' ? other : `snapshot-${mode}`;
  let after = inspect(other);
  if (mode === 'load') {
    await filled(sandbox, 3);
    after = inspect(sandbox);
    await within(sandbox, async ({ sandbox }) => (await sandbox.snapshots()).save(from, false));
    await within(sandbox, async ({ sandbox }) => sandbox.reset());
  } else {
    await within(sandbox, async ({ backend }) => backend.call('ec2:RegisterImage', { Name: 'mine' }));
  }
  const before = inspect(sandbox);
  let died = 0;
  for (let statement = 1; ; statement++) {
    const order = { home: home(), sandbox, mode, from, launch: { MinCount: 1, MaxCount: 1 } } as const;
    const worker = start({ ...order, dieAtStatement: statement });
    const { signal } = await worker.ended;
    expect(brokenIn([worker])).toEqual([]);
    if (worker.replies.length > 0) break;
    expect(signal).toBe('SIGKILL');
    // Only after COMMIT there is something else, and all of it.
    expect([before, after], `killed at statement ${statement}`).toContainEqual(inspect(sandbox));
    if (died < 20) expect(inspect(sandbox), `killed at statement ${statement}`).toEqual(before);
    died += 1;
  }
  // A DELETE and an INSERT for each table, and what stands around them.
  expect(died).toBeGreaterThan(20);
  expect([before.instances.length, after.instances.length, after.consumed]).toEqual([0, 3, 48]);
  expect(inspect(sandbox)).toEqual(after);
});
