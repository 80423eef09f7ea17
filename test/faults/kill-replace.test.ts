import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { brokenIn, home, inspect, prepare, start, useWorker } from './processes.ts';

/** What takes the place of a whole sandbox takes it in one step: a process that dies on the way has changed nothing. */
useWorker();

async function within<T>(sandbox: string, work: (local: Local) => Promise<T>, wall = () => Date.now()): Promise<T> {
  const local = await openLocal({ home: home(), sandbox, wall });
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

/** A snapshot that the first released `lm` saved: it is migrated in a folder of its own. */
function saveOlder(name: string): void {
  mkdirSync(join(home(), 'snapshots'), { recursive: true });
  const db = openDatabase(join(home(), 'snapshots', `${name}.db`), { migrations: MIGRATIONS.slice(0, 1) });
  db.run(`INSERT INTO sandbox VALUES (1, 0, 0, NULL, 0, 0, '111122223333', 'us-east-1', 'per-host')`);
  db.run(`INSERT INTO account (id, name, created_at) VALUES ('111122223333', 'kept', 0)`);
  db.close();
}

test('kill -9 while an older snapshot is migrated: the folder it leaves goes with a later load, and not before', async () => {
  saveOlder('older');
  const sandbox = 'killed-migration';
  await within(sandbox, async ({ backend }) => backend.call('ec2:RegisterImage', { Name: 'mine' }));
  const left = () => readdirSync(home()).filter((name) => name.startsWith('.migrating-'));
  for (let statement = 1; left().length === 0; statement++) {
    const launch = { MinCount: 1, MaxCount: 1 };
    const worker = start({ home: home(), sandbox, mode: 'load', from: 'older', launch, dieAtStatement: statement });
    expect((await worker.ended).signal).toBe('SIGKILL');
  }
  const load = (wall: () => number) =>
    within(
      sandbox,
      async ({ sandbox }) => {
        const snapshots = await sandbox.snapshots();
        const older = snapshots.find('older');
        if (older !== undefined) snapshots.load(older);
        return sandbox.accounts().map(({ name }) => name);
      },
      wall,
    );
  // Another process may be at work in a folder that is new.
  expect(await load(() => Date.now())).toEqual(['kept']);
  expect(left()).toHaveLength(1);
  expect(await load(() => Date.now() + 2 * 3_600_000)).toEqual(['kept']);
  expect(left()).toEqual([]);
});
