import type { ChangeStep, LaunchStep, Steps } from '../../../contract/plan.ts';
import type { Scope } from '../../../contract/ports.ts';
import { groupType, unitsOfCapacity } from '../group-type.ts';
import { type MachineShape, over, present, runInstances } from '../machine-shape.ts';
import { newHost } from '../new-host.ts';
import { isMembers, listOf, type Members, membersOf, Open, Reading } from '../open.ts';
import { inZones, type ZoneOf } from '../zones.ts';
import { readTemplateDocument, type TemplateDocument, type TemplateResource } from './document.ts';
import { Evaluator } from './evaluate.ts';
import { rewritings } from './macros.ts';
import { type GivenParameters, parameterValues } from './parameters.ts';

export interface TemplateSource {
  readonly text: string;
  /** Its name, for messages and reports. */
  readonly file: string;
  /** Where the stack would be made. */
  readonly scope: Scope;
  readonly parameters: GivenParameters;
}

/**
 * Reads a CloudFormation template into the steps that concern licences, as for a new stack.
 * @throws UsageError when it cannot be read, or a parameter does not fit
 */
export async function readCloudFormation({ text, file, scope, parameters }: TemplateSource): Promise<Steps> {
  const document = await readTemplateDocument(text, file);
  const values = parameterValues(document.parameters, parameters, file);
  const reader = new Reader(document, new Evaluator({ document, parameters: values, scope }), scope, file);
  return {
    steps: [
      ...rewritings(document, file, concerns),
      ...document.resources.flatMap((resource) => reader.host(resource)),
      ...document.resources.flatMap((resource) => reader.launch(resource)),
    ],
    notes: [
      'read as for a new stack: what runs in a stack already is not taken off',
      ...(document.aliases ? [ALIASES] : []),
    ],
  };
}

const ALIASES =
  'YAML aliases are written out here, but CloudFormation refuses them: deploy what aws cloudformation package makes of the file';

/** Resources that launch machines in ways that are not read: they leave the verdict open. */
const NOT_READ: ReadonlySet<string> = new Set([
  'AWS::CloudFormation::Stack',
  'AWS::EC2::EC2Fleet',
  'AWS::EC2::SpotFleet',
  'AWS::EMR::Cluster',
  'AWS::Batch::ComputeEnvironment',
  'AWS::EKS::Nodegroup',
  'AWS::AutoScaling::WarmPool',
  'AWS::Cloud9::EnvironmentEC2',
  'AWS::CloudFormation::StackSet',
  'AWS::EMR::InstanceFleetConfig',
  'AWS::EMR::InstanceGroupConfig',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ImageBuilder::Image',
  'AWS::OpsWorks::Instance',
  'AWS::Serverless::Application',
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct',
]);

function kindOf(type: string): 'instance' | 'group' | 'not-read' | undefined {
  if (type === 'AWS::EC2::Instance') return 'instance';
  if (type === 'AWS::AutoScaling::AutoScalingGroup') return 'group';
  return NOT_READ.has(type) ? 'not-read' : undefined;
}

const concerns = (type: string): boolean => type === 'AWS::EC2::Host' || kindOf(type) !== undefined;

class Reader {
  constructor(
    private readonly document: TemplateDocument,
    private readonly evaluate: Evaluator,
    private readonly scope: Scope,
    private readonly file: string,
  ) {}

  /** A Dedicated Host that the launches of the file find. */
  host(resource: TemplateResource): readonly ChangeStep[] {
    if (resource.type !== 'AWS::EC2::Host') return [];
    const reading = new Reading();
    if (!this.exists(resource, reading)) return [];
    const properties = reading.block(this.properties(resource), 'properties');
    const change = newHost(
      {
        hostId: resource.id,
        ownerId: this.scope.account,
        family: reading.text(properties.InstanceFamily, 'InstanceFamily'),
        instanceType: reading.text(properties.InstanceType, 'InstanceType'),
        zone: reading.text(properties.AvailabilityZone, 'AvailabilityZone'),
        autoPlacement: (reading.text(properties.AutoPlacement, 'AutoPlacement') ?? 'on') !== 'off',
      },
      reading,
    );
    return [{ ...this.written(resource), kind: 'change', change, open: reading.open }];
  }

  launch(resource: TemplateResource): readonly LaunchStep[] {
    const reading = new Reading();
    const kind = kindOf(resource.type);
    if (kind === undefined || !this.exists(resource, reading)) return [];
    if (kind === 'not-read') reading.miss(resource.type, 'launches machines in a way that lm does not read');
    const properties = this.properties(resource);
    if (properties instanceof Open) reading.miss('properties', properties.why);
    if (properties instanceof Open || kind === 'not-read') {
      const input = { MinCount: 1, MaxCount: 1 };
      return [{ ...this.written(resource), kind: 'launch', input, partial: true, open: reading.open }];
    }
    const count = kind === 'group' ? groupSize(properties, reading) : 1;
    if (count === 0 && reading.open.length === 0) return [];
    const shape = kind === 'group' ? this.groupShape(properties) : this.instanceShape(properties);
    const { input, open } = runInstances(inZones(shape, this.zonesOf(properties)), Math.max(1, count));
    const all = [...reading.open, ...open];
    return [{ ...this.written(resource), kind: 'launch', input, partial: kind === 'group', open: all }];
  }

