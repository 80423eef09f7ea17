import { describe, expect, test } from 'vitest';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();

describe('lm ami list', () => {
  test('shows what each image falls under; owner, billing and configuration narrow it', async () => {
    await sandbox.done(...MAIN_JOB, 'ami register web');
    expect(await sandbox.done('ami list --owner self -o csv')).toMatch(
      /^name,imageId,billing,licencesFrom,.*\nwin2022-byol,ami-\w+,Windows BYOL,you,.*,win-dc\nweb,ami-\w+,Linux\/UNIX,,.*,\n$/,
    );
    expect(await sandbox.ids('ami list --config win-dc')).toHaveLength(1);
    expect(await sandbox.ids('ami list --billing windows-byol')).toHaveLength(1);
    expect((await sandbox.ids('ami list --owner amazon')).length).toBeGreaterThan(1);
    expect((await sandbox.lm('ami list --owner me')).exit).toBe(2);
  });
});

describe('lm ami list without an owner', () => {
  test('shows the own AMIs and those that were shared, and says how to see those of Amazon', async () => {
    expect(await sandbox.done('ami list')).toContain('lm ami list --owner amazon');
    await sandbox.done('local account add 444455556666', 'ami register own', 'ami share own --with 444455556666');
    expect(await sandbox.done('ami list -o csv --account 444455556666')).toMatch(/^name,.*\nown,.*\n$/);
    expect(await sandbox.ids('ami list')).toHaveLength(1);
  });

  test('shows what falls under a configuration, whoever owns it', async () => {
    await sandbox.done('config create cores --type core', 'ami attach rhel-9 --config cores');
    expect(await sandbox.done('ami list --config cores -o csv')).toMatch(/\nrhel-9,/);
    expect(await sandbox.ids('ami list')).toEqual([]);
  });
});

describe('lm ami show', () => {
  test('says who licenses it, where it may run and what it counts in', async () => {
    await sandbox.done(...MAIN_JOB);
    const shown = await sandbox.done('ami show win2022-byol');
    expect(shown).toMatch(/^licences from +you$/m);
    expect(shown).toMatch(/^may run on +Dedicated Instances, Dedicated Hosts, host resource groups$/m);
    expect(shown).toMatch(/^ {2}win-dc +Core +0\/96 +this account$/m);
  });

  test('a name that is nearly right is suggested', async () => {
    await sandbox.done(...MAIN_JOB);
    const { exit, stderr } = await sandbox.lm('ami show win2002-byol');
    expect(exit).toBe(5);
    expect(stderr).toContain('did you mean win2022-byol?');
  });
});

describe('lm ami attach and detach', () => {
  const two = [
    'config create a --type instance',
    'config create b --type vcpu',
    'ami register x-1',
    'ami register x-2',
  ];

  test('several images and several configurations in one line; repeating it changes nothing', async () => {
    await sandbox.done(...two);
    const { stderr } = await sandbox.lm('ami attach x-* --config a,b');
    expect(stderr).toBe('attached x-1 and x-2 to a and b: launches from now on are counted\n');
    expect(await sandbox.ids('ami list --config b')).toHaveLength(2);
    const again = await sandbox.lm('ami associate x-1 --license a');
    expect(again).toMatchObject({ exit: 0, stderr: 'unchanged: x-1 is under a already\n' });
    expect((await sandbox.lm('ami detach x-1 x-2 --config a')).exit).toBe(0);
    expect(await sandbox.ids('ami list --config a')).toEqual([]);
    await sandbox.done('ami detach x-1 --all');
    expect(await sandbox.ids('ami list --config b')).toHaveLength(1);
  });

  test('--all-accounts counts launches by others too, also of what was attached for this account alone', async () => {
    await sandbox.done(...two, 'ami attach x-1 --config a --all-accounts', 'ami attach x-2 --config a,b');
    expect(await sandbox.json('ami show x-1')).toMatchObject({
      LicenseSpecifications: [{ AmiAssociationScope: 'cross-account' }],
    });
    const { stderr } = await sandbox.lm('ami attach x-1 x-2 --config a --all-accounts');
    expect(stderr).toBe('attached x-1 and x-2 to a: launches by all accounts from now on are counted\n');
    const { stdout } = await sandbox.lm('ami show x-2 -o json');
    const shown: { LicenseSpecifications: { AmiAssociationScope?: string }[] } = JSON.parse(stdout);
    const scopes = shown.LicenseSpecifications.map((one) => one.AmiAssociationScope);
    expect(scopes).toEqual(['cross-account', undefined]);
    const again = await sandbox.lm('ami attach x-1 x-2 --config a --all-accounts');
    expect(again.stderr).toBe('unchanged: x-1 and x-2 are under a already\n');
  });

  test('without --all-accounts what counts for all stays so', async () => {
    await sandbox.done(...two, 'ami attach x-1 --config a --all-accounts', 'ami attach x-1 --config a');
    expect(await sandbox.json('ami show x-1')).toMatchObject({
      LicenseSpecifications: [{ AmiAssociationScope: 'cross-account' }],
    });
  });

  test('all or none: where one is refused, none is attached', async () => {
    await sandbox.done(...two, 'config deactivate b --yes');
    const { exit } = await sandbox.lm('ami attach x-1 x-2 --config a --config b');
    expect(exit).not.toBe(0);
    expect(await sandbox.ids('ami list --config a')).toEqual([]);
  });

  test.each(['ami detach x-1', 'ami detach x-1 --config a --all'])('%s does not say from what', async (line) => {
    await sandbox.done(...two);
    expect(await sandbox.lm(line)).toMatchObject({ exit: 2 });
  });

  test.each([
    ['ami attach x-1 --config c', 'there is no license configuration "c"'],
    ['ami attach y-* --config a', 'there is no AMI "y-*"'],
  ])('%s: %s', async (line, words) => {
    await sandbox.done(...two);
    const { exit, stderr } = await sandbox.lm(line);
    expect(exit).toBe(5);
    expect(stderr).toContain(words);
  });
});

