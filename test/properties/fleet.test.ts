import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play } from '../support/scenario.ts';
import { ACTIONS, dayOf, FLEET } from './fleet.ts';

/**
 * Machines in and out of host resource groups, in whatever order. `play` asserts after each row what every scenario asserts:
 * the books are right, no host carries more than its capacity, a rehearsal predicts the answer, a refused call changes
 * nothing, nothing starts to run where an enforced configuration forbids it, what a group places is on one of its hosts,
 * and what runs is billed as its AMI or its last conversion says and may run where it does.
 * `LM_PROPERTY_RUNS=2000` searches longer than a test run should.
 */
const runs = (usual: number) => ({ numRuns: Number(process.env.LM_PROPERTY_RUNS ?? usual) });

test('whatever a fleet goes through, its hosts, groups and licences agree', async () => {
  await fc.assert(
    fc.asyncProperty(dayOf(ACTIONS), (rows) => play(rows)),
    runs(18),
  );
});

test('so they do when Core and Socket are charged for each machine', async () => {
  await fc.assert(
    fc.asyncProperty(dayOf(ACTIONS), (rows) => play(`charging per-machine\n${rows}`)),
    runs(6),
  );
});

test('the rows that are made up are rows that do something: groups fill, open hosts and let them go', async () => {
  await play(`${FLEET}
    opened   prod n=1
    launch   a from sqls m5.24xlarge hrg=prod
    opened   prod n=2
    terminate m1 m2 m3 a
    opened   prod n=0
    launch   b from sqls t3.small x70 hrg=any
    machine  b1 running on=k group=any`);
  await expect(play(`${FLEET}\nlaunch b from sqls r5.large hrg=prod | ok`)).rejects.toThrow('hrg-setting-families');
});

test('conversions change what is billed, or fail where machines were moved in between; failed hosts are replaced', async () => {
  await play(`${FLEET}
    stop     v1 w1
    convert  t of v1 from=now to=0002
    convert  u of w1 from=now to=0804
    move     w1 host
    tick     2m
    machine  v1 stopped code=RunInstances:0002
    licences v1
    task     u FAILED switched=not-yet says=may-not-run-on-tenancy-host
    machine  w1 stopped code=RunInstances:0002
    fail     h2
    tick     10m
    newest   h2
    machine  v2 running on=h2`);
});

test('a crowd fills the T3 host to the last machine, and one more opens another', async () => {
  await play(`${FLEET}
    launch   c from sqls t3.2xlarge x25 hrg=any
    opened   any n=2`);
});
