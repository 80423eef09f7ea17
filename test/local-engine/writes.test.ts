import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Engine } from '../../src/local-engine/engine.ts';
import type { Message } from '../../src/local-engine/outbox.ts';
import { type Database, openDatabase } from '../../src/local-engine/store/database.ts';
import { Disk } from '../../src/local-engine/store/disk.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { ACCOUNT, REGION, START, zeros } from '../support/sandbox.ts';
import { nothingElseToDo, slowDisk } from '../support/slow-disk.ts';

/** Changes that come over the wire while the disk takes its time. */

const HOME = { account: ACCOUNT, region: REGION };
const CREATE = 'license-manager:CreateLicenseConfiguration';
const hard = (Name: string) =>
  ({ Name, LicenseCountingType: 'vCPU', LicenseCount: 1, LicenseCountHardLimit: true }) as const;

let folder = '';
let database: Database;
let engine: Engine;
let slow: ReturnType<typeof slowDisk>;
let delivered: Message[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lm-writes-'));
  database = openDatabase(join(folder, 'one.db'), { migrations: MIGRATIONS });
  delivered = [];
  const delivery = { deliver: (messages: readonly Message[]) => void delivered.push(...messages) };
  engine = new Engine({ database, wall: () => START, random: zeros, delivery });
  slow = slowDisk();
  engine.share(new Disk(database.file, slow.force));
  await engine.ready();
});
afterEach(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = () => database.all('SELECT name FROM configuration ORDER BY name').map((row) => row.name);

/** A call over the wire, and what became of it so far. */
function wire(work: Promise<unknown>) {
  const state = { answered: false };
  const done = work.finally(() => {
    state.answered = true;
  });
  return { state, done };
}
const create = (name: string) => wire(engine.answer(CREATE, hard(name), HOME, true));

test('a change is answered when it is on disk, not before', async () => {
  const web = create('web');
  await slow.untilAsked(1);
  await nothingElseToDo();
  expect([names(), web.state.answered]).toEqual([['web'], false]);
  slow.answer();
  await web.done;
});

test('changes that come at the same time wait for the disk once, and each has its own event', async () => {
  const [web, db] = [create('web'), create('db')];
  await slow.untilAsked(1);
  slow.answer();
  await Promise.all([web.done, db.done]);
  expect([names(), slow.asked()]).toEqual([['db', 'web'], 1]);
  expect(database.all('SELECT operation FROM event')).toEqual([{ operation: CREATE }, { operation: CREATE }]);
});

test('a refusal is answered when its place in the trail is on disk', async () => {
  const bad = wire(
    engine.answer('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: NOBODY }, HOME, true),
  );
  await slow.untilAsked(1);
  await nothingElseToDo();
  expect([bad.state.answered, database.all('SELECT error_code FROM event').length]).toEqual([false, 1]);
  slow.answer();
  await expect(bad.done).rejects.toThrow();
});
const NOBODY = `arn:aws:license-manager:${REGION}:${ACCOUNT}:license-configuration:lic-0123456789abcdef0123456789abcdef`;

test('alerts leave when the change that raised them is on disk', async () => {
  const arn = await engine.call(CREATE, hard('full'), HOME);
  const { ImageId } = await engine.call('ec2:RegisterImage', { Name: 'web' }, HOME);
  const launch = wire(
    engine.answer(
      'ec2:RunInstances',
      { ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, LicenseSpecifications: [arn] },
      HOME,
      true,
    ),
  );
  await slow.untilAsked(1);
  await nothingElseToDo();
  expect(delivered).toEqual([]);
  slow.answer();
  await expect(launch.done).rejects.toThrow();
  expect(delivered.length).toBeGreaterThan(0);
});

test('a disk that fails is told to all who wait, though their changes stand', async () => {
  const [web, db] = [create('web'), create('db')];
  await slow.untilAsked(1);
  slow.answer(new Error('EIO: i/o error'));
  for (const { done } of [web, db]) await expect(done).rejects.toMatchObject({ name: 'StoreError', kind: 'io' });
  expect(names()).toEqual(['db', 'web']);
});

test('a command of its own does not wait for others: SQLite forces it to disk at once', async () => {
  await engine.call(CREATE, hard('web'), HOME);
  expect([names(), slow.asked()]).toEqual([['web'], 0]);
});

test('what is no call over the wire is forced to disk by SQLite as ever', async () => {
  const web = create('web');
  await slow.untilAsked(1);
  expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  slow.answer();
  await web.done;
});
