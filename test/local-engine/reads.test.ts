import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, OperationName } from '../../src/contract/operations.ts';
import { attempt, noWorld } from '../../src/local-engine/attempt.ts';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import { type Context, type Operation, operation } from '../../src/local-engine/operation.ts';
import type { Answered, Caller } from '../../src/local-engine/service.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { ACCOUNT, REGION, START, testSandbox } from '../support/sandbox.ts';

/** Reads that are asked again over the wire, while this process and others change the sandbox. */

const HOUR = 3_600_000;
const LIST = 'license-manager:ListLicenseConfigurations';
const ME: Caller = { account: ACCOUNT, region: REGION };
const NOBODY: Caller = { account: undefined, region: undefined };

let home = '';
let wall = START;
let served: Local;
/** Another process on the same file, as far as SQLite can tell. */
let other: Local;
const open = () => openLocal({ home, sandbox: 'shared', wall: () => wall });

beforeEach(async () => {
  wall = START;
  home = await mkdtemp(join(tmpdir(), 'lm-reads-'));
  served = await open();
  other = await open();
});
afterEach(async () => {
  served.backend.close();
  other.backend.close();
  await rm(home, { recursive: true, force: true });
});

const ask = (caller: Caller = ME): Promise<Answered> => served.service.call(LIST, {}, caller);
const again = ({ kept }: Answered): string | undefined => kept && served.service.again(kept);
const create = ({ backend }: Local, Name: string) =>
  backend.call('license-manager:CreateLicenseConfiguration', { Name, LicenseCountingType: 'vCPU' });

