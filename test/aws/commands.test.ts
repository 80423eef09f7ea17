import { describe, expect, it } from 'vitest';
import { freshFolder, lm } from '../cli/harness.ts';
import { CREDENTIALS, ec2, ec2Refusal, IDENTITY, type Reply, refusal, type Scripted, scripted } from './scripted.ts';

const serve = scripted();
const folder = freshFolder();

const aws = ({ endpoint }: Scripted, line: string) =>
  lm(folder(), `${line} --backend aws --endpoint-url ${endpoint}`, { env: CREDENTIALS });

const ARN = `arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-${'0'.repeat(32)}`;
const WIN_DC = {
  LicenseConfigurationId: `lic-${'0'.repeat(32)}`,
  LicenseConfigurationArn: ARN,
  Name: 'win-dc',
  LicenseCountingType: 'Core',
  LicenseCount: 96,
  LicenseCountHardLimit: true,
  ConsumedLicenses: 84,
  Status: 'AVAILABLE',
  OwnerAccountId: '111122223333',
};
const BROKEN: Reply = { status: 500, body: refusal('InternalServerException', 'an internal error') };

describe('lm whoami on AWS', () => {
  it('names account, Region and where credentials come from, and never the secret, not with --debug either', async () => {
    const server = await serve({ GetCallerIdentity: [IDENTITY] });
    const { exit, stdout, stderr } = await aws(server, 'whoami --debug');
    expect(exit).toBe(0);
    const rows = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(rows).toContainEqual(['account', '111122223333', 'sts:GetCallerIdentity']);
    expect(rows).toContainEqual(['region', 'us-east-1', 'the AWS environment or profile']);
    expect(rows).toContainEqual(['credentials', 'AWS_ACCESS_KEY_ID', 'found by the AWS SDK']);
    expect(rows).toContainEqual(['arn', 'arn:aws:iam::111122223333:user/ops', 'sts:GetCallerIdentity']);
    expect(stdout + stderr).not.toContain('the-secret');
  });

  it('shows no secret when the credentials are refused', async () => {
    const body =
      '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error><RequestId>r</RequestId></ErrorResponse>';
    const server = await serve({ GetCallerIdentity: [{ status: 403, body }] });
    const { exit, stderr } = await aws(server, 'whoami --debug');
    expect(exit).toBe(4);
    expect(stderr).toContain('To fix: aws configure');
    expect(stderr).not.toContain('the-secret');
  });
});

describe('before a change', () => {
  const script = { UntagResource: [{ body: {} }], GetCallerIdentity: [IDENTITY] };
  const reads = {
    ListLicenseConfigurations: [{ body: { LicenseConfigurations: [WIN_DC] } }],
    GetLicenseConfiguration: [{ body: WIN_DC }],
  };

  it('stderr names the account and Region', async () => {
    const { exit, stderr } = await aws(await serve({ ...reads, ...script }), 'config untag win-dc team');
    expect(exit).toBe(0);
    expect(stderr.split('\n')[0]).toBe('[aws: 111122223333 us-east-1]');
  });

  it('not with --quiet, and not for a read', async () => {
    const server = await serve({ ...reads, ...script });
    expect((await aws(server, 'config untag win-dc team --quiet')).stderr).not.toContain('[aws:');
    expect((await aws(server, 'config show win-dc')).stderr).not.toContain('[aws:');
  });
});

describe('lm config show', () => {
  it('says with whom it is shared as far as it may be read, and which permission is missing', async () => {
    const reads = {
      GetCallerIdentity: [IDENTITY],
      ListLicenseConfigurations: [{ body: { LicenseConfigurations: [WIN_DC] } }],
      GetLicenseConfiguration: [{ body: WIN_DC }],
    };
    const message = 'User: ops is not authorized to perform: ram:GetResourceShareAssociations';
    const denied: Reply = { status: 403, body: refusal('AccessDeniedException', message) };
    const server = await serve({ ...reads, '/getresourceshareassociations': [denied] });
    const { exit, stdout } = await aws(server, 'config show win-dc -o json');
    expect(exit).toBe(0);
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ Name: 'win-dc', ConsumedLicenses: 84 });
    expect(data.notRead).toEqual([{ what: 'sharedWith', permission: 'ram:GetResourceShareAssociations' }]);
    expect(data.sharedWith).toBeUndefined();
    const text = (await aws(server, 'config show win-dc')).stdout;
    expect(text).toContain('could not be read (allow ram:GetResourceShareAssociations)');
  });
});

