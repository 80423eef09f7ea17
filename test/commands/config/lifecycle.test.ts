import { beforeEach, describe, expect, it } from 'vitest';
import { useSandbox } from './bench.ts';

const { lm, json, call } = useSandbox();

beforeEach(async () => {
  await lm('config', 'create', 'win-dc', '--type', 'core', '--count', '48', '--hard', '--tenancy', 'host');
  await lm('config', 'create', 'sql-web', '--type', 'vcpu', '--count', '10');
  await lm('config', 'create', 'free', '--type', 'instance');
});

const image = async () =>
  (await call('ec2:RegisterImage', { Name: 'win2022', RootDeviceName: '/dev/sda1', Architecture: 'x86_64' })).ImageId ??
  '';

describe('lm config list', () => {
  it('shows what is counted, used, allowed and left', async () => {
    const { out } = await lm('config', 'list');
    expect(out).toMatch(/name +counts +used +limit +left +status +id/);
    expect(out).toMatch(/win-dc +Core +0 +48 hard +48 +AVAILABLE +lic-/);
    expect(out).toMatch(/sql-web +vCPU +0 +10 soft +10/);
    expect(out).toMatch(/free +Instance +0 +none +–/);
  });

  it.each([
    [['--type', 'core'], 'win-dc\n'],
    [['--hard'], 'win-dc\n'],
    [['--soft'], 'sql-web\nfree\n'],
    [['--over-limit'], ''],
    [[], 'win-dc\nsql-web\nfree\n'],
  ])('prints the names of those that pass %j', async (options, names) => {
    expect((await lm('config', 'list', ...options, '-o', 'name')).out).toBe(names);
  });

  it('says what to do when there are none, and when none is like that', async () => {
    expect((await lm('config', 'list', '--over-limit')).out).toContain('lm config list shows all');
    expect((await lm('config', 'list', '--region', 'eu-west-1')).out).toContain('make one with lm config create');
  });
});

describe('lm config show', () => {
  it.each(['win-dc', 'win'])('finds it by %s', async (given) => {
    expect((await lm('config', 'show', given)).out).toContain('48 physical cores, hard limit = 1 m5 host');
  });

  it('finds it by id and by ARN', async () => {
    const { LicenseConfigurationId: id, LicenseConfigurationArn: arn } = await json('config', 'show', 'win-dc');
    for (const given of [id, arn])
      expect((await lm('config', 'show', String(given), '-o', 'name')).out).toBe('win-dc\n');
  });
});

describe('lm config deactivate and activate', () => {
  it('wants a yes, then stops counting; a second time nothing changes', async () => {
    expect((await lm('config', 'deactivate', 'win-dc')).exit).toBe(2);
    expect((await lm('config', 'deactivate', 'win-dc', '--yes')).out).toMatch(/status +AVAILABLE +DISABLED/);
    expect((await lm('config', 'deactivate', 'win-dc')).err).toContain('unchanged: win-dc');
    expect((await lm('config', 'show', 'win-dc')).out).toContain('It is deactivated');
    expect((await lm('config', 'activate', 'win-dc')).err).toContain('activated: win-dc');
    expect((await lm('config', 'activate', 'win-dc')).err).toContain('unchanged: win-dc');
  });
});

describe('lm config delete', () => {
  it('wants a yes', async () => {
    const asked = await lm('config', 'delete', 'free');
    expect(asked.exit).toBe(2);
    expect(asked.err).toContain('will be deleted for good');
    expect((await lm('config', 'delete', 'free', '--yes')).exit).toBe(0);
    expect((await lm('config', 'show', 'free')).exit).toBe(5);
  });

  it('refuses while something is attached, before it asks anything', async () => {
    const id = await image();
    await lm('config', 'attach', 'win-dc', id);
    const ran = await lm('config', 'delete', 'win-dc', '--yes');
    expect(ran.exit).toBe(6);
    expect(ran.err).toContain('config-delete-needs-no-associations');
    expect(ran.err).toContain('lm config delete win-dc --detach');
  });

  it('takes it off everything with --detach, when the name is given', async () => {
    const id = await image();
    await lm('config', 'attach', 'win-dc', id);
    const unsure = await lm('config', 'delete', 'win-dc', '--detach', '--yes');
    expect(unsure.exit).toBe(2);
    expect(unsure.err).toContain(`AMI ${id}`);
    expect((await lm('config', 'delete', 'win-dc', '--detach', '--confirm', 'sql-web')).exit).toBe(2);
    expect(await json('config', 'delete', 'win-dc', '--detach', '--confirm', 'win-dc')).toMatchObject({
      Disassociated: [expect.stringContaining(id)],
    });
    const left = await call('license-manager:ListLicenseConfigurations', {});
    expect(left.LicenseConfigurations?.map((one) => one.Name)).toEqual(['sql-web', 'free']);
  });

  it('rehearses: everything stays', async () => {
    await lm('config', 'attach', 'win-dc', await image());
    const ran = await lm('config', 'delete', 'win-dc', '--detach', '--dry-run');
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.err).toContain('would be deleted: win-dc, taken off 1 resource');
    expect((await lm('config', 'associations', 'win-dc', '-o', 'name')).out).toMatch(/^ami-/);
  });
});

describe('lm config tag and untag', () => {
  it('adds, replaces and removes', async () => {
    expect((await lm('config', 'tag', 'free', 'team=db', 'env=')).out).toMatch(/tag team +none +db/);
    await lm('config', 'tag', 'free', 'team=web');
    expect(await json('config', 'show', 'free')).toMatchObject({
      Tags: expect.arrayContaining([
        { Key: 'team', Value: 'web' },
        { Key: 'env', Value: '' },
      ]),
    });
    const ran = await lm('config', 'untag', 'free', 'team', 'nothing');
    expect(ran.err).toContain('free had no tag nothing');
    expect(await json('config', 'show', 'free')).toMatchObject({ Tags: [{ Key: 'env', Value: '' }] });
  });

  it('refuses a reserved key and a word that is no pair', async () => {
    expect((await lm('config', 'tag', 'free', 'aws:team=db')).exit).toBe(3);
    expect((await lm('config', 'tag', 'free', 'team')).exit).toBe(2);
  });
});
