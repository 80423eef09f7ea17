import type { Decision, Violation } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { Input } from '../../contract/operations.ts';
import type { ConfigurationFact, ImageFact, InstanceTypeFact, World } from '../../contract/world.ts';
import { parseGroupArn } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import { nearestInstanceTypes } from '../instance-types.ts';
import { applyingOf } from './applying.ts';
import { Asking } from './ask.ts';
import type { Candidate, Room } from './candidate.ts';
import { carried } from './carried.ts';
import { machineOf } from './counting.ts';
import { groupRoom } from './group-room.ts';
import { judge, nothing, undecided } from './judge.ts';
import { type GroupJudged, type GroupLaunch, judgeDirectLaunch, judgeGroupLaunch, NO_GROUP } from './judge-group.ts';
import { type LaunchRequest, readRequest } from './launch-request.ts';
import { livePlacement } from './live-placement.ts';
import { isRoom, namedHost, poolFor } from './room.ts';
import { besideUnseen } from './unseen-hosts.ts';

/**
 * Would this launch be blocked, and why? Pure: the request, the world and nothing else. Guards first (what exists, who
 * may use it, is the configuration active); then everything is judged and every reason is given (RULINGS 14).
 */
export function decideLaunch(input: Input<'ec2:RunInstances'>, world: World): Decision<LaunchPlan> {
  const asking = new Asking();
  const read = readRequest(input, world, asking);
  // Without its template the request is not complete, so it cannot be said to break anything.
  if (asking.isOpen) return undecided(asking);
  if (!read.ok) return nothing(read.violations, asking);
  const candidate = candidateOf(read.request, world, asking);
  if (candidate.kind === 'refused') return nothing(candidate.violations, asking);
  if (candidate.kind === 'open') return undecided(asking);
  const decision = judge(candidate.candidate, asking);
  const placed = world.placement === 'not-published' ? livePlacement(candidate.candidate, decision) : decision;
  return besideUnseen(candidate.candidate, placed);
}

type Found =
  | { readonly kind: 'found'; readonly candidate: Candidate }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] }
  /** Something it needs could not be read. */
  | { readonly kind: 'open' };

const refused = (violations: readonly Violation[]): Found => ({ kind: 'refused', violations });

function candidateOf(request: LaunchRequest, world: World, asking: Asking): Found {
  const image = asking.value(world.image(request.imageId), `AMI ${request.imageId}`);
  const type = asking.value(world.instanceType(request.instanceType), `instance type ${request.instanceType}`);
  if (asking.isOpen) return { kind: 'open' };
  const existence = [...imageGuards(request.imageId, image), ...typeGuards(request, type)];
  if (existence.length > 0 || image === undefined || type === undefined) return refused(existence);

  const named = request.configurationArns.map((arn) => ({ arn, fact: asking.value(world.configuration(arn), arn) }));
  const inherited = carried(image.configurations, world, asking);
  const limit = asking.value(world.quota('configurations-per-resource'), 'the quota of configurations per resource');
  if (asking.isOpen) return { kind: 'open' };
  const all = [...new Set([...image.configurations, ...request.configurationArns])];
  const access = [
    ...named.flatMap(({ arn, fact }) => namedGuards(arn, fact, request, world)),
    ...withdrawn(image, inherited, request, world),
    ...(limit === undefined ? [] : check('launch-max-ten', { configurations: all, limit })),
  ];
  if (access.length > 0) return refused(access);

  const configurations = [...inherited, ...named.flatMap(({ fact }) => fact ?? [])];
  const room = roomOf(request, type, configurations, world, asking);
  if (!isRoom(room)) return refused(room);
  const charging = asking.value(world.charging('host-licences'), 'how hosts are charged');
  if (charging === undefined) return { kind: 'open' };
  const cpu = { coreCount: request.coreCount, threadsPerCore: request.threadsPerCore };
  const applying = applyingOf(configurations);
  const launch = { type, image: image.name, carried: inherited, applying: applying.map((each) => each.configuration) };
  return {
    kind: 'found',
    candidate: {
      imageId: image.imageId,
      usageOperation: image.usageOperation,
      tenancy: request.tenancy,
      inGroup: request.hostResourceGroupArn !== undefined,
      groupJudged: groupJudgedOf(request, room, launch, world, asking),
      type,
      machine: machineOf(type, cpu),
      cpu,
      zone: request.zone,
      affinity: request.affinity === 'host' ? 'host' : 'default',
      min: request.min,
      max: request.max,
      room,
      charging,
      applying,
    },
  };
}