describe('a listing', () => {
  it('follows every page', async () => {
    const pages = [
      { body: { LicenseConfigurations: [WIN_DC], NextToken: 'more' } },
      { body: { LicenseConfigurations: [{ ...WIN_DC, Name: 'sql' }] } },
    ];
    const { stdout } = await aws(
      await serve({ ListLicenseConfigurations: pages, GetCallerIdentity: [IDENTITY] }),
      'config list -o name',
    );
    expect(stdout).toBe('win-dc\nsql\n');
  });

  it('that fails half-way prints nothing of the first half, and exits 1', async () => {
    const pages = [{ body: { LicenseConfigurations: [WIN_DC], NextToken: 'more' } }, BROKEN];
    const server = await serve({ ListLicenseConfigurations: pages });
    const { exit, stdout, stderr } = await aws(server, 'config list');
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('InternalServerException');
  });
});

describe('lm check launch on a real account', () => {
  const IMAGE =
    '<item><imageId>ami-00000000000000001</imageId><name>win2022-byol</name><imageOwnerId>111122223333</imageOwnerId>' +
    '<imageState>available</imageState><usageOperation>RunInstances:0800</usageOperation></item>';
  const TYPE =
    '<item><instanceType>m5.8xlarge</instanceType><dedicatedHostsSupported>true</dedicatedHostsSupported>' +
    '<vCpuInfo><defaultVCpus>32</defaultVCpus><defaultCores>16</defaultCores><defaultThreadsPerCore>2</defaultThreadsPerCore></vCpuInfo></item>';
  const host = (id: string) =>
    `<item><hostId>${id}</hostId><state>available</state><autoPlacement>on</autoPlacement><availabilityZone>us-east-1a</availabilityZone>` +
    '<hostProperties><cores>48</cores><sockets>2</sockets><instanceFamily>m5</instanceFamily></hostProperties></item>';
  const base: Readonly<Record<string, readonly Reply[]>> = {
    GetCallerIdentity: [IDENTITY],
    DescribeImages: [{ body: ec2('DescribeImages', `<imagesSet>${IMAGE}</imagesSet>`) }],
    DescribeInstanceTypes: [{ body: ec2('DescribeInstanceTypes', `<instanceTypeSet>${TYPE}</instanceTypeSet>`) }],
    ListLicenseSpecificationsForResource: [{ body: { LicenseSpecifications: [{ LicenseConfigurationArn: ARN }] } }],
    GetLicenseConfiguration: [{ body: WIN_DC }],
    ListLicenseConfigurations: [{ body: { LicenseConfigurations: [WIN_DC] } }],
    // resource-groups:ListGroups: a host may be joining a group.
    '/groups-list': [{ body: { GroupIdentifiers: [] } }],
  };
  const LINE = 'check launch --ami win2022-byol --type m5.8xlarge --tenancy host';

  it('is unknown where the hosts may not be read: both outcomes, and the permission that is missing', async () => {
    const denied = { status: 403, body: ec2Refusal('UnauthorizedOperation', 'You are not authorized') };
    const { exit, stdout } = await aws(await serve({ ...base, DescribeHosts: [denied] }), LINE);
    expect(exit).toBe(3);
    expect(stdout).toContain('UNKNOWN  1 × m5.8xlarge');
    expect(stdout).toContain('ec2:DescribeHosts was denied');
    expect(stdout).toMatch(/if EC2 picks a host that win-dc is charged for already +allowed: needs 0/);
    expect(stdout).toMatch(/if EC2 picks any other host +blocked: requested 48, used 84, limit 96, short 36/);
  });

  it('is unknown for an AMI by its id where AMIs may not be described, with the permission that is missing', async () => {
    const denied = { status: 403, body: ec2Refusal('UnauthorizedOperation', 'You are not authorized') };
    const server = await serve({ ...base, DescribeImages: [denied] });
    const launch = '--ami ami-00000000000000001 --type m5.8xlarge --tenancy host';
    const checked = await aws(server, `check launch ${launch}`);
    expect({ exit: checked.exit, unknown: checked.stdout.includes('UNKNOWN  1 × m5.8xlarge') }).toEqual({
      exit: 3,
      unknown: true,
    });
    expect(checked.stdout).toContain('ec2:DescribeImages');
    const rehearsed = await aws(server, `instance run ${launch} --dry-run`);
    expect(rehearsed.exit).toBe(3);
    expect(rehearsed.stderr).toContain('ec2:DescribeImages');
  });

  it('a launch that went through is told, though what it takes and the names of AMIs may not be read', async () => {
    const id = 'i-00000000000000001';
    const machine = `<item><instanceId>${id}</instanceId><imageId>ami-00000000000000001</imageId><instanceType>m5.8xlarge</instanceType><licenseSet><item><licenseConfigurationArn>${ARN}</licenseConfigurationArn></item></licenseSet></item>`;
    const denied = { status: 403, body: refusal('AccessDeniedException', 'User: ops may not') };
    const server = await serve({
      ...base,
      RunInstances: [{ body: ec2('RunInstances', `<instancesSet>${machine}</instancesSet>`) }],
      ListLicenseConfigurations: [denied],
      DescribeImages: [{ status: 403, body: ec2Refusal('UnauthorizedOperation', 'You are not authorized') }],
    });
    const line = 'instance run --ami ami-00000000000000001 --type m5.8xlarge --tenancy host';
    const { exit, stdout, stderr } = await aws(server, line);
    expect({ exit, told: stdout.includes(id) }).toEqual({ exit: 0, told: true });
    expect(stderr).toContain(
      'license configurations could not be read (allow license-manager:ListLicenseConfigurations)',
    );
    expect(stderr.match(/the names of AMIs could not be read \(allow ec2:DescribeImages\)/g)).toHaveLength(1);
    expect(stderr).not.toContain('no license configuration counts them');
  });

  describe('where EC2 picks among a charged host and another one', () => {
    const charged = {
      ListLicenseConfigurations: [
        {
          body: {
            LicenseConfigurations: [
              { ...WIN_DC, ConsumedLicenseSummaryList: [{ ResourceType: 'EC2_HOST', ConsumedLicenses: 84 }] },
            ],
          },
        },
      ],
      ListUsageForLicenseConfiguration: [
        {
          body: {
            LicenseConfigurationUsageList: [
              {
                ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:dedicated-host/h-00000000000000001',
                ResourceType: 'EC2_HOST',
                ConsumedLicenses: 48,
              },
            ],
          },
        },
      ],
      DescribeHosts: [
        {
          body: ec2('DescribeHosts', `<hostSet>${host('h-00000000000000001')}${host('h-00000000000000002')}</hostSet>`),
        },
      ],
    };

    it('is unknown, with both outcomes', async () => {
      const { exit, stdout } = await aws(await serve({ ...base, ...charged }), LINE);
      expect(exit).toBe(3);
      expect(stdout).toContain(
        'UNKNOWN  1 × m5.8xlarge from win2022-byol on Dedicated Hosts: it depends on the host that EC2 picks',
      );
      expect(stdout).toContain('the verdict depends on which one');
      expect(stdout).toContain('name the host: --host h-...');
    });

    it('is allowed where each would be, and both needs are shown', async () => {
      const roomy = { GetLicenseConfiguration: [{ body: { ...WIN_DC, LicenseCount: 200 } }] };
      const { exit, stdout } = await aws(await serve({ ...base, ...charged, ...roomy }), LINE);
      expect(exit).toBe(0);
      expect(stdout).toContain('0 or 48');
      expect(stdout).toContain('the launch passes whichever it is');
    });
  });

  it('is decided where they may, and writes nothing', async () => {
    const hosts = { body: ec2('DescribeHosts', `<hostSet>${host('h-00000000000000001')}</hostSet>`) };
    const server = await serve({ ...base, DescribeHosts: [hosts] });
    const { exit, stdout } = await aws(server, `${LINE} -o json`);
    expect(exit).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'blocked' });
    // `/groups-list` is resource-groups:ListGroups.
    const reads = /^(Get|List|Describe|\/groups-list$)/;
    expect(server.sent.map((one) => one.operation).filter((name) => !reads.test(name))).toEqual([]);
  });
});

