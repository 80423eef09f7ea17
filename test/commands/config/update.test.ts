import { beforeEach, describe, expect, it } from 'vitest';
import { useSandbox, violationsIn } from './bench.ts';

const { lm, json, call } = useSandbox();

beforeEach(async () => {
  await lm(
    'config',
    'create',
    'win-dc',
    '--type',
    'core',
    '--count',
    '96',
    '--hard',
    '--min-cores',
    '8',
    '--tenancy',
    'host',
  );
});

/** Takes 48 cores: an m5 host attached by hand is charged whole. */
async function useOneHost(): Promise<void> {
  const { HostIds: [id = ''] = [] } = await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: 'us-east-1a',
    Quantity: 1,
  });
  await lm('config', 'attach', 'win-dc', id);
}

describe('lm config update', () => {
  it('changes what is mentioned and shows the difference; the rest stays', async () => {
    const ran = await lm(
      'config',
      'update',
      'win-dc',
      '--count',
      '128',
      '--name',
      'win',
      '--affinity',
      '90',
      '--description',
      'more',
    );
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(/limit +96 hard +128 hard/);
    expect(ran.out).toMatch(/rule licenseAffinityToHost +none +90/);
    expect(ran.err).toContain('updated: win');
    expect(await json('config', 'show', 'win')).toMatchObject({
      LicenseCount: 128,
      LicenseCountHardLimit: true,
      Description: 'more',
      LicenseRules: ['#minimumCores=8', '#allowedTenancy=EC2-DedicatedHost', '#licenseAffinityToHost=90'],
    });
  });

  it('changes an affinity that is there, and takes a rule that is there already', async () => {
    await lm('config', 'update', 'win-dc', '--affinity', '90');
    expect((await lm('config', 'update', 'win-dc', '--affinity', '30', '--min-cores', '8')).exit).toBe(0);
    const { LicenseRules } = await json('config', 'show', 'win-dc');
    expect(LicenseRules).toContain('#licenseAffinityToHost=30');
    expect(LicenseRules).toHaveLength(3);
  });

  it('says that nothing is different', async () => {
    const ran = await lm('config', 'update', 'win-dc', '--count', '96');
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.err).toContain('unchanged: win-dc');
  });

  it('refuses what AWS never changes, every reason at once, with the way out', async () => {
    const ran = await lm('config', 'update', 'win-dc', '--type', 'vcpu', '--min-cores', '4', '--affinity', '200');
    expect(ran.exit).toBe(3);
    expect(violationsIn(ran)).toEqual([
      'config-counting-type-immutable',
      'rule-affinity-only-later-rule',
      'rule-affinity-range',
    ]);
    expect(ran.err).toContain('lm config recreate win-dc');
  });

  it('says that AWS cannot unset the number', async () => {
    const ran = await lm('config', 'update', 'win-dc', '--count', 'none');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('AWS cannot remove the number of licences');
    expect(ran.err).toContain('lm config recreate win-dc --count none');
  });

  it('wants to know what is to change', async () => {
    const ran = await lm('config', 'update', 'win-dc');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('nothing was given that is to change');
  });

  it('wants a yes before a hard limit becomes soft', async () => {
    const asked = await lm('config', 'update', 'win-dc', '--soft');
    expect(asked.exit).toBe(2);
    expect(asked.err).toContain('will go through with an alert');
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ LicenseCountHardLimit: true });
    expect((await lm('config', 'update', 'win-dc', '--soft', '--yes')).exit).toBe(0);
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ LicenseCountHardLimit: false });
  });

  it('wants a yes before the number falls below the use, and then alerts', async () => {
    await useOneHost();
    const asked = await lm('config', 'update', 'win-dc', '--count', '47');
    expect(asked.exit).toBe(2);
    expect(asked.err).toContain('fewer than the 48 in use, over by 1');
    const agreed = await lm('config', 'update', 'win-dc', '--count', '47', '--yes');
    expect(agreed.exit).toBe(0);
    expect(agreed.err).toContain('! config-edit-lower-count: win-dc: limit 47, used 48, over by 1');
  });

  it('asks nothing when the number falls to what is used', async () => {
    await useOneHost();
    expect((await lm('config', 'update', 'win-dc', '--count', '48')).exit).toBe(0);
  });

  it('rehearses without asking and changes nothing', async () => {
    const ran = await lm('config', 'update', 'win-dc', '--soft', '--dry-run');
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('would be updated: win-dc');
    expect(await json('config', 'show', 'win-dc')).toMatchObject({ LicenseCountHardLimit: true });
  });

  it('suggests the nearest name', async () => {
    const ran = await lm('config', 'update', 'win-cd', '--count', '1');
    expect(ran.exit).toBe(5);
    expect(ran.err).toContain('did you mean win-dc');
  });

  it('names the ids when a name is that of two', async () => {
    await lm('config', 'create', 'win-dc', '--type', 'vcpu');
    const ran = await lm('config', 'update', 'win-dc', '--count', '1');
    expect(ran.exit).toBe(5);
    expect(ran.err.match(/lic-[0-9a-f]{32}/g)).toHaveLength(2);
  });
});
