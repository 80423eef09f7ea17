import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, awsAt } from './aws.ts';
import { memberOf, textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, OTHER, type Served, serveSandbox } from './server.ts';

/** The `aws` command launches machines under licences: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws ec2 and sts', () => {
  let served: Served;
  let aws: Aws;
  const made = { hard: '', image: '', machine: '', host: '' };
  const ec2 = (words: string, options?: Parameters<Aws>[1]) => aws(`ec2 ${words}`, options);
  const launch = (options: Readonly<Record<string, string | object>>) =>
    ec2('run-instances', { 'image-id': made.image, 'instance-type': 'm5.xlarge', ...options });
  const stateOf = async (id: string) => {
    const { value } = await ec2('describe-instances', { 'instance-ids': id });
    return textOf(value, 'Reservations', 0, 'Instances', 0, 'State', 'Name');
  };

  beforeAll(async () => {
    served = await serveSandbox();
    aws = awsAt(served.endpoint);
    const configuration = await aws('license-manager create-license-configuration --license-count-hard-limit', {
      name: 'hard',
      'license-counting-type': 'vCPU',
      'license-count': '10',
    });
    made.hard = textOf(configuration.value, 'LicenseConfigurationArn');
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('registers an image and launches it under a licence', async () => {
    made.image = textOf((await ec2('register-image', { name: 'web' })).value, 'ImageId');
    const run = await launch({ 'license-specifications': `LicenseConfigurationArn=${made.hard}`, count: '2' });
    expect(memberOf(run.value, 'Instances')).toHaveLength(2);
    expect(memberOf(run.value, 'Instances', 0, 'Licenses')).toEqual([{ LicenseConfigurationArn: made.hard }]);
    made.machine = textOf(run.value, 'Instances', 0, 'InstanceId');
  });

  it('is refused the launch for which no licences are left', async () => {
    const refused = await launch({ 'license-specifications': `LicenseConfigurationArn=${made.hard}` });
    expect(refused.exit).toBeGreaterThan(0);
    expect(refused.code).toBe('LicenseUsageException');
    expect(refused.message).toContain('No licenses available');
  });

  it('is told of a malformed configuration ARN, and of what a dry run would have done', async () => {
    expect((await launch({ 'license-specifications': 'LicenseConfigurationArn=nonsense' })).code).toBe(
      'InvalidLicenseConfigurationId.Malformed',
    );
    expect((await ec2(`run-instances --dry-run --image-id ${made.image}`, { 'instance-type': 'm5.large' })).code).toBe(
      'DryRunOperation',
    );
  });

  it('describes, stops, starts and terminates', async () => {
    const ids = { 'instance-ids': made.machine };
    expect(await stateOf(made.machine)).toBe('running');
    await ec2('stop-instances', ids);
    expect(await stateOf(made.machine)).toBe('stopped');
    await ec2('start-instances', ids);
    expect(await stateOf(made.machine)).toBe('running');
    await ec2('terminate-instances', ids);
    expect(await stateOf(made.machine)).toBe('terminated');
  });

  it('allocates a host and launches on it', async () => {
    const allocated = await ec2('allocate-hosts', {
      'instance-family': 'm5',
      quantity: '1',
      'availability-zone': 'us-east-1a',
      'auto-placement': 'on',
    });
    made.host = textOf(allocated.value, 'HostIds', 0);
    const run = await launch({ placement: 'Tenancy=host' });
    expect(textOf(run.value, 'Instances', 0, 'Placement', 'HostId')).toBe(made.host);
    const hosts = await ec2('describe-hosts', { 'host-ids': made.host });
    expect(textOf(hosts.value, 'Hosts', 0, 'Instances', 0, 'InstanceId')).toBe(
      textOf(run.value, 'Instances', 0, 'InstanceId'),
    );
  });

  it('moves a stopped machine off its host and back, and is told what stands in the way', async () => {
    const run = await launch({ 'instance-type': 'm5.large', placement: 'Tenancy=host' });
    const id = textOf(run.value, 'Instances', 0, 'InstanceId');
    const move = (words: string) => ec2(`modify-instance-placement --instance-id ${id} ${words}`);
    expect((await move('--tenancy dedicated')).code).toBe('InvalidInstanceState');
    await ec2('stop-instances', { 'instance-ids': id });
    expect((await ec2(`modify-instance-placement --instance-id ${id}`)).code).toBe('MissingParameter');
    expect((await move('--tenancy default')).value).toEqual({ Return: true });
    expect((await move(`--host-id ${made.host}`)).code).toBe('InvalidParameterCombination');
    expect((await move(`--tenancy host --affinity host --host-id ${made.host}`)).value).toEqual({ Return: true });
    const { value } = await ec2('describe-instances', { 'instance-ids': id });
    expect(memberOf(value, 'Reservations', 0, 'Instances', 0, 'Placement')).toMatchObject({
      Tenancy: 'host',
      Affinity: 'host',
      HostId: made.host,
    });
    await ec2('terminate-instances', { 'instance-ids': id });
  });

  it('launches from a template that names a licence', async () => {
    const created = await ec2('create-launch-template', {
      'launch-template-name': 'web',
      'launch-template-data': {
        ImageId: made.image,
        InstanceType: 'm5.large',
        LicenseSpecifications: [{ LicenseConfigurationArn: made.hard }],
      },
    });
    expect(textOf(created.value, 'LaunchTemplate', 'LaunchTemplateName')).toBe('web');
    const run = await ec2('run-instances', { 'launch-template': 'LaunchTemplateName=web' });
    expect(memberOf(run.value, 'Instances', 0)).toMatchObject({
      InstanceType: 'm5.large',
      Licenses: [{ LicenseConfigurationArn: made.hard }],
    });
  });

  it('is the account that its access key id names', async () => {
    const whoIs = async (account: string) =>
      textOf((await awsAt(served.endpoint, account)('sts get-caller-identity')).value, 'Account');
    expect([await whoIs(ACCOUNT), await whoIs(OTHER)]).toEqual([ACCOUNT, OTHER]);
    expect(await whoIs('AKIAIOSFODNN7EXAMPLE')).toBe(ACCOUNT);
  });
});