describe('AMIs, of which AWS has a hundred thousand public ones', () => {
  const none = { body: ec2('DescribeImages', '<imagesSet/>') };
  const asked = ({ sent }: Scripted) =>
    sent.filter((one) => one.operation === 'DescribeImages').map((one) => new URLSearchParams(one.body));

  it('are looked up by the whole name or id, and else among the account’s own and those shared with it', async () => {
    const server = await serve({ DescribeImages: [none], GetCallerIdentity: [IDENTITY] });
    const { exit } = await aws(server, 'ami show win2022-byol');
    expect(exit).toBe(5);
    expect(
      asked(server).map((one) => one.get('Filter.1.Name') ?? one.get('Owner.1') ?? one.get('ExecutableBy.1')),
    ).toEqual(['name', 'self', 'self']);
  });

  it('are listed only of the account and as shared with it, unless an owner is named', async () => {
    const server = await serve({
      DescribeImages: [none],
      GetCallerIdentity: [IDENTITY],
      ListLicenseConfigurations: [{ body: {} }],
    });
    await aws(server, 'ami list');
    await aws(server, 'ami list --owner amazon');
    expect(asked(server).map((one) => [one.get('Owner.1'), one.get('ExecutableBy.1')])).toEqual([
      ['self', null],
      [null, 'self'],
      ['amazon', null],
    ]);
  });
});