describe('lm ami share', () => {
  test('lets an account launch it and takes that away again; what is not counted is said', async () => {
    await sandbox.done(...MAIN_JOB, 'local account add 444455556666');
    const { stderr } = await sandbox.lm('ami share win2022-byol --with 444455556666');
    expect(stderr).toContain('shared win2022-byol with account 444455556666\n');
    expect(stderr).toContain('hint: launches by other accounts are not counted');
    const other = '--account 444455556666';
    expect((await sandbox.lm(`ami show win2022-byol ${other}`)).exit).toBe(0);
    await sandbox.done('ami share win2022-byol --with 444455556666 --remove');
    expect((await sandbox.lm(`ami show win2022-byol ${other}`)).exit).toBe(5);
  });

  test('--public is for everybody', async () => {
    await sandbox.done('ami register web', 'ami share web --public');
    expect(await sandbox.json('ami show web')).toMatchObject({ Public: true });
  });

  test.each(['ami share web', 'ami share web --with 4444'])('%s names nobody', async (line) => {
    await sandbox.done('ami register web');
    expect((await sandbox.lm(line)).exit).toBe(2);
  });
});

describe('lm ami deregister', () => {
  test('names what still hangs on it and asks first', async () => {
    await sandbox.done(...MAIN_JOB);
    const asked = await sandbox.lm('ami deregister win2022-byol');
    expect(asked.exit).toBe(2);
    expect(asked.stderr).toMatch(
      /^deregister win2022-byol \(ami-\w+\): under win-dc until the next 8-hourly clean-up$/m,
    );
    const done = await sandbox.lm('ami deregister win2022-byol --yes');
    expect(done.exit).toBe(0);
    expect(done.stderr).toContain('deregistered win2022-byol\nhint: the associations go with the next clean-up');
    expect(await sandbox.ids('ami list --owner self')).toEqual([]);
  });

  test('ami-owner-only: an image of Amazon stays', async () => {
    expect((await sandbox.lm('ami deregister amazon-linux-2023 --yes')).exit).toBe(4);
    expect((await sandbox.lm('ami show amazon-linux-2023')).exit).toBe(0);
  });
});

describe('--dry-run', () => {
  test.each([
    'ami register other --usage-operation linux --imported',
    'ami import snap-0123456789abcdef0',
    'ami copy win2022-byol other',
    'ami attach other-ami --config win-dc',
    'ami detach win2022-byol --all',
    'ami share win2022-byol --public',
    'ami deregister win2022-byol',
  ])('lm %s says what it would do and changes nothing', async (line) => {
    await sandbox.done(...MAIN_JOB, 'ami register other-ami');
    const before = await sandbox.json('ami list --owner self');
    const { exit, stderr } = await sandbox.lm(`${line} --dry-run`);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^would /m);
    expect(await sandbox.json('ami list --owner self')).toEqual(before);
  });

  test('a refusal refuses the rehearsal too, with the same exit code', async () => {
    await sandbox.done('ami register web');
    expect((await sandbox.lm('ami register web --dry-run')).exit).toBe(6);
  });
});