describe('a read that is asked again', () => {
  test('has the same answer, a request id of its own, and its own event in the order of the calls', async () => {
    const first = await ask();
    wall += 5;
    const second = again(first);
    wall += 5;
    const third = again(first);
    const between = await served.service.call('ec2:DescribeHosts', {}, ME);
    const fourth = again(first);
    served.service.flush();
    const file = openDatabase(join(home, 'shared.db'), { migrations: MIGRATIONS });
    const events = file.all('SELECT at, operation, request_id, read_only, request, error_code FROM event ORDER BY key');
    file.close();
    const event = (at: number, id: string | undefined, name: OperationName = LIST) => ({
      ...{ at, operation: name, request_id: id, read_only: 1, request: '{}', error_code: null },
    });
    expect(events).toEqual([
      event(START, first.requestId),
      event(START + 5, second),
      event(START + 10, third),
      event(START + 10, between.requestId, 'ec2:DescribeHosts'),
      event(START + 10, fourth),
    ]);
    expect(new Set(events.map((row) => row.request_id)).size).toBe(5);
  });

  test('is looked up anew once its own events are written, and holds again after that', async () => {
    const first = await ask();
    served.service.flush();
    expect(again(first)).toBeUndefined();
    expect(again(await ask())).toBeDefined();
  });

  const changes: readonly (readonly [string, () => unknown])[] = [
    ['this process changed something', () => create(served, 'web')],
    ['another process changed something', () => create(other, 'web')],
    ['another process changed what the answer does not show', () => other.sandbox.setting('vpcs', 7)],
    ['another process reset the sandbox', () => other.sandbox.reset()],
    ['another process moved the clock', () => other.sandbox.advanceClock(HOUR)],
    ['another process wrote its own reads', () => other.backend.call(LIST, {}).then(() => other.service.flush())],
    [
      'another process loaded a snapshot',
      async () => {
        const snapshots = await other.sandbox.snapshots();
        snapshots.load(snapshots.save('before', false));
      },
    ],
  ];

  test.each(changes)('is looked up anew when %s', async (_, change) => {
    const first = await ask();
    expect(again(first)).toBeDefined();
    await change();
    expect(again(first)).toBeUndefined();
  });

  test('is looked up anew when a newer lm migrated the file, and then refused', async () => {
    const first = await ask();
    const newer = [...MIGRATIONS, 'CREATE TABLE later (a INTEGER) STRICT'];
    openDatabase(join(home, 'shared.db'), { migrations: newer }).close();
    expect(again(first)).toBeUndefined();
    await expect(ask()).rejects.toMatchObject({ kind: 'newer-schema' });
    expect(() => served.backend.close()).toThrow('Update lm');
  });

  test('sees what another process created, and what it changed at once after', async () => {
    const before = await ask();
    await create(other, 'web');
    expect(again(before)).toBeUndefined();
    const seen = await ask();
    expect(seen.output).toMatchObject({ LicenseConfigurations: [{ Name: 'web' }] });
    await create(other, 'db');
    expect(again(seen)).toBeUndefined();
  });

  test('that was asked with others before a change is answered with them, and the next is looked up anew', async () => {
    const first = await ask();
    const together = served.service.glance();
    const againTogether = () => first.kept && served.service.again(first.kept, together);
    expect(againTogether()).toBeDefined();
    await create(other, 'web');
    expect(againTogether()).toBeDefined();
    expect(again(first)).toBeUndefined();
    await create(served, 'db');
    expect(againTogether()).toBeUndefined();
  });

  test('is not disturbed by what another process undid', async () => {
    const first = await ask();
    await other.backend.rehearse((call) =>
      call('license-manager:CreateLicenseConfiguration', { Name: 'web', LicenseCountingType: 'vCPU' }),
    );
    expect(again(first)).toBeDefined();
  });

  test('holds until something is due, and not a moment longer', async () => {
    const { ImageId } = await served.backend.call('ec2:RegisterImage', { Name: 'web' });
    const launch = { ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1 } as const;
    const { Instances = [] } = await served.backend.call('ec2:RunInstances', launch);
    const [id = ''] = Instances.map(({ InstanceId }) => InstanceId ?? '');
    await served.backend.call('ec2:TerminateInstances', { InstanceIds: [id] });
    const describe = () => served.service.call('ec2:DescribeInstances', {}, ME);
    const first = await describe();
    wall = START + HOUR - 1;
    expect(again(first)).toBeDefined();
    wall += 1;
    expect(again(first)).toBeUndefined();
    expect((await describe()).output).toEqual({ Reservations: [] });
  });

  test('of a caller who names no account follows the sandbox’s default', async () => {
    other.sandbox.addAccount('222233334444', 'second');
    await create(other, 'web');
    const first = await ask(NOBODY);
    expect(first.output).toMatchObject({ LicenseConfigurations: [{ Name: 'web' }] });
    expect(again(first)).toBeDefined();
    other.sandbox.useAccount('222233334444');
    expect(again(first)).toBeUndefined();
    expect((await ask(NOBODY)).output).toMatchObject({ LicenseConfigurations: [] });
  });
});

describe('what may be kept', () => {
  const engine = testSandbox();
  const lasts = <K extends OperationName>(made: Operation<K>, input: Input<K>) =>
    engine.engine.ask((moment) => {
      const request = { operation: made, input, scope: engine.home, worldOf: noWorld, known: true };
      const outcome = attempt(request, moment);
      return outcome.ok && outcome.lasting;
    });
  const identity = (Account: (context: Context) => string) =>
    operation({
      name: 'sts:GetCallerIdentity',
      access: 'read',
      constraints: [],
      run: (_tx, _input, context) => ({ Account: Account(context) }),
    });

  test.each<[string, (context: Context) => string, boolean]>([
    ['an answer from the tables and the input', ({ scope }) => scope.account, true],
    ['not one that looked at the clock', ({ now }) => String(now), false],
    ['not one that took an id', ({ ids }) => ids.next('x'), false],
    ['not one that raised an alert', ({ alert }) => String(alert([{ id: 'a', path: '', args: {} }])), false],
  ])('%s', (_, account, kept) => {
    expect(lasts(identity(account), {})).toBe(kept);
  });

  test('not the answer of a write', async () => {
    const { kept } = await served.service.call('ec2:RegisterImage', { Name: 'web' }, ME);
    expect(kept).toBeUndefined();
  });
});
