import { describe, expect, it } from 'vitest';
import type { HostGroupFact, World } from '../../src/contract/world.ts';
import { checkSteps } from '../../src/validation/plans/check-steps.ts';
import { readCloudFormation } from '../../src/validation/plans/cloudformation/read.ts';
import { readTerraformPlan } from '../../src/validation/plans/terraform/read.ts';
import { APP, ARN, configuration, host, image, machine, SCOPE, world } from './world.ts';

const GROUP = 'arn:aws:resource-groups:us-east-1:111122223333:group/prod';

const group = (facts: Partial<HostGroupFact> = {}): HostGroupFact => ({
  arn: GROUP,
  name: 'prod',
  ownerId: SCOPE.account,
  accessible: true,
  autoAllocate: true,
  autoRelease: false,
  autoRecover: false,
  joining: 0,
  running: [],
  ...facts,
});

/** A group without hosts, or with one full m5 host on which i-1 runs. */
function around(facts: Partial<HostGroupFact>, limit: number, full = false): World {
  const member = host('h-1', { resourceGroupArn: GROUP, usedUnits: 48, usedCores: 48, chargedTo: [ARN] });
  const running = machine('i-00000000000000001', {
    instanceType: 'm5.24xlarge',
    tenancy: 'host',
    hostId: 'h-1',
    configurations: [ARN],
    hostResourceGroupArn: GROUP,
  });
  const beneath = world({
    configurations: [configuration({ name: 'sql', counting: 'Core', limit, consumed: full ? 48 : 0 })],
    images: [image(APP, [ARN])],
    ...(full ? { hosts: [member], machines: [running] } : {}),
  });
  return { ...beneath, group: (arn) => ({ known: true, value: arn === GROUP ? group(facts) : undefined }) };
}

const resource = (name: string, change: object) => ({
  address: `aws_instance.${name}`,
  mode: 'managed',
  type: 'aws_instance',
  name,
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change,
});

const AFTER = { ami: APP, instance_type: 'm5.24xlarge', tenancy: 'host', host_resource_group_arn: GROUP };

/** A plan of `terraform show -json` that creates machines in the group; what the provider computes is not known yet. */
function plan(count: number, id?: string): string {
  const change = {
    actions: id === undefined ? ['create'] : ['delete', 'create'],
    before: id === undefined ? null : { ...AFTER, id },
    after: AFTER,
    after_unknown: { id: true, host_id: true, availability_zone: true },
  };
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    resource_changes: Array.from({ length: count }, (_, index) => resource(`db${index}`, change)),
    configuration: { root_module: {} },
  });
}

const judged = (text: string, asked: World) =>
  checkSteps(readTerraformPlan({ text, file: 'plan.json', scope: SCOPE }).steps, asked);

describe('a Terraform plan that launches into a host resource group', () => {
  it('is judged against shared licences: each machine that finds no room opens a host', () => {
    const { verdict, fits, firstBlocked, launches, fixes } = judged(plan(3), around({}, 100));
    expect([verdict, fits, firstBlocked]).toEqual(['blocked', 2, 'aws_instance.db2']);
    expect(launches[2]?.decision.violations).toMatchObject([
      { id: 'launch-hard-block', args: { group: 'prod', short: 44 } },
    ]);
    expect(fixes.map(({ command }) => command)).toEqual(['lm config update sql --count 144']);
  });

  it('is refused by the settings of the group', () => {
    const { launches } = judged(plan(1), around({ families: ['r5'] }, 100));
    expect(launches[0]?.decision.violations.map(({ id }) => id)).toEqual(['hrg-setting-families']);
  });

  it('puts a machine in the room of the one that it replaces', () => {
    const asked = around({ autoAllocate: false }, 48, true);
    expect(judged(plan(1), asked).verdict).toBe('blocked');
    const { verdict, launches } = judged(plan(1, 'i-00000000000000001'), asked);
    expect([verdict, launches[0]?.decision.plan.placements]).toEqual(['allowed', [{ hostId: 'h-1', count: 1 }]]);
  });

  it('is unknown for a group that is not there yet', () => {
    const text = plan(1).replace(`"host_resource_group_arn":"${GROUP}"`, '"host_resource_group_arn":null');
    const unknown = text.replace('"host_id":true', '"host_id":true,"host_resource_group_arn":true');
    const written = unknown.replace(
      '"root_module":{}',
      '"root_module":{"resources":[{"address":"aws_instance.db0","mode":"managed","type":"aws_instance","name":"db0","expressions":{"host_resource_group_arn":{"references":["aws_resourcegroups_group.prod.arn","aws_resourcegroups_group.prod"]}}}]}',
    );
    const { verdict, launches } = judged(written, around({}, 100));
    expect([verdict, launches[0]?.decision.notChecked[0]?.what]).toEqual(['unknown', 'host resource group']);
  });
});

describe('a CloudFormation template that launches into a host resource group', () => {
  const template = (properties: string) => `
Resources:
  Data:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ${APP}
      InstanceType: m5.24xlarge
${properties}`;

  it('is judged with the group of the machine, or of its launch template', async () => {
    const direct = template(`      Tenancy: host\n      HostResourceGroupArn: ${GROUP}\n`);
    const through = `${template('      LaunchTemplate: { LaunchTemplateId: !Ref T, Version: "1" }\n')}
  T:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        Placement: { HostResourceGroupArn: "${GROUP}" }
`;
    for (const text of [direct, through]) {
      const { steps } = await readCloudFormation({ text, file: 'db.yaml', scope: SCOPE, parameters: {} });
      const decisions = [48, 47].map((limit) => checkSteps(steps, around({}, limit)));
      expect(decisions.map(({ verdict }) => verdict)).toEqual(['allowed', 'blocked']);
      expect(decisions[0]?.launches[0]?.decision.plan.newHosts).toHaveLength(1);
    }
  });
});
