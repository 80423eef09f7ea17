import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/contract/fault.ts';
import type { Call, Scope } from '../../src/contract/ports.ts';
import type { World } from '../../src/contract/world.ts';
import { hostArn } from '../../src/validation/arns.ts';
import { hostGroupItems } from '../../src/validation/host-group.ts';
import { awsReaders } from '../../src/world/aws.ts';
import { decideLive } from '../../src/world/live.ts';
import { sqlWorld } from '../../src/world/sql.ts';
import { testSandbox } from '../support/sandbox.ts';

const ZONE = 'us-east-1a';

/** A sandbox with one of everything that a decision may ask for. */
async function populated() {
  const sandbox = testSandbox();
  const { call, home } = sandbox;
  const { LicenseConfigurationArn: arn = '' } = await call('license-manager:CreateLicenseConfiguration', {
    Name: 'win-dc',
    LicenseCountingType: 'Core',
    LicenseCount: 96,
    LicenseCountHardLimit: true,
    LicenseRules: ['#minimumCores=8', '#allowedTenancy=EC2-DedicatedHost'],
  });
  const { ImageId: image = '' } = await call('ec2:ImportImage', { UsageOperation: 'RunInstances:0800' }).then(
    async () => {
      const { Images = [] } = await call('ec2:DescribeImages', { Owners: ['self'] });
      return Images[0] ?? {};
    },
  );
  await call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn: `arn:aws:ec2:us-east-1::image/${image}`,
    AddLicenseSpecifications: [{ LicenseConfigurationArn: arn }],
  });
  const { HostIds = [] } = await call('ec2:AllocateHosts', {
    InstanceFamily: 'm5',
    AvailabilityZone: ZONE,
    Quantity: 2,
    AutoPlacement: 'on',
  });
  const { Instances = [] } = await call('ec2:RunInstances', {
    ImageId: image,
    InstanceType: 'm5.8xlarge',
    MinCount: 1,
    MaxCount: 1,
    Placement: { Tenancy: 'host' },
  });
  await call('ec2:CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    LaunchTemplateData: { ImageId: image, InstanceType: 'm5.large' },
  });
  const instance = Instances[0]?.InstanceId ?? '';
  return { sandbox, home, call: call satisfies Call, arn, image, host: HostIds[0] ?? '', instance };
}

const ask = <T>(call: Call, scope: Scope, question: (world: World) => T): Promise<T> =>
  decideLive(scope, awsReaders({ call, scope }), question);

describe('the same question has the same answer from AWS as from the store', () => {
  it.each<[string, (world: World, ids: Awaited<ReturnType<typeof populated>>) => unknown]>([
    ['an AMI that does not exist', (world) => world.image('ami-0000000000000ffff')],
    ['a configuration', (world, { arn }) => world.configuration(arn)],
    ['a configuration that does not exist', (world, { arn }) => world.configuration(arn.replace(/.$/, 'e'))],
    ['the hosts of a family', (world) => world.hosts('m5')],
    ['the hosts of a family that has none', (world) => world.hosts('r5')],
    ['a host', (world, { host }) => world.host(host)],
    ['a host that does not exist', (world) => world.host('h-0000000000000ffff')],
    ['a machine that does not exist', (world) => world.instance('i-0000000000000ffff')],
    ['an instance type that does not exist', (world) => world.instanceType('m5.huge')],
    ['a launch template', (world) => world.template('web:$Default')],
    ['a launch template that does not exist', (world) => world.template('none:$Default')],
    ['what an AMI is under', (world, { image }) => world.associations(`arn:aws:ec2:us-east-1::image/${image}`)],
    ['a quota', (world) => world.quota('configurations-per-resource')],
    ['how hosts are charged', (world) => world.charging('host-licences')],
    ['a role that the account has', (world) => world.role('AWSServiceRoleForAWSLicenseManagerRole')],
    ['a role that it has not', (world) => world.role('AWSServiceRoleForAWSLicenseManagerMemberAccountRole')],
  ])('%s', async (_, question) => {
    const ids = await populated();
    const stored = ids.sandbox.engine.ask(({ tx }) => question(sqlWorld(tx, ids.home), ids));
    const read = await ask(ids.call, ids.home, (world) => question(world, ids));
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(stored)));
  });

  it('an AMI, of which AWS does not say who has associated it', async () => {
    const { sandbox, call, home, image, arn } = await populated();
    const stored = sandbox.engine.ask(({ tx }) => sqlWorld(tx, home).image(image));
    const read = await ask(call, home, (world) => world.image(image));
    expect(stored).toMatchObject(read);
    expect(stored).toMatchObject({ value: { configurations: [arn], associatedByCaller: [arn] } });
    expect(read).toMatchObject({ value: { configurations: [arn] } });
  });

  it('a machine, of which AWS always says the CPU options, chosen or not', async () => {
    const { sandbox, call, home, instance } = await populated();
    const stored = sandbox.engine.ask(({ tx }) => sqlWorld(tx, home).instance(instance));
    const read = await ask(call, home, (world) => world.instance(instance));
    expect(read).toMatchObject(stored);
    expect(read).toMatchObject({ value: { coreCount: 16, threadsPerCore: 2 } });
  });

  it('an instance type, as far as licences and hosts need it', async () => {
    const { call, home } = await populated();
    const fact = await ask(call, home, (world) => world.instanceType('m5.8xlarge'));
    expect(fact).toMatchObject({ known: true, value: { family: 'm5', cores: 16, vcpus: 32, dedicatedHosts: true } });
  });
});