function imageGuards(imageId: string, image: ImageFact | undefined): readonly Violation[] {
  const access = check('launch-ami-access', { imageId, accessible: image?.accessible ?? false });
  return access.length > 0 || image === undefined
    ? access
    : check('launch-ami-deregistered', { imageId, state: image.state });
}

function typeGuards(request: LaunchRequest, type: InstanceTypeFact | undefined): readonly Violation[] {
  const { instanceType, tenancy, coreCount, threadsPerCore } = request;
  if (type === undefined)
    return check('ec2-instance-type-unknown', {
      instanceType,
      known: false,
      nearest: nearestInstanceTypes(instanceType),
    });
  return [
    ...(tenancy === 'host'
      ? check('host-type-unsupported', { instanceType, dedicatedHosts: type.dedicatedHosts })
      : []),
    ...check('ec2-cpu-options-valid', {
      instanceType,
      coreCount,
      threadsPerCore,
      validCores: type.validCores,
      defaultCores: type.cores,
      defaultThreads: type.threadsPerCore,
    }),
  ];
}

function namedGuards(
  arn: string,
  configuration: ConfigurationFact | undefined,
  request: LaunchRequest,
  world: World,
): readonly Violation[] {
  const { account, region } = world.caller;
  const elsewhere = check('config-region-scoped', { LicenseConfigurationArn: arn, region });
  if (elsewhere.length > 0) return elsewhere;
  const unknown = check('launch-unknown-config', { LicenseConfigurationArn: arn, found: configuration !== undefined });
  if (unknown.length > 0 || configuration === undefined) return unknown;
  const { name, ownerId, accessible, status } = configuration;
  const access = check('launch-config-not-shared', { configuration: name, ownerId, accountId: account, accessible });
  if (access.length > 0 && !inSharedGroup(request, world)) return access;
  return check('config-deactivate-direct-launch-refused', { configuration: name, status, direct: true });
}

/** A group of another account is shared together with the configurations, and says so of both (hrg-share-org). */
function inSharedGroup({ hostResourceGroupArn: arn }: LaunchRequest, world: World): boolean {
  const owner = arn === undefined ? undefined : parseGroupArn(arn)?.account;
  return owner !== undefined && owner !== world.caller.account;
}

/** What the account itself has put on the AMI and may no longer use: whoever shared it has ended that. */
function withdrawn(
  image: ImageFact,
  inherited: readonly ConfigurationFact[],
  request: LaunchRequest,
  world: World,
): readonly Violation[] {
  if (inSharedGroup(request, world)) return [];
  return inherited
    .filter(({ arn }) => image.associatedByCaller?.includes(arn) && !request.configurationArns.includes(arn))
    .flatMap(({ name, ownerId, accessible }) =>
      check('launch-config-not-shared', {
        configuration: name,
        ownerId,
        accountId: world.caller.account,
        accessible,
      }),
    );
}

/** Where the machines may go, or why the host or the group they name cannot take them. */
function roomOf(
  request: LaunchRequest,
  type: InstanceTypeFact,
  configurations: readonly ConfigurationFact[],
  world: World,
  asking: Asking,
): Room | readonly Violation[] {
  const { hostId, hostResourceGroupArn: arn, tenancy, zone } = request;
  if (tenancy !== 'host') return { kind: 'open' };
  if (arn !== undefined) return groupRoom({ arn, type, zone, count: request.max, configurations }, world, asking);
  if (hostId !== undefined) return namedHost(hostId, type, zone, world, asking);
  return poolFor({ type, zone, targeted: false }, world, asking);
}

/** What the group says that the launch names, or the one that its host is in. */
function groupJudgedOf(
  { hostId }: LaunchRequest,
  room: Room,
  launch: GroupLaunch,
  world: World,
  asking: Asking,
): GroupJudged {
  if (room.kind !== 'hosts') return NO_GROUP;
  if (room.group !== undefined) return judgeGroupLaunch(room.group, launch, world);
  return hostId === undefined ? NO_GROUP : judgeDirectLaunch(hostId, world, asking);
}
