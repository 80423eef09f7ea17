import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { Tenancy, World } from '../../contract/world.ts';
import { groupName } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import type { Asking } from './ask.ts';

/** A RunInstances request with its launch template read into it: what was asked, before anything is looked up. */
export interface LaunchRequest {
  readonly imageId: string;
  readonly instanceType: string;
  readonly min: number;
  readonly max: number;
  readonly tenancy: Tenancy;
  readonly affinity: string | undefined;
  readonly hostId: string | undefined;
  readonly hostResourceGroupArn: string | undefined;
  readonly groupName: string | undefined;
  readonly zone: string | undefined;
  readonly spot: boolean;
  readonly coreCount: number | undefined;
  readonly threadsPerCore: number | undefined;
  readonly configurationArns: readonly string[];
}

export type ReadRequest =
  | { readonly ok: true; readonly request: LaunchRequest }
  | { readonly ok: false; readonly violations: readonly Violation[] };

const DEFAULT_TYPE = 'm1.small';

/** Reads a request; what it says itself wins over its launch template, member by member, as EC2 merges them. */
export function readRequest(input: Input<'ec2:RunInstances'>, world: World, asking: Asking): ReadRequest {
  const template = templateOf(input, world, asking);
  if (!template.ok) return template;
  const from = template.data;
  const placement = { ...from.Placement, ...input.Placement };
  const cpu = { ...from.CpuOptions, ...input.CpuOptions };
  const specifications = input.LicenseSpecifications ?? from.LicenseSpecifications ?? [];
  const request: LaunchRequest = {
    imageId: input.ImageId ?? from.ImageId ?? '',
    instanceType: input.InstanceType ?? from.InstanceType ?? DEFAULT_TYPE,
    min: input.MinCount ?? 1,
    max: input.MaxCount ?? 1,
    tenancy:
      placement.Tenancy ??
      (placement.HostId === undefined && placement.HostResourceGroupArn === undefined ? 'default' : 'host'),
    affinity: placement.Affinity,
    hostId: placement.HostId,
    hostResourceGroupArn: placement.HostResourceGroupArn,
    groupName: placement.GroupName,
    zone: placement.AvailabilityZone,
    spot: (input.InstanceMarketOptions ?? from.InstanceMarketOptions)?.MarketType === 'spot',
    coreCount: cpu.CoreCount,
    threadsPerCore: cpu.ThreadsPerCore,
    configurationArns: [...new Set(specifications.flatMap((one) => one.LicenseConfigurationArn ?? []))],
  };
  return guarded(request, world.caller.region);
}

/** What the request breaks by itself, without looking anything up. */
function guarded(request: LaunchRequest, region: string): ReadRequest {
  const { min, max, tenancy, affinity, groupName, spot, zone } = request;
  const violations = [
    ...check('ec2-min-max-count', { MinCount: min, MaxCount: max }),
    ...check('hrg-launch-placement', { group: groupOf(request), tenancy, hostId: request.hostId, affinity }),
    ...(groupOf(request) === undefined ? check('ec2-affinity-needs-host', { tenancy, affinity }) : []),
    ...(zone === undefined ? [] : check('ec2-zone-unknown', { zone, region })),
    ...check('host-no-placement-group', { tenancy, groupName }),
    ...check('host-no-spot', { tenancy, spot }),
    ...request.configurationArns.flatMap((arn) =>
      check('license-configuration-arn-malformed', { LicenseConfigurationArn: arn, region }),
    ),
  ];
  return violations.length === 0 ? { ok: true, request } : { ok: false, violations };
}

const groupOf = ({ hostResourceGroupArn: arn }: LaunchRequest): string | undefined =>
  arn === undefined ? undefined : groupName(arn);

type TemplateRead =
  | { readonly ok: true; readonly data: RequestLaunchTemplateData }
  | { readonly ok: false; readonly violations: readonly Violation[] };

function templateOf(input: Input<'ec2:RunInstances'>, world: World, asking: Asking): TemplateRead {
  const wanted = input.LaunchTemplate;
  const name = wanted?.LaunchTemplateId ?? wanted?.LaunchTemplateName;
  if (wanted === undefined || name === undefined) return { ok: true, data: {} };
  const version = wanted.Version ?? '$Default';
  const fact = world.template(`${name}:${version}`);
  const found = asking.value(fact, `launch template ${name}, version ${version}`);
  if (found !== undefined || !fact.known) return { ok: true, data: found?.data ?? {} };
  const named = asking.value(world.template(`${name}:$Default`), `launch template ${name}`);
  const violations =
    named === undefined
      ? check('template-not-found', { template: name, found: false })
      : check('template-version-not-found', { template: name, version, found: false });
  return { ok: false, violations };
}
