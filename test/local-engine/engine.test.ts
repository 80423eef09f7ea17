import { describe, expect, test } from 'vitest';
import { Engine } from '../../src/local-engine/engine.ts';
import { SandboxAdmin } from '../../src/local-engine/sandbox.ts';
import { catchUp } from '../../src/local-engine/schedule/index.ts';
import { fresh } from '../../src/local-engine/seed.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { START, testSandbox, zeros } from '../support/sandbox.ts';
import { dump } from '../support/scenario/invariants.ts';
import { refusal, stage } from './operations/ec2/support.ts';

const create = (Name: string) => ({ Name, LicenseCountingType: 'vCPU' as const });

/** An engine that tells what it says to SQLite. */
function overheard() {
  const statements: string[] = [];
  const database = openDatabase(':memory:', { migrations: MIGRATIONS, onStatement: (sql) => statements.push(sql) });
  let wall = START;
  const engine = new Engine({ database, wall: () => wall, random: zeros, prepared: { catchUp, fresh } });
  return {
    engine,
    database,
    statements,
    setWall: (to: number) => {
      wall = to;
    },
  };
}

const home = { account: '111122223333', region: 'us-east-1' };

describe('several calls as one', () => {
  test('all stay', async () => {
    const { engine, home, call } = testSandbox();
    await engine.atomically(async () => {
      await engine.call('license-manager:CreateLicenseConfiguration', create('a'), home);
      await engine.call('license-manager:CreateLicenseConfiguration', create('b'), home);
    });
    const { LicenseConfigurations } = await call('license-manager:ListLicenseConfigurations', {});
    expect(LicenseConfigurations?.map((one) => one.Name)).toEqual(['a', 'b']);
  });

  test('or, when one is refused, none; only the refusal is on the trail', async () => {
    const { engine, home, database, call } = testSandbox();
    await call('license-manager:ListLicenseConfigurations', {});
    const steps = engine.atomically(async () => {
      await engine.call('license-manager:CreateLicenseConfiguration', create('a'), home);
      await engine.call('license-manager:CreateLicenseConfiguration', create(' '), home);
    });
    await expect(steps).rejects.toEqual(refusal('config-name-required'));
    const { LicenseConfigurations } = await call('license-manager:ListLicenseConfigurations', {});
    expect(LicenseConfigurations).toEqual([]);
    const trail = database.all('SELECT operation, error_code FROM event');
    expect(trail).toEqual([
      { operation: 'license-manager:CreateLicenseConfiguration', error_code: 'InvalidParameterValueException' },
    ]);
  });

  test('a rehearsal sees its own changes and leaves none, not even on the trail', async () => {
    const { engine, home, database, call } = testSandbox();
    await call('license-manager:CreateLicenseConfiguration', create('a'));
    const before = dump(database);
    const seen = await engine.rehearse(async () => {
      await engine.call('license-manager:CreateLicenseConfiguration', create('b'), home);
      return engine.call('license-manager:ListLicenseConfigurations', {}, home);
    });
    expect(seen.LicenseConfigurations).toHaveLength(2);
    expect(dump(database)).toEqual(before);
  });
});

describe('a read', () => {
  test('takes no write lock while nothing is due, and does when something is', async () => {
    const { engine, statements, setWall } = overheard();
    await engine.call('license-manager:ListLicenseConfigurations', {}, home);
    statements.length = 0;
    await engine.call('license-manager:ListLicenseConfigurations', {}, home);
    expect(statements.filter((sql) => sql.startsWith('BEGIN'))).toEqual(['BEGIN DEFERRED']);
    const { ImageId } = await engine.call('ec2:RegisterImage', { Name: 'web' }, home);
    const launch = { ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1 } as const;
    const { Instances = [] } = await engine.call('ec2:RunInstances', launch, home);
    await engine.call('ec2:TerminateInstances', { InstanceIds: Instances.map((one) => one.InstanceId ?? '') }, home);
    setWall(START + 24 * 3_600_000);
    statements.length = 0;
    await engine.call('license-manager:ListLicenseConfigurations', {}, home);
    expect(statements).toContain('BEGIN IMMEDIATE');
    statements.length = 0;
    await engine.call('license-manager:ListLicenseConfigurations', {}, home);
    expect(statements).not.toContain('BEGIN IMMEDIATE');
  });
});

describe('time', () => {
  test('time-virtual-clock: never runs backwards, even when the clock of the machine does', async () => {
    const { engine, setWall } = overheard();
    await engine.call('license-manager:CreateLicenseConfiguration', create('a'), home);
    setWall(START - 1_000_000);
    expect(engine.ask(({ now }) => now)).toBe(START);
    setWall(START + 1);
    expect(engine.ask(({ now }) => now)).toBe(START + 1);
  });
});

describe('a new sandbox', () => {
  test('works at once: an account, a Region and AMIs for the usual billing codes', async () => {
    const { call } = testSandbox();
    const { Images = [] } = await call('ec2:DescribeImages', { Owners: ['amazon'] });
    expect(Images.length).toBeGreaterThanOrEqual(5);
    expect(await call('sts:GetCallerIdentity', {})).toMatchObject({ Account: '111122223333' });
  });

  test('tenancy-codes-list: they cover Linux, Red Hat, SUSE, Ubuntu Pro, Windows and SQL Server', async () => {
    const { call } = testSandbox();
    const { Images = [] } = await call('ec2:DescribeImages', {});
    expect(Images.map((image) => image.UsageOperation?.replace(/^RunInstances:?/, '')).sort()).toEqual([
      '',
      '0002',
      '0006',
      '000g',
      '0010',
      '0102',
      '0g00',
    ]);
  });

  test('a reset brings back the beginning', async () => {
    const sandbox = stage();
    await sandbox.config('a');
    const admin = new SandboxAdmin(sandbox.engine, sandbox.database, { sandbox: 'x', wall: () => START });
    admin.addAccount('444455556666', 'other');
    admin.reset();
    const { LicenseConfigurations } = await sandbox.call('license-manager:ListLicenseConfigurations', {});
    expect(LicenseConfigurations).toEqual([]);
    expect(admin.accounts().map((one) => one.accountId)).toEqual(['111122223333']);
    expect(await sandbox.image('amazon-linux-2023')).toMatch(/^ami-/);
  });
});
