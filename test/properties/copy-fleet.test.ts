import type { _InstanceType } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountCopy } from '../../src/contract/copy.ts';
import type { Input } from '../../src/contract/operations.ts';
import type { Scope } from '../../src/contract/ports.ts';
import { checkLaunch } from '../../src/local-engine/check-launch.ts';
import type { Engine } from '../../src/local-engine/engine.ts';
import { booksHold, copyOf, saysOfItself } from '../local-engine/import/copied.ts';
import type { Stage } from '../support/scenario/stage.ts';
import { play } from '../support/scenario.ts';
import { runs } from './days.ts';
import { ACTIONS, dayOf, FLEET } from './fleet.ts';

type Launch = Input<'ec2:RunInstances'>;

const TYPES: readonly _InstanceType[] = ['m5.large', 'm5.12xlarge', 't3.2xlarge'];

/** Launches of one and of thirty, into every group that the account may launch into, on hosts and elsewhere. */
function launches({ images, groups }: AccountCopy): readonly Launch[] {
  const places = [
    ...groups.map(({ group }) => ({ HostResourceGroupArn: group.GroupArn })),
    ...(['default', 'host'] as const).map((Tenancy) => ({ Tenancy })),
  ];
  return images.flatMap(({ ImageId = '' }) =>
    TYPES.flatMap((InstanceType) =>
      places.flatMap((Placement) =>
        [1, 30].map((count) => ({ ImageId, InstanceType, MinCount: count, MaxCount: count, Placement })),
      ),
    ),
  );
}

const verdict = (engine: Engine, scope: Scope, launch: Launch) =>
  engine.ask(({ tx, now }) => checkLaunch(tx, scope, launch, now).decision.verdict);

/** A copy of one account of the fleet, which says of itself what the account says, and what both say of launches. */
async function judgedBy(stage: Stage, name: string) {
  const { scope, copy, original, copied, stage: there, sandbox } = await copyOf(stage, name);
  await booksHold(there);
  expect(await saysOfItself(copied, scope)).toEqual(await saysOfItself(original, scope));
  const judged = launches(copy).map((launch) => ({
    launch,
    there: verdict(stage.sandbox.engine, scope, launch),
    here: verdict(sandbox.engine, scope, launch),
  }));
  sandbox.engine.close();
  return judged;
}

/** The owner of shared groups sees its hosts with everything on them, so its copy decides as the account does. */
async function ownerHolds(stage: Stage): Promise<void> {
  for (const { launch, there, here } of await judgedBy(stage, 'home')) expect(here, JSON.stringify(launch)).toBe(there);
}

/** A member does not see the hosts of groups that are shared with it: what its copy says is so there, or it does not say it. */
async function memberHolds(stage: Stage): Promise<void> {
  for (const { launch, there, here } of await judgedBy(stage, 'member')) {
    if (here === 'blocked') expect(there, JSON.stringify(launch)).toBe('blocked');
    if (here === 'allowed' || here === 'warn') expect(there, JSON.stringify(launch)).not.toBe('blocked');
  }
}

/** Quotas are the account's own affair: no call that is asked here tells them. */
const days = dayOf(ACTIONS).map((rows) => rows.replaceAll(/^quota .*$/gm, ''));

test('as the fleet begins', async () => {
  await play(FLEET, ownerHolds);
  await play(FLEET, memberHolds);
});

test('the copy of an account that shares groups and configurations decides as the account does', async () => {
  await fc.assert(
    fc.asyncProperty(days, (rows) => play(rows, ownerHolds)),
    runs(3),
  );
});

test('the copy of an account that they are shared with says nothing that is not so', async () => {
  await fc.assert(
    fc.asyncProperty(days, (rows) => play(rows, memberHolds)),
    runs(3),
  );
});
