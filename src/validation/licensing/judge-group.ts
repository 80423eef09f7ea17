import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationFact, HostGroupFact, InstanceTypeFact, World } from '../../contract/world.ts';
import { groupName } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import { hostFamily } from '../host-families.ts';
import type { Asking } from './ask.ts';
import { nitroSubject } from './decide-group.ts';

type Type = Pick<InstanceTypeFact, 'instanceType' | 'family'>;

/** What a host resource group says to machines that want to run in it, beside whether it has room. */
export interface GroupJudged {
  readonly violations: readonly Violation[];
  /** Whether there is a lawful host for them at all; without one neither room nor licences are judged. */
  readonly lawful: boolean;
}

/** Nothing, for machines that run elsewhere. */
export const NO_GROUP: GroupJudged = { violations: [], lawful: true };

export interface GroupLaunch {
  readonly type: Type;
  readonly image: string;
  /** Configurations of the AMI, active or not. */
  readonly carried: readonly ConfigurationFact[];
  /** Those that apply: the AMI's and the launch's own. */
  readonly applying: readonly ConfigurationFact[];
}

/** A machine that is stopped, and what it is associated with. */
export interface GroupStart {
  readonly instanceId: string;
  readonly type: Type;
  readonly configurations: readonly ConfigurationFact[];
}

/** A launch into a group: its families, its one type where it is not Nitro, and the configurations (RULINGS 14, stage d). */
export function judgeGroupLaunch(group: HostGroupFact, launch: GroupLaunch, world: World): GroupJudged {
  const kinds = judgeKind(group, launch.type);
  const found = launch.carried.some(countsHosts);
  const allowed = found && launch.applying.every((one) => allows(group, one)) ? [] : allowedNames(group, world);
  const needs = check('hrg-launch-needs-ami-config', {
    group: group.name,
    image: launch.image,
    found,
    allowed,
  });
  return {
    violations: [...kinds, ...needs, ...notAllowed(group, launch.applying, allowed)],
    lawful: kinds.length === 0,
  };
}

/** A start through a group: the machine's own configurations must be of the group's (hrg-restart-after-add). */
export function judgeGroupStart(group: HostGroupFact, machine: GroupStart, world: World): GroupJudged {
  const kinds = judgeKind(group, machine.type);
  const matching = machine.configurations.some((one) => countsHosts(one) && allows(group, one));
  const allowed =
    machine.configurations.every((one) => allows(group, one)) && matching ? [] : allowedNames(group, world);
  const restart = check('hrg-restart-after-add', {
    instanceId: machine.instanceId,
    group: group.name,
    placed: true,
    matching,
    allowed,
  });
  const others = matching ? notAllowed(group, machine.configurations, allowed) : [];
  return { violations: [...kinds, ...restart, ...others], lawful: kinds.length === 0 };
}

/** A host that is in a group cannot be named: no host is left (hrg-no-direct-launch). */
export function judgeDirectLaunch(hostId: string, world: World, asking: Asking): GroupJudged {
  const group = groupOfHost(hostId, world, asking);
  const violations = check('hrg-no-direct-launch', { hostId, group });
  return { violations, lawful: violations.length === 0 };
}

/** A machine that must start on a host which has joined a group, without being placed in it. */
export function judgeDirectStart(instanceId: string, hostId: string, world: World, asking: Asking): GroupJudged {
  const group = groupOfHost(hostId, world, asking);
  if (group === undefined) return NO_GROUP;
  const subject = { instanceId, group, placed: false, matching: false, allowed: [] };
  return { violations: check('hrg-restart-after-add', subject), lawful: false };
}

/** The name of the group that a host is in; undefined where it is in none, or not known. */
function groupOfHost(hostId: string, world: World, asking: Asking): string | undefined {
  const arn = asking.value(world.host(hostId), `host ${hostId}`)?.resourceGroupArn;
  return arn === undefined ? undefined : groupName(arn);
}

function judgeKind(group: HostGroupFact, { instanceType, family }: Type): readonly Violation[] {
  const { name, families } = group;
  return [
    ...check('hrg-setting-families', { group: name, instanceType, family, families }),
    // What runs in the group is read only where it matters.
    ...(hostFamily(family)?.nitro === false ? check('hrg-nitro-mixed', nitroSubject(instanceType, family, group)) : []),
  ];
}

/** Only configurations that count cores or sockets have a place in a group's list (hrg-core-socket-only). */
const countsHosts = ({ counting }: ConfigurationFact): boolean => counting === 'Core' || counting === 'Socket';

const allows = ({ configurations }: HostGroupFact, { arn }: ConfigurationFact): boolean =>
  configurations === undefined || configurations.includes(arn);

function notAllowed(
  group: HostGroupFact,
  configurations: readonly ConfigurationFact[],
  allowed: readonly string[],
): readonly Violation[] {
  return configurations
    .filter((one) => countsHosts(one) && one.status === 'AVAILABLE')
    .flatMap((one) =>
      check('hrg-setting-license-configs', {
        group: group.name,
        configuration: one.name,
        allows: allows(group, one),
        allowed,
      }),
    );
}

/** The configurations that the group names, by their names. They only advise, so one that cannot be read is left out. */
function allowedNames(group: HostGroupFact, world: World): readonly string[] {
  return (group.configurations ?? []).flatMap((arn) => {
    const fact = world.configuration(arn);
    return fact.known && fact.value !== undefined ? [fact.value.name] : [];
  });
}
