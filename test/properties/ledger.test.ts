import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play } from '../support/scenario.ts';
import { day, ledger, runs, SETTING } from './days.ts';

/**
 * Rows made up at random, played as a scenario. `play` asserts after each of them: consumption is the sum of usage; a hard
 * limit is never exceeded by a launch, a start or an association; a refused call changes nothing but the trail, the failures
 * and the alerts; a rehearsal predicts the answer exactly and leaves no byte changed; hosts hold what they can. A failing
 * run prints its rows, which can be pasted into a scenario.
 */

test('whatever is done, in whatever order, the books are right', async () => {
  await fc.assert(
    fc.asyncProperty(day, (rows) => play(`${SETTING}\n${ledger(rows)}`)),
    runs(25),
  );
});

test('so they are when Core and Socket are charged for each machine', async () => {
  await fc.assert(
    fc.asyncProperty(day, (rows) => play(`charging per-machine\n${SETTING}\n${ledger(rows)}`)),
    runs(10),
  );
});

test('the properties can fail: a host is never overfull, and a broken expectation is noticed', async () => {
  const rows = `${SETTING}\nlaunch m from plain m5.large x999 host | ok`;
  await expect(play(rows)).rejects.toThrow('launch-host-needs-capacity');
});