  private written({ id, type, line, column }: TemplateResource) {
    return { address: id, type, place: { file: this.file, line, column } };
  }

  private properties({ properties }: TemplateResource): Members | Open {
    const value = this.evaluate.value(properties);
    return value instanceof Open ? value : membersOf(value);
  }

  /** False where a condition leaves the resource out; an open condition leaves open whether it is made. */
  private exists({ condition }: TemplateResource, reading: Reading): boolean {
    if (condition === undefined) return true;
    const decided = this.evaluate.condition(condition);
    if (decided instanceof Open) reading.miss('whether it is made', decided.why);
    return decided !== false;
  }

  private instanceShape(properties: Members): MachineShape {
    const { Tenancy, HostId, HostResourceGroupArn, Affinity, AvailabilityZone, PlacementGroupName } = properties;
    const placement = present({
      Tenancy,
      HostId,
      HostResourceGroupArn,
      Affinity,
      AvailabilityZone,
      GroupName: PlacementGroupName,
    });
    return this.withTemplate(
      {
        ImageId: properties.ImageId,
        InstanceType: properties.InstanceType,
        ...(Object.keys(placement).length === 0 ? {} : { Placement: placement }),
        CpuOptions: properties.CpuOptions,
        LicenseSpecifications: properties.LicenseSpecifications,
      },
      properties.LaunchTemplate,
    );
  }

  /** The zones that a group names, or those of the subnets of a group or machine. */
  private zonesOf(properties: Members): readonly ReturnType<ZoneOf>[] {
    const { AvailabilityZones, VPCZoneIdentifier, SubnetId, NetworkInterfaces } = properties;
    const subnets = [VPCZoneIdentifier, SubnetId, NetworkInterfaces].flatMap(listOf);
    return [
      ...listOf(AvailabilityZones).map((zone) => (zone instanceof Open ? zone : String(zone))),
      ...subnets.map((subnet) => this.zoneOf(isMembers(subnet) ? subnet.SubnetId : subnet)),
    ];
  }

  private readonly zoneOf: ZoneOf = (subnet) => {
    if (subnet instanceof Open) return subnet;
    const resource = this.document.resources.find(({ id, type }) => id === subnet && type === 'AWS::EC2::Subnet');
    const zone = resource && membersOf(this.properties(resource)).AvailabilityZone;
    return zone instanceof Open || typeof zone === 'string' ? zone : undefined;
  };

  private groupShape(properties: Members): MachineShape {
    if (properties.LaunchConfigurationName !== undefined) {
      return { ImageId: new Open('stands in a launch configuration, which lm does not read') };
    }
    if (properties.InstanceId !== undefined)
      return { ImageId: new Open('is copied from a machine, which lm does not read') };
    const zones = properties.AvailabilityZones instanceof Open ? [] : listOf(properties.AvailabilityZones);
    const policy = properties.MixedInstancesPolicy;
    if (policy instanceof Open) return { InstanceType: policy };
    const { LaunchTemplate: mixed } = membersOf(policy);
    if (mixed instanceof Open) return { InstanceType: mixed };
    const { Overrides, LaunchTemplateSpecification } = membersOf(mixed);
    const type = groupType(Overrides);
    const own: MachineShape = {
      ...(zones.length === 1 ? { Placement: { AvailabilityZone: zones[0] } } : {}),
      ...(type === undefined ? {} : { InstanceType: type }),
    };
    return this.withTemplate(own, LaunchTemplateSpecification ?? properties.LaunchTemplate);
  }

  /** A machine with its launch template below it; one that is not in the file is left for EC2 to find. */
  private withTemplate(own: MachineShape, written: unknown): MachineShape {
    if (written === undefined) return own;
    if (written instanceof Open) return { ...own, LaunchTemplate: written };
    const { LaunchTemplateId: id, LaunchTemplateName: name } = membersOf(written);
    const template = this.document.resources.find(
      (one) =>
        one.type === 'AWS::EC2::LaunchTemplate' &&
        (one.id === id || (name !== undefined && name === membersOf(this.properties(one)).LaunchTemplateName)),
    );
    if (template === undefined) return { ...own, LaunchTemplate: written };
    const properties = this.properties(template);
    const data = properties instanceof Open ? properties : properties.LaunchTemplateData;
    return data instanceof Open ? { ...own, ImageId: data } : over(own, membersOf(data));
  }
}

/** A group starts with its desired capacity, or its smallest size where that is not written. */
function groupSize(properties: Members, reading: Reading): number {
  const least = reading.number(properties.MinSize, 'MinSize') ?? 0;
  const units = unitsOfCapacity(properties.DesiredCapacityType);
  if (units !== undefined) reading.miss('DesiredCapacity', units);
  return Math.max(least, reading.number(properties.DesiredCapacity, 'DesiredCapacity') ?? 0);
}
