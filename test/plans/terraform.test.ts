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

test.each([
  ['no JSON', 'PK\u0003\u0004', /cannot be read as JSON/],
  ['a list', '[]', /holds no object/],
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
