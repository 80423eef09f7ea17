import type { Host, Instance } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration, LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import { describe, expect, it } from 'vitest';
import type { AccountCopy, ConfigurationCopy } from '../../../src/contract/copy.ts';
import { planCopy } from '../../../src/local-engine/import/index.ts';
import { ACCOUNT, REGION, START } from '../../support/sandbox.ts';
import { chargesFollowMachines, hostsAddUp, sound, totalsAreSums } from '../../support/scenario/invariants.ts';
import { filledWith } from './copied.ts';

const SCOPE = { account: ACCOUNT, region: REGION };
const HOST = 'h-0123456789abcdef0';
const EMPTY: AccountCopy = {
  scope: SCOPE,
  configurations: [],
  images: [],
  hosts: [],
  reservations: [],
  groups: [],
  templates: [],
  conversions: [],
  nodes: [],
  generators: [],
  sharing: { own: [], received: [], invitations: [] },
  unseen: [],
  unread: [],
};

const machine = (number: number, more: Partial<Instance> = {}): Instance => ({
  InstanceId: `i-0000000000000000${number}`,
  ImageId: 'ami-00000000000000001',
  InstanceType: 'm5.xlarge',
  State: { Name: 'running', Code: 16 },
  CpuOptions: { CoreCount: 2, ThreadsPerCore: 2 },
  Placement: { Tenancy: 'default', AvailabilityZone: `${REGION}a` },
  LaunchTime: new Date(START),
  ...more,
});

const onHost = { Placement: { Tenancy: 'host', HostId: HOST, AvailabilityZone: `${REGION}a` } } as const;
const host = (more: Partial<Host> = {}): Host => ({
  HostId: HOST,
  State: 'available',
  AvailabilityZone: `${REGION}a`,
  HostProperties: { Cores: 48, Sockets: 2, InstanceFamily: 'm5' },
  AllocationTime: new Date(START),
  ...more,
});

const arn = (id = '') =>
  `arn:aws:ec2:${REGION}:${ACCOUNT}:${id.startsWith('h-') ? 'dedicated-host' : 'instance'}/${id}`;
const uses = (id = '', ConsumedLicenses = 0): LicenseConfigurationUsage => ({
  ResourceArn: arn(id),
  ResourceType: id.startsWith('h-') ? 'EC2_HOST' : 'EC2_INSTANCE',
  ResourceOwnerId: ACCOUNT,
  AssociationTime: new Date(START),
  ConsumedLicenses,
});

/** A configuration of which AWS counts `ConsumedLicenses` in all and lists these rows. */
function counts(
  configuration: Partial<LicenseConfiguration>,
  usage: readonly LicenseConfigurationUsage[],
  associations: ConfigurationCopy['associations'] = usage.filter(({ ResourceType }) => ResourceType === 'EC2_INSTANCE'),
): ConfigurationCopy {
  const LicenseConfigurationId = `lic-${'0'.repeat(32)}`;
  return {
    configuration: {
      LicenseConfigurationId,
      LicenseConfigurationArn: `arn:aws:license-manager:${REGION}:${ACCOUNT}:license-configuration:${LicenseConfigurationId}`,
      Name: 'win',
      LicenseCountingType: 'vCPU',
      OwnerAccountId: ACCOUNT,
      Status: 'AVAILABLE',
      ...configuration,
    },
    usage,
    associations,
  };
}

const account = (parts: Partial<AccountCopy>): AccountCopy => ({ ...EMPTY, ...parts });
const run = (...Instances: readonly Instance[]) => [{ ReservationId: 'r-1', Instances: [...Instances] }];

/** Fills a sandbox, looks whether its books are right, and says what it counts and tells. */
async function filled(copy: AccountCopy) {
  const { sandbox, report } = await filledWith(copy, START);
  totalsAreSums(sandbox.database);
  chargesFollowMachines(sandbox.database);
  sound(sandbox.database);
  const listed = await sandbox.call('license-manager:ListLicenseConfigurations', {});
  const [one] = listed.LicenseConfigurations ?? [];
  return { consumed: one?.ConsumedLicenses, report, sandbox };
}

const kinds = (copy: AccountCopy): readonly string[] => planCopy(copy, START).report.assumed.map(({ kind }) => kind);

