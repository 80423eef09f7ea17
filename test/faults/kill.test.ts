import { expect, test } from 'vitest';
import { CLIENTS } from './clients.ts';
import { brokenIn, home, inspect, launchedBy, prepare, start, useWorker, type Worker } from './processes.ts';

/** A process that dies in the middle of its work leaves a whole sandbox: all of a call or nothing of it. */
useWorker();

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function* dice(seed: number, sides: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield 1 + (state % sides);
  }
}

type Mode = Parameters<typeof start>[0]['mode'];

const LANES = 5;
const KILLS_PER_LANE = 10;

/** Kills one process after another, each when its k-th line has arrived, while it goes on working. */
async function lane(
  sandbox: string,
  terms: Parameters<typeof prepare>[1],
  hosts: number,
  seed: number,
  mode: Mode = 'for-ever',
): Promise<void> {
  const launch = await prepare(sandbox, terms, hosts);
  const atOnce = mode === 'together' ? CLIENTS : 1;
  const lines = dice(seed, 12);
  const workers: Worker[] = [];
  for (let kill = 0; kill < KILLS_PER_LANE; kill++) {
    const after = lines.next().value;
    const worker = start({ home: home(), sandbox, launch, mode }, (child, count) => {
      if (count >= after) child.kill('SIGKILL');
    });
    workers.push(worker);
    const { signal } = await worker.ended;
    expect(brokenIn([worker])).toEqual([]);
    expect(signal).toBe('SIGKILL');
    const { instances } = inspect(sandbox);
    expect(instances, 'every acknowledged launch is there').toEqual(expect.arrayContaining([...launchedBy(workers)]));
    expect(
      instances.length - launchedBy(workers).length,
      'at most the last one of each client was not yet acknowledged',
    ).toBeLessThanOrEqual((kill + 1) * atOnce);
  }
}

test(`kill -9 during launches, ${LANES * KILLS_PER_LANE} times at random`, async () => {
  await Promise.all(
    Array.from({ length: LANES }, (_, index) =>
      index % 2 === 0
        ? lane(`vcpu-${index}`, { LicenseCountingType: 'vCPU' }, 0, index + 1)
        : lane(`core-${index}`, { LicenseCountingType: 'Core' }, 20, index + 1),
    ),
  );
});

test(`kill -9 of a server while ${CLIENTS} clients launch, ${KILLS_PER_LANE} times at random`, async () => {
  await lane('served', { LicenseCountingType: 'vCPU' }, 0, LANES + 1, 'together');
});

test.each([
  { what: 'machines', sandbox: 'each-machine', hosts: 0, terms: { LicenseCountingType: 'vCPU' } as const },
  { what: 'a host', sandbox: 'each-host', hosts: 1, terms: { LicenseCountingType: 'Core' } as const },
])(
  'kill -9 at each statement of one launch that charges $what: nothing of it remains',
  async ({ sandbox, hosts, terms }) => {
    const launch = await prepare(sandbox, terms, hosts);
    const empty = { instances: [], consumed: 0 };
    let died = 0;
    for (let statement = 1; ; statement++) {
      const worker = start({ home: home(), sandbox, launch, mode: 'once', dieAtStatement: statement });
      const { signal } = await worker.ended;
      expect(brokenIn([worker])).toEqual([]);
      if (launchedBy([worker]).length > 0) {
        expect(inspect(sandbox).instances).toEqual(launchedBy([worker]));
        break;
      }
      expect(signal).toBe('SIGKILL');
      expect(inspect(sandbox), `killed at statement ${statement}`).toEqual(empty);
      died += 1;
    }
    // BEGIN, SAVEPOINT, RELEASE, COMMIT and what the launch itself reads and writes.
    expect(died).toBeGreaterThan(10);
  },
);
