import { describe, expect, it } from 'vitest';
import type { World } from '../../src/contract/world.ts';
import { checkSteps } from '../../src/validation/plans/check-steps.ts';
import { readCloudFormation } from '../../src/validation/plans/cloudformation/read.ts';
import { readTerraformPlan } from '../../src/validation/plans/terraform/read.ts';
import { APP, ARN, configuration, configurationArn, host, image, machine, SCOPE, world } from './world.ts';

/** Room for everything that a file here launches: what is not allowed is so for another reason than the limit. */
const AROUND = world({
  configurations: [configuration()],
  images: [image(APP, [ARN])],
  hosts: [host('h-00000000000000001')],
  machines: [machine('i-00000000000000001', { configurations: [ARN], state: 'stopped' })],
});

interface Written {
  readonly address?: string;
  readonly actions?: readonly string[];
  readonly before?: object;
  readonly after?: object;
  readonly unknown?: object;
}

const resource = (type: string, { address, actions = ['create'], before, after, unknown = {} }: Written) => {
  const name = address ?? 'this';
  const change = { actions, before: before ?? null, after: after ?? null, after_unknown: unknown };
  return { address: `${type}.${name}`, mode: 'managed', type, name, change };
};

type Expressions = Readonly<Record<string, object>>;

/** The verdict on a Terraform plan, and the first thing in it that is open. */
function plan(
  changes: readonly object[],
  expressions: Expressions = {},
  providers: object = {},
  around: World = AROUND,
) {
  const resources = Object.entries(expressions).map(([address, own]) => {
    const [type, name] = address.split('.');
    return { address, mode: 'managed', type, name, provider_config_key: 'aws', expressions: own };
  });
  const text = JSON.stringify({
    format_version: '1.2',
    resource_changes: changes,
    variables: { where: { value: 'eu-west-1' } },
    configuration: { provider_config: providers, root_module: { resources } },
  });
  const { steps } = readTerraformPlan({ text, file: 'plan.json', scope: SCOPE });
  const open = steps.flatMap((step) => step.open.map(({ what, why }) => `${what} ${why}`));
  const { verdict, launches } = checkSteps(steps, around);
  const unread = launches.flatMap(({ decision }) => decision.notChecked.map(({ what }) => what));
  return { verdict, first: open[0] ?? unread[0] };
}

const MACHINE = { ami: APP, instance_type: 'm5.large' };
const instance = (more: Written = {}) => resource('aws_instance', { after: MACHINE, ...more });
const TEMPLATE = { name: 'web', image_id: APP, instance_type: 'm5.large' };
const template = (more: Written = {}) =>
  resource('aws_launch_template', { after: TEMPLATE, unknown: { id: true, latest_version: true }, ...more });
const group = (after: object, more: Written = {}) =>
  resource('aws_autoscaling_group', { after: { min_size: 1, ...after }, ...more });
const FROM = { launch_template: [{ name: 'web', version: '$Latest' }] };
const mixed = (override: readonly object[]) => ({
  mixed_instances_policy: [
    {
      launch_template: [
        { launch_template_specification: [{ launch_template_name: 'web', version: '$Latest' }], override },
      ],
    },
  ],
});