/** The same with a group of both hosts, on one of which a machine runs, and a third host that is still joining. */
async function grouped() {
  const ids = await populated();
  const { call, home, sandbox } = ids;
  const { Hosts = [] } = await call('ec2:DescribeHosts', {});
  const settings = {
    families: ['m5', 'r5'],
    configurations: [ids.arn],
    autoAllocate: true,
    autoRelease: false,
    autoRecover: true,
    hostLimit: 4,
  };
  const Configuration = hostGroupItems(settings);
  const { Group } = await call('resource-groups:CreateGroup', { Name: 'pool', Configuration });
  const add = (hosts: readonly string[]) =>
    call('resource-groups:GroupResources', { Group: 'pool', ResourceArns: hosts.map((id) => hostArn(home, id)) });
  await add(Hosts.flatMap(({ HostId }) => HostId ?? []));
  sandbox.tick(120_000);
  const more = { InstanceFamily: 'm5', AvailabilityZone: ZONE, Quantity: 1 };
  const { HostIds = [] } = await call('ec2:AllocateHosts', more);
  await add(HostIds);
  return { ...ids, group: Group?.GroupArn ?? '', joining: HostIds[0] ?? '' };
}

describe('host resource groups', () => {
  it.each<[string, (world: World, ids: Awaited<ReturnType<typeof grouped>>) => unknown]>([
    ['a group: its settings, how many hosts it holds and what runs there', (world, { group }) => world.group(group)],
    ['a group that does not exist', (world, { group }) => world.group(`${group}s`)],
    ['what is no group', (world) => world.group('pool')],
    ['its hosts that have room for a type', (world, { group }) => world.groupHosts(`${group} m5.24xlarge`)],
    ['its hosts for a small type', (world, { group }) => world.groupHosts(`${group} m5.large`)],
    ['its hosts for a type that none of them takes', (world, { group }) => world.groupHosts(`${group} r5.large`)],
    ['a host that is in it', (world, { host }) => world.host(host)],
    ['a host that is joining it: part of it at once', (world, { joining }) => world.host(joining)],
    ['hosts of a family, in it and joining it', (world) => world.hosts('m5')],
  ])('%s', async (_, question) => {
    const ids = await grouped();
    const stored = ids.sandbox.engine.ask(({ tx }) => question(sqlWorld(tx, ids.home), ids));
    const read = await ask(ids.call, ids.home, (world) => question(world, ids));
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(stored)));
  });

  it('of one that may not be read nothing is known; its hosts are still told to be in some group', async () => {
    const { call, home, group, host } = await grouped();
    const denied: Call = async (operation, input) => {
      if (operation.startsWith('resource-groups:')) throw new Fault({ code: 'ForbiddenException', message: 'no' });
      return call(operation, input);
    };
    expect(await ask(denied, home, (world) => world.group(group))).toEqual({
      known: false,
      why: 'denied',
      permission: 'resource-groups:GetGroupConfiguration',
    });
    expect(await ask(denied, home, (world) => world.host(host))).toMatchObject({
      value: { resourceGroupArn: 'a host resource group' },
    });
  });
});

describe('what may not be read is unknown', () => {
  const deny =
    (call: Call, denied: string, message = 'You are not authorized'): Call =>
    async (operation, input) => {
      if (operation === denied) throw new Fault({ code: 'UnauthorizedOperation', message });
      return call(operation, input);
    };

  it('and the missing permission is the one that AWS names', async () => {
    const { call, home, image } = await populated();
    const told = 'User: ops is not authorized to perform: ec2:DescribeImages on resource: *';
    const fact = await ask(deny(call, 'ec2:DescribeImages', told), home, (world) => world.image(image));
    expect(fact).toEqual({ known: false, why: 'denied', permission: 'ec2:DescribeImages' });
  });

  it('or else that of the operation: hosts are unknown also where what they are charged for is', async () => {
    const { call, home } = await populated();
    const denied = deny(call, 'license-manager:ListUsageForLicenseConfiguration');
    const fact = await ask(denied, home, (world) => world.hosts('m5'));
    expect(fact).toMatchObject({ known: false, permission: 'license-manager:ListUsageForLicenseConfiguration' });
  });

  it('but the size of a type is in the project’s own table', async () => {
    const { call, home } = await populated();
    const fact = await ask(deny(call, 'ec2:DescribeInstanceTypes'), home, (world) => world.instanceType('m5.large'));
    expect(fact).toMatchObject({ known: true, value: { cores: 1 } });
  });

  it('any other failure fails the whole question', async () => {
    const { home, call } = await populated();
    const broken: Call = async (operation, input) => {
      if (operation === 'ec2:DescribeHosts') throw new Fault({ code: 'InternalError', message: 'broken' });
      return call(operation, input);
    };
    await expect(ask(broken, home, (world) => world.hosts('m5'))).rejects.toMatchObject({ code: 'InternalError' });
  });
});

describe('a live decision', () => {
  it('reads together what it left open, each question once, until none is', async () => {
    const { call, home, image, arn } = await populated();
    const rounds: string[][] = [];
    const logging: Call = (operation, input) => {
      rounds.at(-1)?.push(operation);
      return call(operation, input);
    };
    const decision = await decideLive(home, awsReaders({ call: logging, scope: home }), (world) => {
      rounds.push([]);
      const first = world.image(image);
      const second = world.instanceType('m5.large');
      if (!first.known || !second.known) return 'open';
      return world.configuration(first.value?.configurations[0] ?? '').known ? first.value?.configurations : 'open';
    });
    expect(decision).toEqual([arn]);
    expect(rounds.map((round) => round.toSorted())).toEqual([
      ['ec2:DescribeImages', 'ec2:DescribeInstanceTypes', 'license-manager:ListLicenseSpecificationsForResource'],
      ['license-manager:GetLicenseConfiguration'],
      [],
    ]);
  });
});
