import type { Violation } from '../../contract/decision.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import type { Fact, HostGroupFact, World } from '../../contract/world.ts';
import { groupName } from '../arns.ts';
import { instanceType } from '../instance-types.ts';
import { joinViolations } from './decide-group.ts';
import { decideLaunch } from './decide-launch.ts';
import { fewer } from './fix-count.ts';
import { sized } from './fix-request.ts';
import { type LaunchInput, passes, type Stuck, verified } from './fixes.ts';
import { differing } from './variations.ts';

/** Ways out of what a host resource group refuses: another setting of the group, another host in it, another request. */
export function groupFixes(violation: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const { id, args } = violation;
  switch (id) {
    case 'hrg-setting-auto-allocate':
      return [...fewer(violation, stuck), ...allocating(violation, stuck), ...joined(violation, stuck)];
    case 'hrg-allocate-host-limit':
      return [...fewer(violation, stuck), ...raised(violation, stuck)];
    case 'hrg-setting-families':
      return [...otherFamilies(violation, stuck), ...moreFamilies(violation, stuck)];
    case 'hrg-nitro-mixed':
      return namesOf(args['running']).flatMap((type) => typed(id, type, stuck));
    case 'hrg-launch-needs-ami-config':
      return attached(violation, stuck);
    case 'hrg-setting-license-configs':
      return allowing(violation, stuck);
    case 'hrg-no-direct-launch':
      return throughGroup(id, arnOfHost(String(args['hostId']), stuck), stuck);
    case 'hrg-launch-placement':
      return throughGroup(id, stuck.input.Placement?.HostResourceGroupArn, stuck);
    default:
      return [];
  }
}

/** Hosts that an untargeted launch passes over may have room for it: those of groups. */
export function groupWithRoom(id: string, stuck: Stuck): readonly VerifiedFix[] {
  const hosts = known(stuck.world.hosts(familyOf(stuck))) ?? [];
  const arns = new Set(hosts.flatMap((host) => host.resourceGroupArn ?? []));
  return [...arns].flatMap((arn) => throughGroup(id, arn, stuck)).filter(({ enough }) => enough);
}

const known = <T>(fact: Fact<T>): T | undefined => (fact.known ? fact.value : undefined);
const namesOf = (names: unknown): readonly string[] => (Array.isArray(names) ? names.map(String) : []);
const familyOf = ({ decision }: Stuck): string => decision.plan.instanceType.split('.')[0] ?? '';
const arnOfHost = (hostId: string, { world }: Stuck): string | undefined => known(world.host(hostId))?.resourceGroupArn;

/** The group that the launch names, as far as it was judged. */
function groupOf({ decision, world }: Stuck): HostGroupFact | undefined {
  const arn = decision.plan.hostResourceGroupArn;
  return arn === undefined ? undefined : known(world.group(arn));
}

const withGroup = (world: World, arn: string, change: Partial<HostGroupFact>): World =>
  differing(world, { group: (fact) => (fact.arn === arn ? { ...fact, ...change } : fact) });

function allocating({ id }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const group = groupOf(stuck);
  if (group === undefined) return [];
  const way = { effect: 'let the group allocate hosts', command: `lm hrg update ${group.name} --auto-allocate` };
  return verified(id, way, decideLaunch(stuck.input, withGroup(stuck.world, group.arn, { autoAllocate: true })));
}

/** One host of the account that may join the group, so that it has room. */
function joined({ id }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const { input, world } = stuck;
  const group = groupOf(stuck);
  const hosts = known(world.hosts(familyOf(stuck))) ?? [];
  if (group === undefined) return [];
  const free = hosts.filter(
    (host) => host.resourceGroupArn === undefined && joinViolations(host, group, undefined, world).length === 0,
  );
  const ways = free.flatMap((host) => {
    const way = { effect: 'add a host', command: `lm hrg add-host ${group.name} ${host.hostId}` };
    const moreInGroup = (key: string) =>
      key.startsWith(`${group.arn} `) ? [{ ...host, resourceGroupArn: group.arn }] : [];
    return verified(id, way, decideLaunch(input, differing(world, { moreInGroup })));
  });
  return ways.filter(({ enough }) => enough).slice(0, 1);
}

function raised({ id, args }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const group = groupOf(stuck);
  const limit = Number(args['present'] ?? 0) + Number(args['adding'] ?? 0);
  if (group?.hostLimit === undefined) return [];
  const way = { effect: 'raise the host limit', command: `lm hrg update ${group.name} --host-limit ${limit}` };
  const later = withGroup(stuck.world, group.arn, { hostLimit: { ...group.hostLimit, limit } });
  return verified(id, way, decideLaunch(stuck.input, later));
}

/** The same size in the families that the group takes. */
function otherFamilies({ id, args }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const [, size = ''] = stuck.decision.plan.instanceType.split('.');
  return namesOf(args['families'])
    .map((family) => `${family}.${size}`)
    .filter((type) => instanceType(type) !== undefined)
    .flatMap((type) => typed(id, type, stuck))
    .slice(0, 2);
}

function moreFamilies({ id }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const group = groupOf(stuck);
  if (group?.families === undefined) return [];
  const families = [...group.families, familyOf(stuck)];
  const options = families.map((family) => `--family ${family}`).join(' ');
  const way = { effect: 'let the group take the family', command: `lm hrg update ${group.name} ${options}` };
  return verified(id, way, decideLaunch(stuck.input, withGroup(stuck.world, group.arn, { families })));
}

const typed = (id: string, type: string, { input, world }: Stuck): readonly VerifiedFix[] =>
  verified(id, { effect: 'choose another type', command: `--type ${type}` }, decideLaunch(sized(input, type), world));

/** The AMI under a configuration that the group allows. */
function attached({ id, args }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const { input, world, decision } = stuck;
  return (groupOf(stuck)?.configurations ?? []).flatMap((arn) => {
    const name = known(world.configuration(arn))?.name;
    if (name === undefined) return [];
    const way = { effect: 'attach the AMI', command: `lm ami attach ${args['image']} --config ${name}` };
    const later = differing(world, {
      image: (image) =>
        image.imageId === decision.plan.imageId ? { ...image, configurations: [...image.configurations, arn] } : image,
    });
    return verified(id, way, decideLaunch(input, later));
  });
}

/** The configuration on the group's list. */
function allowing({ id, args }: Violation, stuck: Stuck): readonly VerifiedFix[] {
  const group = groupOf(stuck);
  const { configurations } = stuck.decision.plan;
  const added = configurations.find(({ name }) => name === args['configuration'])?.licenseConfigurationArn;
  if (group?.configurations === undefined || added === undefined) return [];
  const names = [...namesOf(args['allowed']), String(args['configuration'])];
  const options = names.map((name) => `--license ${name}`).join(' ');
  const way = { effect: 'let the group use it', command: `lm hrg update ${group.name} ${options}` };
  const later = withGroup(stuck.world, group.arn, { configurations: [...group.configurations, added] });
  return verified(id, way, decideLaunch(stuck.input, later));
}

/** The same launch through a group, and through nothing else. */
function throughGroup(id: string, arn: string | undefined, { input, world }: Stuck): readonly VerifiedFix[] {
  if (arn === undefined) return [];
  const { HostId: _host, Affinity: _affinity, Tenancy: _tenancy, ...placement } = input.Placement ?? {};
  const through: LaunchInput = { ...input, Placement: { ...placement, HostResourceGroupArn: arn } };
  const then = decideLaunch(through, world);
  const effect = passes(then) ? 'launch through the group' : 'go through the group';
  return verified(id, { effect, command: `--hrg ${groupName(arn)}` }, then);
}