describe('a Terraform plan is not allowed where what it launches is not known', () => {
  it('as it is where everything is', () => {
    expect(plan([instance()])).toEqual({ verdict: 'allowed', first: undefined });
    expect(plan([template(), group(FROM)]).verdict).toBe('allowed');
    expect(plan([template(), group(mixed([{ instance_type: 'm5.xlarge', weighted_capacity: '' }]))]).verdict).toBe(
      'allowed',
    );
  });

  it.each([
    [
      'a licence of the template',
      [
        template({ after: { ...TEMPLATE, license_specification: [{}] }, unknown: { license_specification: [true] } }),
        group(FROM),
      ],
      'license configuration is known only after apply',
    ],
    [
      'the placement of the template, below the zone of the group',
      [template({ unknown: { placement: true } }), group({ ...FROM, availability_zones: ['us-east-1a'] })],
      'placement is known only after apply',
    ],
    [
      'the template that a dynamic block writes',
      [instance({ unknown: { launch_template: true } })],
      'launch template is known only after apply',
    ],
    [
      'overrides by requirements',
      [template(), group(mixed([{ instance_type: '', instance_requirements: [{ vcpu_count: [{ min: 2 }] }] }]))],
      'instance type is chosen by AWS among those that meet the requirements',
    ],
    [
      'an override with a template of its own',
      [
        template(),
        group(mixed([{ instance_type: 'm5.large', launch_template_specification: [{ launch_template_id: 'lt-1' }] }])),
      ],
      'instance type comes with a launch template of its own, which lm does not read',
    ],
    [
      'an override with a weight',
      [template(), group(mixed([{ instance_type: 'm5.large', weighted_capacity: '4' }]))],
      'instance type has a weight, so that the number of machines is not known',
    ],
    [
      'a capacity in vCPUs',
      [template(), group({ ...FROM, desired_capacity: 8, desired_capacity_type: 'vcpu' })],
      'desired_capacity is no number of machines but of vCPUs or memory',
    ],
    [
      'a warm pool',
      [template(), group({ ...FROM, warm_pool: [{ min_size: 4 }] })],
      'warm_pool launches more machines than the group runs',
    ],
    [
      'a refresh of a group that does not grow',
      [
        template(),
        group(
          { ...FROM, instance_refresh: [{ strategy: 'Rolling' }] },
          { actions: ['update'], before: { min_size: 1, launch_template: [{ name: 'old', version: '1' }] } },
        ),
      ],
      'instance_refresh replaces the machines of the group, and what goes first is not known',
    ],
    [
      'nodes of a cluster that grows',
      [
        resource('aws_eks_node_group', {
          actions: ['update'],
          before: { tags: {} },
          after: { tags: {}, scaling_config: [{ desired_size: 9 }] },
        }),
      ],
      'aws_eks_node_group launches machines in a way that lm does not read',
    ],
    [
      'a stack',
      [resource('aws_cloudformation_stack', { after: { name: 'web' } })],
      'aws_cloudformation_stack launches machines in a way that lm does not read',
    ],
    [
      'CPU options that change in place',
      [
        instance({
          actions: ['update'],
          before: { ...MACHINE, id: 'i-1', cpu_core_count: 1 },
          after: { ...MACHINE, cpu_core_count: 2 },
        }),
      ],
      'CPU options change, and what the machine then counts is not judged',
    ],
    [
      'an AMI whose association is replaced',
      [
        resource('aws_licensemanager_association', {
          actions: ['delete'],
          before: { resource_arn: `arn:aws:ec2:us-east-1::image/${APP}`, license_configuration_arn: ARN },
        }),
        instance(),
      ],
      `AMI ${APP}`,
    ],
    [
      'a license configuration that is destroyed',
      [
        resource('aws_licensemanager_license_configuration', { actions: ['delete'], before: { arn: ARN, id: ARN } }),
        instance(),
      ],
      ARN,
    ],
    [
      'another Region by its own attribute',
      [instance({ after: { ...MACHINE, region: 'eu-west-1' } })],
      REGION('eu-west-1'),
    ],
  ])('%s', (_, changes, first) => {
    expect(plan(changes)).toEqual({ verdict: 'unknown', first });
  });

  it.each([
    ['a constant of its provider', { region: { constant_value: 'eu-west-1' } }],
    ['a variable of its provider', { region: { references: ['var.where'] } }],
  ])('another Region by %s', (_, expressions) => {
    const providers = { aws: { name: 'aws', expressions } };
    const { verdict, first } = plan([instance()], { 'aws_instance.this': {} }, providers);
    expect([verdict, first]).toEqual(['unknown', REGION('eu-west-1')]);
  });

  it.each([
    ['444455556666', 'unknown'],
    ['111122223333', 'allowed'],
  ])('a role in account %s of its provider', (account, verdict) => {
    const role = { role_arn: { constant_value: `arn:aws:iam::${account}:role/deploy` } };
    const expressions = { region: { constant_value: 'us-east-1' }, assume_role: [role] };
    expect(plan([instance()], { 'aws_instance.this': {} }, { aws: { expressions } }).verdict).toBe(verdict);
  });

  it('a host in another Region holds no machine here', () => {
    const after = { instance_family: 'm5', availability_zone: 'eu-west-1a', auto_placement: 'on', region: 'eu-west-1' };
    const full = world({ configurations: [configuration()], images: [image(APP)] });
    const onHost = instance({ after: { ...MACHINE, tenancy: 'host' } });
    expect(plan([resource('aws_ec2_host', { after }), onHost], {}, {}, full).verdict).toBe('blocked');
    expect(
      plan([resource('aws_ec2_host', { after: { ...after, region: 'us-east-1' } }), onHost], {}, {}, full).verdict,
    ).toBe('allowed');
  });
});