describe('figures of AWS', () => {
  const [first, second] = [machine(1), machine(2)];

  it('are kept, resource by resource', async () => {
    const copy = account({
      reservations: run(first, second),
      configurations: [counts({ ConsumedLicenses: 8 }, [uses(first.InstanceId, 4), uses(second.InstanceId, 4)])],
    });
    const { consumed, report } = await filled(copy);
    expect({ consumed, told: report.differences }).toEqual({ consumed: 8, told: [] });
  });

  it('that no listed resource explains stand as not-copied, so that the total is AWS’s', async () => {
    const copy = account({
      reservations: run(first),
      configurations: [counts({ ConsumedLicenses: 10 }, [uses(first.InstanceId, 4)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(10);
    expect(report.differences).toEqual([
      {
        configuration: 'win',
        aws: 10,
        copy: 10,
        why: 'AWS names no resource for 6 licences: they stand as not-copied',
      },
    ]);
  });

  it('that are less than what AWS lists are corrected, and told', async () => {
    const copy = account({
      reservations: run(first),
      configurations: [counts({ ConsumedLicenses: 2 }, [uses(first.InstanceId, 4)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(4);
    expect(report.differences).toEqual([
      { configuration: 'win', aws: 2, copy: 4, why: 'the resources that AWS lists take 4 licences' },
    ]);
  });

  it('for machines that do not run are dropped, and told', async () => {
    const stopped = machine(1, { State: { Name: 'stopped', Code: 80 } });
    const copy = account({
      reservations: run(stopped),
      configurations: [counts({ ConsumedLicenses: 4 }, [uses(stopped.InstanceId, 4)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(0);
    expect(report.differences[0]?.why).toBe(
      'AWS lists 4 licences for 1 machine that can take none: not running, or not counted',
    );
  });

  it('of nothing for a machine that runs are replaced by the rules, and told', async () => {
    const copy = account({
      reservations: run(first),
      configurations: [counts({ ConsumedLicenses: 0 }, [uses(first.InstanceId, 0)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(4);
    expect(report.differences[0]).toMatchObject({
      aws: 0,
      copy: 4,
      why: 'AWS counts nothing for 1 running machine, the rules 4 licences',
    });
  });

  it('that the rules would not give are kept, and told', async () => {
    const copy = account({
      reservations: run(first),
      configurations: [counts({ ConsumedLicenses: 3 }, [uses(first.InstanceId, 3)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(3);
    expect(report.differences[0]?.why).toBe('AWS counts 3 licences for 1 machine, the rules 4: AWS’s figure is kept');
  });

  it('of a disabled configuration are none', async () => {
    const copy = account({
      reservations: run(first),
      configurations: [counts({ Status: 'DISABLED', ConsumedLicenses: 4 }, [uses(first.InstanceId, 4)])],
    });
    expect((await filled(copy)).consumed).toBe(0);
  });
});

describe('charges of hosts', () => {
  const placed = machine(1, onHost);
  const core: Partial<LicenseConfiguration> = {
    LicenseCountingType: 'Core',
    LicenseRules: ['#licenseAffinityToHost=90'],
  };

  it('carry the machines that take nothing themselves, and count the affinity from the association', async () => {
    const usage = [uses(HOST, 48), uses(placed.InstanceId, 0)];
    const copy = account({
      hosts: [host()],
      reservations: run(placed),
      configurations: [counts({ ...core, ConsumedLicenses: 48 }, usage)],
    });
    const { consumed, report, sandbox } = await filled(copy);
    hostsAddUp(sandbox.database);
    expect(consumed).toBe(48);
    expect(report.differences).toEqual([]);
    expect(report.assumed.map(({ kind }) => kind)).toContain('affinity-clock');
  });

  it('that wait for their release are released when their tie ends', async () => {
    const copy = account({
      hosts: [host()],
      configurations: [counts({ ...core, ConsumedLicenses: 48 }, [uses(HOST, 48)])],
    });
    const { sandbox, consumed } = await filled(copy);
    expect(consumed).toBe(48);
    sandbox.tick(91 * 24 * 3_600_000);
    const { LicenseConfigurations } = await sandbox.call('license-manager:ListLicenseConfigurations', {});
    expect(LicenseConfigurations?.[0]?.ConsumedLicenses).toBe(0);
  });

  it('are made by the rules where AWS lists none yet, and told', async () => {
    const copy = account({
      hosts: [host()],
      reservations: run(placed),
      configurations: [counts({ LicenseCountingType: 'Core' }, [uses(placed.InstanceId, 0)])],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(48);
    expect(report.differences[0]?.why).toBe('AWS charges nothing for 1 host, the rules 48 licences');
  });

  it('that the rules would not give are kept, and told', async () => {
    const copy = account({
      hosts: [host()],
      reservations: run(placed),
      configurations: [
        counts({ LicenseCountingType: 'Core', ConsumedLicenses: 24 }, [uses(HOST, 24), uses(placed.InstanceId, 0)]),
      ],
    });
    const { consumed, report } = await filled(copy);
    expect(consumed).toBe(24);
    expect(report.differences[0]?.why).toBe(
      'AWS charges 24 licences for 1 host, the rules otherwise: AWS’s figure is kept',
    );
  });

  it('are none where the usage shows that each machine is charged', async () => {
    const copy = account({
      hosts: [host()],
      reservations: run(placed),
      configurations: [counts({ LicenseCountingType: 'Core', ConsumedLicenses: 2 }, [uses(placed.InstanceId, 2)])],
    });
    const { consumed, report } = await filled(copy);
    expect({ consumed, told: report.differences }).toEqual({ consumed: 2, told: [] });
    expect(planCopy(copy, START).charging).toBe('per-machine');
    expect(kinds(copy)).not.toContain('charging');
  });

  it('are taken to be whole hosts where nothing shows it, and that is said', () => {
    const copy = account({ configurations: [counts({ LicenseCountingType: 'Socket' }, [])] });
    expect(planCopy(copy, START).charging).toBe('per-host');
    expect(kinds(copy)).toContain('charging');
    expect(kinds(account({ configurations: [counts({}, [])] }))).not.toContain('charging');
  });
});

describe('what AWS does not tell', () => {
  it.each([
    [
      'machines of other accounts take their room',
      'foreign-machine',
      {
        hosts: [
          host({ Instances: [{ InstanceId: 'i-foreign', InstanceType: 'm5.4xlarge', OwnerId: '222233334444' }] }),
        ],
      },
    ],
    [
      'hosts of a group are as other hosts',
      'host-group',
      { hosts: [host({ MemberOfServiceLinkedResourceGroup: true })] },
    ],
    [
      'a family without a table has the room of its cores',
      'host-capacity',
      { hosts: [host({ HostProperties: { Cores: 10, InstanceFamily: 'zz9' } })] },
    ],
    [
      'a machine on its way has arrived',
      'in-transition',
      { reservations: run(machine(1, { State: { Name: 'stopping' } })) },
    ],
    [
      'a private AMI is shared with nobody',
      'image-sharing',
      { images: [{ ImageId: 'ami-1', OwnerId: ACCOUNT, Public: false }] },
    ],
    ['how an AMI came to be', 'image-source', { images: [{ ImageId: 'ami-1', OwnerId: ACCOUNT, Public: true }] }],
    [
      'a configuration of another account',
      'shared-configuration',
      { configurations: [counts({ OwnerAccountId: '222233334444' }, [])] },
    ],
    [
      'usage that may not be read',
      'usage-unread',
      { configurations: [{ configuration: counts({}, []).configuration }] },
    ],
  ] as const)('%s: %s', (_what, kind, parts) => {
    expect(kinds(account(parts))).toContain(kind);
    expect(kinds(account({ hosts: [host()], reservations: run(machine(1)) }))).not.toContain(kind);
  });

  it('the room of a foreign machine is taken on its host', async () => {
    const Instances = [{ InstanceId: 'i-foreign', InstanceType: 'm5.12xlarge', OwnerId: '222233334444' }];
    const { sandbox } = await filled(account({ hosts: [host({ Instances })] }));
    const { Hosts } = await sandbox.call('ec2:DescribeHosts', {});
    const room = Hosts?.[0]?.AvailableCapacity?.AvailableInstanceCapacity ?? [];
    expect(room.find(({ InstanceType }) => InstanceType === 'm5.12xlarge')).toMatchObject({ AvailableCapacity: 1 });
  });

  it('quotas that the account is beyond are raised to what it has', async () => {
    const configurations = Array.from({ length: 26 }, (_, index) =>
      counts({ Name: `c${index}`, LicenseConfigurationId: `lic-${String(index).padStart(32, '0')}` }, []),
    );
    const { sandbox } = await filledWith(account({ configurations }), START);
    const create = { Name: 'more', LicenseCountingType: 'vCPU' } as const;
    await expect(sandbox.call('license-manager:CreateLicenseConfiguration', create)).rejects.toMatchObject({
      violations: [{ id: 'quota-configurations-25', args: { limit: 26 } }],
    });
  });

  it('a terminated machine is under nothing, and vanishes as on AWS', async () => {
    const gone = machine(1, { State: { Name: 'terminated', Code: 48 } });
    const copy = account({
      reservations: run(gone),
      configurations: [counts({ ConsumedLicenses: 0 }, [uses(gone.InstanceId, 0)])],
    });
    const { sandbox } = await filled(copy);
    const shown = async () => (await sandbox.call('ec2:DescribeInstances', {})).Reservations?.length;
    expect(await shown()).toBe(1);
    sandbox.tick(2 * 3_600_000);
    expect(await shown()).toBe(0);
  });

  it('a machine of a type that no table has can stop, and leaves the room of others alone', async () => {
    const odd = { ...machine(1, onHost), InstanceType: undefined };
    const { sandbox, report } = await filled(account({ hosts: [host()], reservations: run(odd) }));
    expect(report.assumed.map(({ kind }) => kind)).toContain('instance-type');
    await sandbox.call('ec2:StopInstances', { InstanceIds: [odd.InstanceId ?? ''] });
    hostsAddUp(sandbox.database);
  });
});

describe('a copy that cannot be filled in', () => {
  it('leaves the sandbox as it was', async () => {
    const { sandbox, admin } = await filledWith(account({ reservations: run(machine(1)) }), START);
    const twice = account({ hosts: [host(), host()] });
    const refusal = { name: 'Fault', code: 'InconsistentCopy', message: expect.stringContaining('run it again') };
    await expect(admin.fillWith(twice, true)).rejects.toMatchObject(refusal);
    await expect(admin.fillWith(twice, false)).rejects.toMatchObject(refusal);
    expect((await sandbox.call('ec2:DescribeInstances', {})).Reservations).toHaveLength(1);
    expect((await sandbox.call('ec2:DescribeHosts', {})).Hosts).toEqual([]);
  });
});
