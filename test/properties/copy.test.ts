import type { _InstanceType } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAccount } from '../../src/commands/local/import/read-account.ts';
import type { Input } from '../../src/contract/operations.ts';
import type { Call, Scope } from '../../src/contract/ports.ts';
import { checkLaunch } from '../../src/local-engine/check-launch.ts';
import type { Engine } from '../../src/local-engine/engine.ts';
import { filledWith, saysOfItself } from '../local-engine/import/copied.ts';
import { chargesFollowMachines, hostsAddUp, sound, totalsAreSums } from '../support/scenario/invariants.ts';
import type { Stage } from '../support/scenario/stage.ts';
import { play } from '../support/scenario.ts';
import { day, ledger, runs, SETTING } from './days.ts';

type Launch = Input<'ec2:RunInstances'>;

const TYPES: readonly _InstanceType[] = ['m5.large', 'm5.4xlarge', 'r5.large'];
const TENANCIES = ['default', 'host', 'dedicated'] as const;

/** Launches of one and of three, wherever they may run. */
const launches = (ImageId: string): readonly Launch[] =>
  TYPES.flatMap((InstanceType) =>
    TENANCIES.flatMap((Tenancy) =>
      [1, 3].map((count) => ({ ImageId, InstanceType, MinCount: count, MaxCount: count, Placement: { Tenancy } })),
    ),
  );

const verdict = (engine: Engine, scope: Scope, launch: Launch) =>
  engine.ask(({ tx, now }) => checkLaunch(tx, scope, launch, now));

/**
 * A copy says of itself what the account says, keeps the books as the engine does, and decides about launches as the
 * account would. Nothing but AWS's own answers goes into it.
 */
async function copyHolds(stage: Stage): Promise<void> {
  const scope = { ...stage.scope, account: stage.id('home') };
  const now = stage.sandbox.engine.ask((moment) => moment.now);
  const original: Call = (name, input) => stage.sandbox.call(name, input, scope);
  const copy = await readAccount(original, scope);
  const { sandbox, admin, report } = await filledWith(copy, now);
  const copied: Call = (name, input) => sandbox.call(name, input, scope);
  totalsAreSums(sandbox.database);
  chargesFollowMachines(sandbox.database);
  hostsAddUp(sandbox.database);
  sound(sandbox.database);
  expect(report.differences).toEqual([]);
  expect(await saysOfItself(copied, scope)).toEqual(await saysOfItself(original, scope));
  // Where nothing is charged yet, nothing shows how: then it is taken to be by host, and that is said.
  const charging = stage.admin.status().charging;
  const guessed = report.assumed.some(({ kind }) => kind === 'charging');
  expect(guessed ? 'per-host' : charging).toBe(admin.status().charging);
  if (admin.status().charging !== charging) return;
  // AWS does not show images that were deregistered: of those there is only the association.
  for (const launch of copy.images.flatMap(({ ImageId = '' }) => launches(ImageId))) {
    const [there, here] = [stage.sandbox.engine, sandbox.engine].map((engine) => verdict(engine, scope, launch));
    expect(here).toEqual(there);
  }
  sandbox.engine.close();
}

test('after any day a copy is like the account, and decides like it', async () => {
  await fc.assert(
    fc.asyncProperty(day, (rows) => play(`${SETTING}\n${ledger(rows)}`, copyHolds)),
    runs(15),
  );
});

test('so it is where Core and Socket are charged for each machine', async () => {
  await fc.assert(
    fc.asyncProperty(day, (rows) => play(`charging per-machine\n${SETTING}\n${ledger(rows)}`, copyHolds)),
    runs(5),
  );
});