function REGION(region: string): string {
  return `its Region is ${region}, and this check is about us-east-1: check the plan again with --region ${region}`;
}

describe('a Terraform plan that starts machines is judged for that', () => {
  const none = world({
    configurations: [configuration({ limit: 1 })],
    images: [image(APP, [ARN])],
    machines: [machine('i-00000000000000001', { configurations: [ARN], state: 'stopped' })],
  });
  const state = (to: string, instance_id: string) =>
    resource('aws_ec2_instance_state', { after: { state: to, instance_id } });

  it.each([
    ['by its state', state('running', 'i-00000000000000001')],
    [
      'by user data that change in place',
      instance({
        actions: ['update'],
        before: { ...MACHINE, id: 'i-00000000000000001', user_data: 'a' },
        after: { ...MACHINE, user_data: 'b' },
      }),
    ],
  ])('%s', (_, change) => {
    expect(plan([change], {}, {}, none).verdict).toBe('blocked');
    expect(plan([change]).verdict).toBe('allowed');
  });

  it('but not one that is stopped, nor one that the plan makes anyhow', () => {
    expect(plan([state('stopped', 'i-00000000000000001')], {}, {}, none)).toEqual({
      verdict: 'allowed',
      first: undefined,
    });
    const own = resource('aws_ec2_instance_state', { after: { state: 'running' }, unknown: { instance_id: true } });
    const expressions = {
      'aws_ec2_instance_state.this': { instance_id: { references: ['aws_instance.this.id', 'aws_instance.this'] } },
    };
    expect(plan([instance({ unknown: { id: true } }), own], expressions).verdict).toBe('allowed');
  });
});

