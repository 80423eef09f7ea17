import { describe, expect, it, test } from 'vitest';
import type { Step } from '../../src/contract/plan.ts';
import { readTerraformPlan } from '../../src/validation/plans/terraform/read.ts';
import { APP, ARN, fixture, SCOPE, WINDOWS } from './world.ts';

const read = (name: string) => readTerraformPlan({ text: fixture(`terraform/${name}`), file: name, scope: SCOPE });

/** A step in one line: what it does, and what of it is open. */
function line(step: Step): string {
  const open = step.open.length === 0 ? '' : ` ? ${step.open.map(({ what }) => what).join(', ')}`;
  if (step.kind === 'change') return `${step.address}: ${step.change?.kind ?? 'not known'}${open}`;
  if (step.kind === 'restart') return `${step.address}: ${step.instanceId} becomes ${step.change.instanceType}${open}`;
  const { MaxCount, InstanceType, ImageId } = step.input;
  const after = step.replaces === undefined ? '' : ` after ${step.replaces}`;
  return `${step.address}: ${MaxCount} x ${InstanceType} from ${ImageId}${after}${open}`;
}

const launchOf = (name: string, address: string) => {
  const step = read(name).steps.find((one) => one.address === address);
  if (step?.kind !== 'launch') throw new Error(`no launch: ${address}`);
  return step;
};

describe('a plan is read into steps, changes of the world first', () => {
  it('with count, for_each, modules, a launch template and a group', () => {
    expect(read('fleet.json').steps.map(line)).toEqual([
      'aws_licensemanager_license_configuration.app: configuration',
      'aws_licensemanager_association.app: association',
      `aws_instance.batch["blue"]: 1 x m5.2xlarge from ${APP}`,
      `aws_instance.batch["green"]: 1 x m5.2xlarge from ${APP}`,
      `module.app.aws_instance.node[0]: 1 x m5.large from ${APP}`,
      `module.app.aws_instance.node[1]: 1 x m5.large from ${APP}`,
      `module.app.aws_instance.node[2]: 1 x m5.large from ${APP}`,
      `module.web.aws_autoscaling_group.this: 4 x m5.xlarge from ${APP}`,
    ]);
  });

  it('with an update in place, a replacement, a destroy and a group that grows', () => {
    const { steps, notes } = read('changes.json');
    expect(steps.map(line)).toEqual([
      'aws_licensemanager_license_configuration.app: terms',
      `aws_autoscaling_group.web: 2 x m5.xlarge from ${APP}`,
      'aws_instance.larger: i-00000000000000001 becomes m5.2xlarge',
      `aws_instance.renewed: 1 x m5.large from ${APP} after i-00000000000000002`,
    ]);
    expect(notes).toEqual(['1 machine is destroyed; what that frees is not counted, since Terraform may launch first']);
  });

  it('with nothing to do', () => {
    expect(read('nothing.json')).toEqual({ steps: [], notes: [] });
  });

  it('with values that are known only after apply', () => {
    expect(read('unknown.json').steps.map(line)).toEqual([
      'aws_autoscaling_group.web: 2 x undefined from undefined ? desired_capacity',
      'aws_instance.copied: 1 x m5.large from undefined ? AMI',
      `aws_instance.known: 1 x m5.large from ${APP}`,
    ]);
  });

  it('with hosts that machines of the same count refer to', () => {
    expect(read('hosts.json').steps.map(line)).toEqual([
      'aws_ec2_host.win[0]: host',
      'aws_ec2_host.win[1]: host',
      `aws_instance.win[0]: 1 x m5.8xlarge from ${WINDOWS}`,
      `aws_instance.win[1]: 1 x m5.8xlarge from ${WINDOWS}`,
    ]);
    expect(launchOf('hosts.json', 'aws_instance.win[1]').input.Placement).toEqual({
      Tenancy: 'host',
      HostId: 'aws_ec2_host.win[1]',
    });
  });
});

describe('what the changes leave out is found in the configuration of the plan', () => {
  it('a new license configuration, through a variable of a module', () => {
    const [created] = read('fleet.json').steps;
    const { LicenseSpecifications } = launchOf('fleet.json', 'module.web.aws_autoscaling_group.this').input;
    const arn = created?.kind === 'change' && created.change?.kind === 'configuration' ? created.change.fact.arn : '';
    expect(arn).toMatch(/:111122223333:license-configuration:lic-f{8}/);
    expect(LicenseSpecifications).toEqual([{ LicenseConfigurationArn: arn }]);
  });

  it('a template of the plan, by the version that it has now', () => {
    expect(launchOf('changes.json', 'aws_autoscaling_group.web').input.LicenseSpecifications).toEqual([
      { LicenseConfigurationArn: ARN },
    ]);
  });

  it('a template that is not in the plan is left for EC2 to find', () => {
    expect(launchOf('unknown.json', 'aws_autoscaling_group.web').input.LaunchTemplate).toEqual({
      LaunchTemplateId: 'lt-0bbb0000000000001',
      Version: '$Default',
    });
  });
});

describe('each step knows its line in the file', () => {
  it('of a file with line breaks', () => {
    const { place } = launchOf('fleet.json', 'aws_instance.batch["green"]');
    const text = fixture('terraform/fleet.json').split('\n')[(place.line ?? 0) - 1];
    expect(text).toContain(String.raw`"address": "aws_instance.batch[\"green\"]"`);
  });

  it('and of one without', () => {
    const text = JSON.stringify(JSON.parse(fixture('terraform/fleet.json')));
    const { steps } = readTerraformPlan({ text, file: 'plan.json', scope: SCOPE });
    expect(new Set(steps.map(({ place }) => place.line))).toEqual(new Set([1]));
  });
});

