import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';

const FIRST = '111122223333';
const SECOND = '222233334444';

let home = '';
let local: Local;
const open = (options: { account?: string; region?: string } = {}) =>
  openLocal({ home, sandbox: 'shared', wall: () => Date.now(), ...options });

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lm-service-'));
  local = await open();
});
afterEach(async () => {
  local.backend.close();
  await rm(home, { recursive: true, force: true });
});

describe('a caller', () => {
  const nobody = { account: undefined, region: undefined };

  it('who names nothing is the default account in the default Region', () => {
    expect(local.service.scopeOf(nobody)).toEqual({ account: FIRST, region: 'us-east-1' });
  });

  it('who names both has them', () => {
    local.sandbox.addAccount(SECOND, 'second');
    const named = { account: SECOND, region: 'eu-west-1' };
    expect(local.service.scopeOf(named)).toEqual(named);
  });

  it.each([
    ['whose request is whole', {}],
    ['whose request is malformed', { Colour: 'red' }],
  ])('who is not here is told which are, %s', async (_, input) => {
    const scope = local.service.scopeOf({ ...nobody, account: SECOND });
    await expect(local.service.call('ec2:DescribeHosts', input, scope)).rejects.toThrow(
      `account ${SECOND} is not in this sandbox, which has ${FIRST}`,
    );
  });

  it('gets the account and Region that the sandbox was opened for, where he names none', async () => {
    local.sandbox.addAccount(SECOND, 'second');
    const opened = await open({ account: SECOND, region: 'eu-west-1' });
    expect(opened.service.scopeOf(nobody)).toEqual({ account: SECOND, region: 'eu-west-1' });
    expect(opened.service.scopeOf({ account: FIRST, region: undefined }).account).toBe(FIRST);
    opened.backend.close();
  });
});

describe('a call', () => {
  it('is refused when a reset took its account away since it was named', async () => {
    local.sandbox.addAccount(SECOND, 'second');
    const scope = local.service.scopeOf({ account: SECOND, region: undefined });
    await local.service.call('ec2:DescribeHosts', {}, scope);
    local.sandbox.reset();
    const late = local.service.call(
      'ec2:AllocateHosts',
      { AvailabilityZone: 'us-east-1a', Quantity: 1, InstanceFamily: 'm5' },
      scope,
    );
    await expect(late).rejects.toMatchObject({ code: 'AccountNotFoundException' });
  });

  it('answers with the request id that the trail keeps, once events are written', async () => {
    const scope = local.service.scopeOf({ account: undefined, region: undefined });
    const { requestId } = await local.service.call('ec2:DescribeHosts', {}, scope);
    local.service.flush();
    const file = openDatabase(join(home, 'shared.db'), { migrations: MIGRATIONS });
    expect(file.all('SELECT operation, request_id AS id FROM event')).toEqual([
      { operation: 'ec2:DescribeHosts', id: requestId },
    ]);
    file.close();
  });

  it('is refused once a newer lm has migrated the file', async () => {
    const scope = local.service.scopeOf({ account: undefined, region: undefined });
    const newer = openDatabase(join(home, 'shared.db'), {
      migrations: [...MIGRATIONS, 'CREATE TABLE later (a INTEGER) STRICT'],
    });
    newer.close();
    await expect(local.service.call('ec2:DescribeHosts', {}, scope)).rejects.toMatchObject({ kind: 'newer-schema' });
    await expect(local.service.call('ec2:RegisterImage', { Name: 'web' }, scope)).rejects.toMatchObject({
      kind: 'newer-schema',
    });
  });
});

it('two calls at once do not meet inside a transaction', async () => {
  const scope = local.service.scopeOf({ account: undefined, region: undefined });
  const calls = Array.from({ length: 50 }, (_, at) =>
    at % 3 === 0
      ? local.service.call('ec2:DescribeImages', {}, scope)
      : local.service.call('ec2:RegisterImage', { Name: at % 3 === 1 ? `web-${at}` : 'taken' }, scope),
  );
  const ended = await Promise.allSettled(calls);
  const codes = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(codes).toEqual(Array.from({ length: 15 }, () => 'InvalidAMIName.Duplicate'));
});