describe('a machine on Dedicated Hosts goes to the zone of its subnet', () => {
  const subnet = (zone: string, id = 'subnet-1') =>
    resource('aws_subnet', { address: id, actions: ['no-op'], before: { id }, after: { id, availability_zone: zone } });
  const onHost = (more: object, unknown: object = {}) =>
    instance({ after: { ...MACHINE, tenancy: 'host', ...more }, unknown });

  it.each([
    ['of the host', [subnet('us-east-1a'), onHost({ subnet_id: 'subnet-1' })], 'allowed'],
    ['of another zone', [subnet('us-east-1b'), onHost({ subnet_id: 'subnet-1' })], 'blocked'],
    ['that the plan does not tell', [onHost({ subnet_id: 'subnet-1' })], 'unknown'],
    [
      'that the plan does not tell, beside its own zone',
      [onHost({ subnet_id: 'subnet-1', availability_zone: 'us-east-1a' })],
      'allowed',
    ],
    [
      'that the plan does not tell, on a host that is named',
      [onHost({ subnet_id: 'subnet-1', host_id: 'h-00000000000000001' })],
      'allowed',
    ],
    ['that it leaves to AWS', [onHost({}, { subnet_id: true })], 'allowed'],
    [
      'that the plan does not tell, off the hosts',
      [instance({ after: { ...MACHINE, subnet_id: 'subnet-1' } })],
      'allowed',
    ],
  ])('in a Terraform plan, one %s', (_, changes, verdict) => {
    expect(plan(changes).verdict).toBe(verdict);
  });

  it('and a group to one of several', () => {
    const hosted = template({ after: { ...TEMPLATE, placement: [{ tenancy: 'host' }] } });
    const subnets = [subnet('us-east-1a'), subnet('us-east-1b', 'subnet-2')];
    const spread = (...ids: readonly string[]) =>
      plan([...subnets, hosted, group({ ...FROM, vpc_zone_identifier: ids })]);
    expect(spread('subnet-1').verdict).toBe('allowed');
    expect(spread('subnet-2').verdict).toBe('blocked');
    expect(spread('subnet-1', 'subnet-2')).toEqual({
      verdict: 'unknown',
      first: 'Availability Zone is that of one of several subnets',
    });
    expect(plan([hosted, group({ ...FROM, availability_zones: ['us-east-1a', 'us-east-1b'] })]).verdict).toBe(
      'unknown',
    );
  });

  it.each([
    ['us-east-1a', 'allowed'],
    ['us-east-1b', 'blocked'],
    ['!ImportValue zone', 'unknown'],
  ])('in a template, one in %s', async (zone, verdict) => {
    const machineOf = (network: string) => `
Resources:
  S: {Type: "AWS::EC2::Subnet", Properties: {AvailabilityZone: ${zone}}}
  M: {Type: "AWS::EC2::Instance", Properties: {${MACHINES}, Tenancy: host, ${network}}}
`;
    expect((await stack(machineOf('SubnetId: !Ref S'))).verdict).toBe(verdict);
    expect(
      (await stack(machineOf('NetworkInterfaces: [{DeviceIndex: "0", SubnetId: !GetAtt S.SubnetId}]'))).verdict,
    ).toBe(verdict);
  });
});

it('a host that takes no machines by itself any more takes none', () => {
  const before = { id: 'h-00000000000000001', auto_placement: 'on' };
  const change = resource('aws_ec2_host', { actions: ['update'], before, after: { ...before, auto_placement: 'off' } });
  const onHost = instance({ after: { ...MACHINE, tenancy: 'host' } });
  expect(plan([onHost]).verdict).toBe('allowed');
  expect(plan([change, onHost]).verdict).toBe('blocked');
});

/** The verdict on a template with these resources, and the first thing in it that is open. */
async function stack(text: string) {
  const { steps } = await readCloudFormation({ text, file: 'web.yaml', scope: SCOPE, parameters: {} });
  const open = steps.flatMap((step) => step.open.map(({ what, why }) => `${what} ${why}`));
  return { verdict: checkSteps(steps, AROUND).verdict, first: open[0] };
}

const MACHINES = `ImageId: ${APP}, InstanceType: m5.large`;
const GROUP = (policy: string, data = MACHINES) => `
Resources:
  T: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: {${data}}}}
  G: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MinSize: 1, ${policy}}}
`;
const OF_FILE = 'LaunchTemplateId: !Ref T, Version: !GetAtt T.LatestVersionNumber';
const MIXED = (overrides: string) =>
  `MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {${OF_FILE}}, Overrides: ${overrides}}}`;
const hole = (name: string): string => `$\{${name}}`;