describe('a reference', () => {
  /** A plan of hosts `h` and one machine whose host refers to what is given. */
  const hostOf = (
    references: readonly string[],
    hosts: readonly (number | undefined)[],
    { module = '', ...extra }: { module?: string; module_calls?: object } = {},
  ) => {
    const change = (type: string, name: string, after: object, after_unknown: object, index?: number) => ({
      address: `${type}.${name}${index === undefined ? '' : `[${index}]`}`,
      mode: 'managed',
      type,
      name,
      index,
      change: { actions: ['create'], before: null, after, after_unknown },
    });
    const within = <T extends { address: string }>(path: string, one: T) =>
      path === '' ? one : { ...one, address: `${path}.${one.address}`, module_address: path };
    const host = { availability_zone: 'us-east-1a', instance_family: 'm5', auto_placement: 'on' };
    const plan = {
      format_version: '1.2',
      resource_changes: [
        ...hosts.map((index) => within(module, change('aws_ec2_host', 'h', host, { id: true }, index))),
        change('aws_instance', 'm', { ami: APP, instance_type: 'm5.large', tenancy: 'host' }, { host_id: true }, 1),
      ],
      configuration: {
        root_module: {
          resources: [{ type: 'aws_instance', name: 'm', mode: 'managed', expressions: { host_id: { references } } }],
          ...extra,
        },
      },
    };
    const { steps } = readTerraformPlan({ text: JSON.stringify(plan), file: 'plan.json', scope: SCOPE });
    const step = steps.at(-1);
    if (step?.kind !== 'launch') throw new Error('no launch');
    return step.open[0]?.why ?? step.input.Placement?.HostId;
  };
  const LATER = 'is known only after apply';

  it.each([
    ['to the only one', ['aws_ec2_host.h.id', 'aws_ec2_host.h'], [undefined], 'aws_ec2_host.h'],
    ['to the resource as a whole', ['aws_ec2_host.h'], [undefined], 'aws_ec2_host.h'],
    ['with its number', ['aws_ec2_host.h[0].id', 'aws_ec2_host.h[0]', 'aws_ec2_host.h'], [0], 'aws_ec2_host.h[0]'],
    [
      'with its number among several',
      ['aws_ec2_host.h[1].id', 'aws_ec2_host.h[1]', 'aws_ec2_host.h'],
      [0, 1],
      'aws_ec2_host.h[1]',
    ],
    [
      'to it or to a data source',
      ['aws_ec2_host.h.id', 'aws_ec2_host.h', 'data.aws_ec2_host.d.id'],
      [undefined],
      LATER,
    ],
    ['by count.index', ['aws_ec2_host.h', 'count.index'], [0, 1], 'aws_ec2_host.h[1]'],
    ['to one of several, who knows which', ['aws_ec2_host.h'], [0, 1], LATER],
    ['to an attribute that is no id', ['aws_ec2_host.h.owner_id', 'aws_ec2_host.h'], [undefined], LATER],
    ['to something else', ['data.aws_ssm_parameter.p.value', 'data.aws_ssm_parameter.p'], [undefined], LATER],
    ['to a local value', ['local.host'], [undefined], LATER],
  ])('%s', (_, references, hosts, expected) => {
    expect(hostOf(references, hosts)).toBe(expected);
  });

  const module_calls = {
    a: { module: { outputs: { host: { expression: { references: ['aws_ec2_host.h.id', 'aws_ec2_host.h'] } } } } },
  };

  it('to the output of a module is followed into it', () => {
    const inside = { module_calls, module: 'module.a' };
    expect(hostOf(['module.a.host', 'module.a'], [undefined], inside)).toBe('module.a.aws_ec2_host.h');
  });

  it('does not take the resource of another module for it', () => {
    expect(hostOf(['module.a.host', 'module.a'], [undefined], { module_calls })).toBe(LATER);
    expect(hostOf(['aws_ec2_host.h.id'], [undefined], { module: 'module.a' })).toBe(LATER);
  });
});

it('what Terraform puts off to a later plan is open, where it concerns licences', () => {
  const deferred = (type: string) => ({
    reason: 'instance_count_unknown',
    resource_change: { address: `${type}.a`, mode: 'managed', type, name: 'a', change: { actions: ['create'] } },
  });
  const plan = {
    format_version: '1.2',
    resource_changes: [],
    deferred_changes: [deferred('aws_instance'), deferred('aws_s3_bucket')],
  };
  const { steps } = readTerraformPlan({ text: JSON.stringify(plan), file: 'plan.json', scope: SCOPE });
  expect(steps.map(line)).toEqual(['aws_instance.a: not known ? what becomes of it']);
});

test.each([
  ['not whole', '{"format_version": "1.2", "resource_changes": [], "errored": true}', /planning ended with an error/],
  ['no JSON', 'PK\u0003\u0004', /cannot be read as JSON/],
  ['a list', '[]', /holds no object/],
  ['nested without measure', `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, /nests deeper than 500 levels/],
  ['another JSON', '{"Resources": {}}', /is no Terraform plan: it has no format_version/],
  [
    'a format of the future',
    '{"format_version": "2.0", "resource_changes": []}',
    /has format version 2.0, and lm reads 1/,
  ],
  ['a state', '{"format_version": "1.0", "values": {}}', /is a state, not a plan/],
])('a file that is %s is refused', (_, text, why) => {
  expect(() => readTerraformPlan({ text, file: 'plan.json', scope: SCOPE })).toThrow(why);
});

test.each(['0.1', '0.2', '1.0', '1.2', '1.99'])('a plan of format %s is read', (version) => {
  const text = JSON.stringify({ format_version: version, resource_changes: [] });
  expect(readTerraformPlan({ text, file: 'plan.json', scope: SCOPE }).steps).toEqual([]);
});
