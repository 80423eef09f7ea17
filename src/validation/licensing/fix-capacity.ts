import type { Violation } from '../../contract/decision.ts';
import type { VerifiedFix } from '../../contract/ports.ts';
import type { HostFact } from '../../contract/world.ts';
import { hostFamily } from '../host-families.ts';
import { capacityUnits } from '../hosts-table.ts';
import { instanceType } from '../instance-types.ts';
import { decideLaunch } from './decide-launch.ts';
import { fewer } from './fix-count.ts';
import { groupWithRoom } from './fix-group.ts';
import { type Stuck, verified } from './fixes.ts';
import { differing } from './variations.ts';

/** Ways out of too little room: launch what fits, open auto-placement, or allocate a host. */
export function capacityFixes(violation: Violation, stuck: Stuck): readonly VerifiedFix[] {
  return [
    ...fewer(violation, stuck),
    ...opened(violation, stuck),
    ...(violation.id === 'launch-host-needs-capacity' ? groupWithRoom(violation.id, stuck) : []),
    ...allocated(violation, stuck),
  ];
}

function opened({ id, args }: Violation, { input, world }: Stuck): readonly VerifiedFix[] {
  const closed = args['closed'];
  if (id !== 'host-auto-placement' || !Array.isArray(closed)) return [];
  const open = differing(world, { host: (host) => ({ ...host, autoPlacement: true }) });
  const way = {
    effect: 'let untargeted launches use it',
    command: `lm host modify ${String(closed[0])} --auto-placement on`,
  };
  return verified(id, way, decideLaunch(input, open));
}

/** One more host of the family, empty, in the zone asked for or the first one. */
function allocated({ id }: Violation, { input, world, decision }: Stuck): readonly VerifiedFix[] {
  if (id !== 'launch-host-needs-capacity') return [];
  const family = decision.plan.instanceType.split('.')[0] ?? '';
  const facts = hostFamily(family);
  const single = facts?.mixedInstanceTypes === true ? undefined : decision.plan.instanceType;
  const zone = decision.plan.hosts[0]?.zone ?? input.Placement?.AvailabilityZone ?? `${world.caller.region}a`;
  if (facts === undefined || instanceType(decision.plan.instanceType) === undefined) return [];
  const more: HostFact = {
    hostId: 'h-new',
    ownerId: world.caller.account,
    family,
    ...(single === undefined ? {} : { instanceType: single }),
    zone,
    state: 'available',
    autoPlacement: true,
    cores: facts.physicalCores,
    sockets: facts.sockets,
    capacityUnits: capacityUnits(family, single) ?? 0,
    usedUnits: 0,
    usedCores: 0,
    chargedTo: [],
  };
  const kind = single === undefined ? `--family ${family}` : `--type ${single}`;
  const way = { effect: 'allocate a host', command: `lm host allocate ${kind} --zone ${zone} --count 1` };
  return verified(
    id,
    way,
    decideLaunch(input, differing(world, { more: (asked) => (asked === family ? [more] : []) })),
  );
}