describe('a template is not allowed where what it launches is not known', () => {
  it('as it is where everything is', async () => {
    expect(await stack(GROUP(`LaunchTemplate: {${OF_FILE}}`))).toEqual({ verdict: 'allowed', first: undefined });
    expect((await stack(GROUP(MIXED('[{InstanceType: m5.xlarge}]')))).verdict).toBe('allowed');
    expect(
      (await stack(`Transform: AWS::Serverless-2016-10-31\nResources: {B: {Type: "AWS::S3::Bucket"}}`)).verdict,
    ).toBe('allowed');
    const buckets = 'Fn::ForEach::Buckets: [N, [a, b], {B: {Type: "AWS::S3::Bucket"}}]';
    expect((await stack(`Transform: AWS::LanguageExtensions\nResources: {${buckets}}`)).verdict).toBe('allowed');
  });

  const AFTER = 'is known only when the stack is made';
  it.each([
    [
      'one of several licences',
      GROUP(`LaunchTemplate: {${OF_FILE}}`, `${MACHINES}, LicenseSpecifications: [!ImportValue license]`),
      'license configuration uses Fn::ImportValue, which lm does not read',
    ],
    [
      'the placement of the template, below the zone of the group',
      GROUP(
        `AvailabilityZones: [us-east-1a], LaunchTemplate: {${OF_FILE}}`,
        `${MACHINES}, Placement: !ImportValue placement`,
      ),
      'placement uses Fn::ImportValue, which lm does not read',
    ],
    [
      'overrides that are imported',
      GROUP(MIXED('!ImportValue types')),
      'instance type uses Fn::ImportValue, which lm does not read',
    ],
    [
      'overrides by requirements',
      GROUP(MIXED('[{InstanceRequirements: {VCpuCount: {Min: 2}}}]')),
      'instance type is chosen by AWS among those that meet the requirements',
    ],
    [
      'a capacity in memory',
      GROUP(`DesiredCapacityType: memory-mib, LaunchTemplate: {${OF_FILE}}`),
      'DesiredCapacity is no number of machines but of vCPUs or memory',
    ],
    [
      'a dynamic reference with a parameter',
      `Parameters: {Env: {Type: String, Default: prod}}\nResources: {M: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, ImageId: !Sub "{{resolve:ssm:/ami/${hole('Env')}}}"}}}`,
      `AMI ${AFTER}`,
    ],
    [
      'a loop of machines',
      `Transform: AWS::LanguageExtensions\nResources: {"Fn::ForEach::Machines": [N, [a, b], {"M${hole('N')}": {Type: "AWS::EC2::Instance", Properties: {${MACHINES}}}}]}`,
      'a loop makes resources that lm does not write out',
    ],
    [
      'a macro of the account',
      'Transform: [Explode]\nResources: {B: {Type: "AWS::S3::Bucket"}}',
      'a macro rewrites the template in a way that lm does not read',
    ],
    [
      'resources of another file',
      'Resources: {"Fn::Transform": {Name: "AWS::Include", Parameters: {Location: "s3://b/k"}}}',
      'a macro rewrites the template in a way that lm does not read',
    ],
    [
      'a group of another file',
      'Resources: {G: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {"Fn::Transform": {Name: "AWS::Include"}}}}',
      'properties uses Fn::Transform, which lm does not read',
    ],
    [
      'a part of a machine of another file',
      `Resources: {M: {Type: "AWS::EC2::Instance", Properties: {${MACHINES}, "Fn::Transform": {Name: "AWS::Include"}}}}`,
      'properties uses Fn::Transform, which lm does not read',
    ],
    ['a module', 'Resources: {M: {Type: "My::EC2::Fleet::MODULE"}}', 'a module holds resources that stand elsewhere'],
    [
      'a type in a form that is not read',
      `Resources: {M: {Type: "AWS::EC2::Instance", Properties: {ImageId: ${APP}, InstanceType: {Size: large}}}}`,
      'instance type is written in a way that lm does not read',
    ],
  ])('%s', async (_, text, first) => {
    expect(await stack(text)).toEqual({ verdict: 'unknown', first });
  });
});

it('a license configuration that the plan does not name keeps its terms', () => {
  const other = configurationArn(2);
  const change = resource('aws_licensemanager_license_configuration', {
    actions: ['delete'],
    before: { arn: other, id: other },
  });
  expect(plan([change, instance()]).verdict).toBe('allowed');
});
