import { beforeEach, describe, expect, it } from 'vitest';
import { useSandbox } from './bench.ts';

const { lm, json, call } = useSandbox();

let ami = '';
let host = '';

beforeEach(async () => {
  await lm('config', 'create', 'win-dc', '--type', 'core', '--count', '48', '--hard', '--tenancy', 'host');
  ami = (await call('ec2:RegisterImage', { Name: 'win2022', RootDeviceName: '/dev/sda1' })).ImageId ?? '';
  host =
    (await call('ec2:AllocateHosts', { InstanceFamily: 'm5', AvailabilityZone: 'us-east-1a', Quantity: 2 }))
      .HostIds?.[0] ?? '';
});

const attached = async () =>
  (await lm('config', 'associations', 'win-dc', '-o', 'name')).out.split('\n').filter(Boolean);

describe('lm config attach', () => {
  it('puts it on AMIs and hosts, by name or id, and says which', async () => {
    const ran = await lm('config', 'attach', 'win-dc', 'win2022', host);
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(new RegExp(`${ami} +win2022 +AMI +attached`));
    expect(ran.err).toContain(`attached to win-dc: win2022 and ${host}`);
    expect(await attached()).toEqual([ami, host]);
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ ConsumedLicenses: 48 });
  });

  it('leaves what is attached already, and counts a resource once that is named twice', async () => {
    await lm('config', 'attach', 'win-dc', ami);
    const ran = await lm('config', 'attach', 'win-dc', 'win2022', ami);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('unchanged: win-dc');
    expect(await attached()).toEqual([ami]);
  });

  it('attaches all or none: the second host is beyond the limit', async () => {
    const { Hosts = [] } = await call('ec2:DescribeHosts', {});
    const ran = await lm('config', 'attach', 'win-dc', ami, ...Hosts.map(({ HostId = '' }) => HostId));
    expect(ran.exit).toBe(3);
    expect(ran.err).toContain('config-associate-hard-limit');
    expect(await attached()).toEqual([]);
  });

  it('says where a launch template is to be changed, and what is nowhere', async () => {
    expect((await lm('config', 'attach', 'win-dc', 'lt-0123456789abcdef0')).err).toContain(
      'launch-template-not-via-lm',
    );
    const nowhere = await lm('config', 'attach', 'win-dc', 'win2023');
    expect(nowhere.exit).toBe(5);
    expect(nowhere.err).toContain('did you mean win2022');
  });

  it('refuses a scope on a host, and takes it on an AMI', async () => {
    expect((await lm('config', 'attach', 'win-dc', host, '--all-accounts')).err).toContain('ami-scope-ami-only');
    await lm('config', 'attach', 'win-dc', ami, '--all-accounts');
    expect((await lm('config', 'associations', 'win-dc')).out).toContain('cross-account');
  });

  it('widens what is on an AMI for this account alone, in one step, and says so', async () => {
    await lm('config', 'attach', 'win-dc', ami);
    const ran = await lm('config', 'attach', 'win-dc', ami, host, '--dry-run', '--all-accounts');
    expect(ran.err).toContain('ami-scope-ami-only');
    const wider = await lm('config', 'attach', 'win-dc', ami, '--all-accounts');
    expect(wider.err).toBe('widened to all accounts: win2022 under win-dc\n');
    expect((await lm('config', 'associations', 'win-dc')).out).toContain('cross-account');
    expect((await lm('config', 'attach', 'win-dc', ami, '--all-accounts')).err).toContain('unchanged: win-dc');
    expect(await attached()).toEqual([ami]);
  });

  it('rehearses', async () => {
    const ran = await lm('config', 'attach', 'win-dc', ami, '--dry-run');
    expect(ran.err).toContain('would be attached to win-dc: ');
    expect(await attached()).toEqual([]);
  });
});

describe('lm config detach', () => {
  it('takes it off, and says what it was not on', async () => {
    await lm('config', 'attach', 'win-dc', host);
    const ran = await lm('config', 'disassociate', 'win-dc', host, ami);
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(new RegExp(`${ami} +win2022 +AMI +not attached`));
    expect(await attached()).toEqual([]);
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ ConsumedLicenses: 0 });
  });
});

describe('lm config usage', () => {
  it('says that nothing is used', async () => {
    const ran = await lm('config', 'usage', 'win-dc');
    expect(ran.out).toBe('nothing uses the licences of win-dc\n');
    expect(ran.err).toContain('win-dc: 0 of 48 cores used, 48 left');
  });

  it('has a row for each charged host, as a table and as CSV', async () => {
    await lm('config', 'attach', 'win-dc', host);
    const csv = (await lm('config', 'usage', 'win-dc', '-o', 'csv')).out.trim().split(/\r?\n/);
    expect(csv).toEqual([
      'resource,type,status,owner,consumed,since',
      `${host},EC2_HOST,available,111122223333,48,2026-11-21T03:00:00.000Z`,
    ]);
    expect((await lm('config', 'usage', 'win-dc', '--type', 'instance', '-o', 'name')).out).toBe('');
    expect((await lm('config', 'usage', 'win-dc', '--type', 'host', '-o', 'name')).out).toBe(`${host}\n`);
  });

  it('alerts when more is used than there is', async () => {
    await lm('config', 'attach', 'win-dc', host);
    await lm('config', 'update', 'win-dc', '--count', '40', '--yes');
    expect((await lm('config', 'usage', 'win-dc', '--quiet')).err).toContain(
      '! win-dc: 48 of 40 cores used, over by 8',
    );
  });
});

describe('lm config failures', () => {
  it('says that there are none', async () => {
    expect((await lm('config', 'failures', 'win-dc')).out).toContain('no failures are recorded');
  });
});

describe('--share-organization', () => {
  it.each([
    ['config', 'attach', 'win-dc', 'win2022'],
    ['ami', 'attach', 'win2022', '--config', 'win-dc'],
  ])('of lm %s %s shares it with all accounts of the organization in the same step', async (...line) => {
    await lm('org', 'create', '--yes');
    await lm('share', 'enable-organization');
    const rehearsed = await lm(...line, '--share-organization', '--dry-run');
    expect([rehearsed.exit, rehearsed.err]).toEqual([
      0,
      expect.stringContaining('would share win-dc with organization'),
    ]);
    expect([await attached(), (await lm('share', 'list', '-o', 'name')).out]).toEqual([[], '']);
    const { exit, err } = await lm(...line, '--share-organization');
    expect([exit, err]).toEqual([0, expect.stringContaining('shared win-dc with organization o-')]);
    expect(await attached()).toEqual([ami]);
    expect((await lm('share', 'list')).out).toContain('win-dc');
    expect((await lm(...line, '--share-org')).err).toContain('unchanged: win-dc is shared with organization o-');
  });

  it('org-needed: outside of an organization nothing is attached either', async () => {
    const { exit, err } = await lm('config', 'attach', 'win-dc', 'win2022', '--share-organization');
    expect([exit, err]).toEqual([6, expect.stringContaining('org-needed')]);
    expect(await attached()).toEqual([]);
  });

  it('is refused, and nothing attached, while sharing within the organization is off', async () => {
    await lm('org', 'create', '--yes');
    const { exit, err } = await lm('config', 'attach', 'win-dc', 'win2022', '--share-organization');
    expect([exit, err]).toEqual([5, expect.stringContaining('lm share enable-organization')]);
    expect(await attached()).toEqual([]);
  });
});
