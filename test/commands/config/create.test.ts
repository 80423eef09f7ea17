import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useSandbox, violationsIn } from './bench.ts';

const { lm, json, call, file } = useSandbox();

const WIN = ['config', 'create', 'win-dc', '--type', 'core', '--count', '96', '--hard'] as const;
const RULES = ['--min-cores', '8', '--max-cores', '16', '--tenancy', 'dedicated-host'] as const;

const made = async () => (await call('license-manager:ListLicenseConfigurations', {})).LicenseConfigurations ?? [];

describe('lm config create', () => {
  it('makes what the line says, and shows it in words', async () => {
    const { exit, out, err } = await lm(
      ...WIN,
      ...RULES,
      '--description',
      'Windows Server Datacenter',
      '--tag',
      'team=db',
    );
    expect(exit).toBe(0);
    expect(out).toContain('96 physical cores, hard limit = 2 m5 hosts');
    expect(out).toContain('machines of 8 to 16 cores on Dedicated Hosts');
    expect(out).toContain('A launch that breaks any of this is blocked.');
    expect(err).toContain('created in sandbox "default", us-east-1: win-dc');
    expect(err).toContain('hint: lm ami attach AMI --config win-dc');
    expect(await made()).toMatchObject([
      {
        Name: 'win-dc',
        Description: 'Windows Server Datacenter',
        LicenseCountingType: 'Core',
        LicenseCount: 96,
        LicenseCountHardLimit: true,
        LicenseRules: ['#maximumCores=16', '#minimumCores=8', '#allowedTenancy=EC2-DedicatedHost'],
      },
    ]);
  });

  it.each([
    ['shared', 'EC2-Default'],
    ['default', 'EC2-Default'],
    ['EC2-Default', 'EC2-Default'],
    ['dedicated', 'EC2-DedicatedInstance'],
    ['dedicated-instance', 'EC2-DedicatedInstance'],
    ['EC2-DedicatedInstance', 'EC2-DedicatedInstance'],
    ['host', 'EC2-DedicatedHost'],
    ['Dedicated-Host', 'EC2-DedicatedHost'],
    ['EC2-DedicatedHost', 'EC2-DedicatedHost'],
    ['shared,host', 'EC2-Default,EC2-DedicatedHost'],
    ['shared,default', 'EC2-Default'],
  ])('reads the tenancy %s as %s', async (written, rule) => {
    const { LicenseRules } = await json('config', 'create', 'a', '--type', 'vcpu', '--tenancy', written);
    expect(LicenseRules).toEqual([`#allowedTenancy=${rule}`]);
  });

  it.each([
    ['--counting', 'Sockets', 'Socket'],
    ['--type', 'VCPU', 'vCPU'],
    ['--type', 'instances', 'Instance'],
  ])('reads the counting type %s %s as %s', async (option, written, type) => {
    expect(await json('config', 'create', 'a', option, written)).toMatchObject({ LicenseCountingType: type });
  });

  it.each([
    [['--licenses', '5', '--enforce'], { LicenseCount: 5, LicenseCountHardLimit: true }],
    [['--count', '2,000', '--no-enforce'], { LicenseCount: 2000, LicenseCountHardLimit: false }],
    [['--count', '5', '--hard', '--soft'], { LicenseCount: 5, LicenseCountHardLimit: false }],
    [['--honor-vcpu-optimization'], { LicenseRules: ['#honorVcpuOptimization=True'] }],
    [
      ['--rule', '#minimumVcpus=2', '--rule', '#allowedTenancy=EC2-Default,EC2-DedicatedHost'],
      {
        LicenseRules: ['#minimumVcpus=2', '#allowedTenancy=EC2-Default,EC2-DedicatedHost'],
      },
    ],
    [['--expires', '2027-12-31'], { LicenseExpiry: Date.UTC(2027, 11, 31) / 1000 }],
    [['--product', 'sql-server', '--stop-tracking-when-uninstalled'], { DisassociateWhenNotFound: true }],
  ])('understands %j', async (options, expected) => {
    expect(await json('config', 'create', 'a', '--type', 'vcpu', ...options)).toMatchObject(expected);
  });

  it('leaves the count out when it is none', async () => {
    expect(await json('config', 'create', 'a', '--type', 'vcpu', '--count', 'none')).not.toHaveProperty('LicenseCount');
  });

  it('says every reason at once, and makes nothing', async () => {
    const ran = await lm('config', 'create', 'bad', '--type', 'core', '--count', '-1', '--min-cores', '0', '--min-vcpus', '4',
      '--affinity', '181', '--tenancy', 'shared', '--rule', 'minimumCores=8', '--tag', 'aws:x=1'); // biome-ignore format: one line a thought
    expect(ran.exit).toBe(3);
    expect(violationsIn(ran)).toEqual([
      'config-count-non-negative',
      'rule-syntax',
      'rule-min-max-integers',
      'rule-affinity-range',
      'rule-matrix-minimum-vcpus',
      'rule-tenancy-core-socket',
      'tag-reserved-prefix',
    ]);
    expect(ran.err).toContain('only with Instance and vCPU');
    expect(ran.err).toContain('1 to 180');
    expect(await made()).toEqual([]);
  });

  it('lets the near misses pass', async () => {
    const options = ['--count', '0', '--min-cores', '1', '--affinity', '180', '--tenancy', 'host', '--tag', 'aw:x=1'];
    expect((await lm('config', 'create', 'good', '--type', 'core', ...options)).exit).toBe(0);
  });

  it.each([
    ['a hard limit without a number', ['--type', 'vcpu', '--hard'], 'config-hard-limit-needs-count'],
    [
      'a minimum above the maximum',
      ['--type', 'core', '--min-cores', '9', '--max-cores', '8'],
      'rule-min-not-above-max',
    ],
    ['a rule twice', ['--type', 'core', '--min-cores', '9', '--rule', '#minimumCores=8'], 'rule-no-duplicates'],
    ['Oracle with other counting', ['--type', 'core', '--product', 'oracle-ee'], 'oracle-counting-vcpu'],
    ['two Oracle editions', ['--type', 'vcpu', '--product', 'oracle-ee,oracle-se2'], 'oracle-one-version'],
    ['Oracle with others', ['--type', 'vcpu', '--product', 'oracle-ee', '--product', 'sql-server'], 'oracle-not-mixed'],
  ])('refuses %s', async (_, options, id) => {
    const ran = await lm('config', 'create', 'bad', ...options);
    expect(ran.exit).toBe(3);
    expect(ran.err).toContain(id);
  });

  it('tracks one Oracle edition with its packs', async () => {
    const options = ['--product', 'oracle-ee', '--license-pack', 'data guard', '--license-pack', 'olap'];
    expect(await json('config', 'create', 'ora', '--type', 'vcpu', '--count', '8', ...options)).toMatchObject({
      ProductInformationList: [
        {
          ResourceType: 'RDS',
          ProductInformationFilterList: [
            { ProductInformationFilterName: 'Engine Edition', ProductInformationFilterValue: ['oracle-ee'] },
            { ProductInformationFilterName: 'License Pack', ProductInformationFilterValue: ['data guard', 'olap'] },
          ],
        },
      ],
    });
  });

  it('leaves machines out on which AWS includes a licence (convert-discovery-disassociate)', async () => {
    const options = ['--product', 'windows-server,sql-server', '--except-included', 'windows-server,sql-server-web'];
    const without = {
      ProductInformationFilterName: 'License Included',
      ProductInformationFilterValue: ['windows-server-datacenter', 'sql-server-web'],
      ProductInformationFilterComparator: 'NOT_EQUALS',
    };
    expect(await json('config', 'create', 'byol', '--type', 'vcpu', ...options)).toMatchObject({
      ProductInformationList: [
        { ProductInformationFilterList: [{ ProductInformationFilterName: 'Platform Type' }, without] },
        { ProductInformationFilterList: [{ ProductInformationFilterName: 'Application Name' }, without] },
      ],
    });
    const shown = await lm('config', 'show', 'byol');
    expect(shown.out).toContain('Windows Server except where AWS includes windows-server-datacenter or sql-server-web');
    const alone = await lm('config', 'update', 'byol', '--except-included', 'sql-server-web');
    expect([alone.exit, alone.err]).toEqual([2, expect.stringContaining('--product windows-server')]);
  });

  it('explains the # that the shell ate', async () => {
    const ran = await lm('config', 'create', 'a', '--type', 'core', '--rule');
    expect(ran.exit).toBe(2);
    expect(ran.err.replace(/\s+/g, ' ')).toContain('an unquoted # begins a comment in the shell');
  });

  it.each([
    [['config', 'create'], 'needs NAME'],
    [['config', 'create', 'a'], 'needs --type'],
    [['config', 'create', 'a', '--type', 'cpu'], 'must be core, socket, vcpu or instance'],
    [['config', 'create', 'a', '--type', 'core', '--count', 'many'], 'must be a whole number, or none'],
    [['config', 'create', 'a', '--type', 'core', '--min-cores', '8.5'], 'must be a whole number'],
    [['config', 'create', 'a', '--type', 'vcpu', '--tenancy', 'cloud'], 'shared, dedicated-instance or dedicated-host'],
    [['config', 'create', 'a', '--type', 'vcpu', '--expires', 'soon'], 'must be a date'],
    [['config', 'create', 'a', '--type', 'vcpu', '--product', 'sql-servr'], 'sql-server'],
  ])('does not understand %j', async (argv, words) => {
    const ran = await lm(...argv);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(words);
  });

  it('warns of an e-mail address and makes it all the same', async () => {
    const ran = await lm('config', 'create', 'ann@example.com', '--type', 'vcpu');
    expect(ran.exit).toBe(0);
    expect(ran.err.match(/config-no-sensitive-text/g)).toHaveLength(1);
    expect(await json('config', 'create', 'bob@example.com', '--type', 'vcpu')).toMatchObject({
      alerts: [{ id: 'config-no-sensitive-text', severity: 'warn', found: 'bob@example.com' }],
    });
  });

  it('rehearses with --dry-run: the id is not known yet, and nothing stays', async () => {
    const ran = await lm(...WIN, '--dry-run');
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('(known after apply)');
    expect(ran.err).toContain('would be created');
    expect(await made()).toEqual([]);
  });

  it('takes a whole request from --input, options being stronger', async () => {
    const request = {
      Name: 'from-file',
      LicenseCountingType: 'vCPU',
      LicenseCount: 4,
      Tags: [{ Key: 'a', Value: 'b' }],
    };
    writeFileSync(file('request.json'), JSON.stringify(request));
    const ran = await json('config', 'create', '--input', file('request.json'), '--count', '8');
    expect(ran).toMatchObject({ Name: 'from-file', LicenseCount: 8, Tags: [{ Key: 'a', Value: 'b' }] });
  });

  it('refuses a member of --input that the request does not have', async () => {
    writeFileSync(file('request.json'), JSON.stringify({ Name: 'a', LicenseCountingType: 'vCPU', LicenceCount: 4 }));
    const ran = await lm('config', 'create', '--input', file('request.json'));
    expect(ran.exit).toBe(3);
    expect(ran.err).toContain('LicenceCount');
  });
});
