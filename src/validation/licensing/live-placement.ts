import type { Decision } from '../../contract/decision.ts';
import type { ConfigurationImpact, LaunchPlan } from '../../contract/launch.ts';
import type { HostFact } from '../../contract/world.ts';
import { hostFamily } from '../host-families.ts';
import { unitsOf } from '../hosts-table.ts';
import { Asking } from './ask.ts';
import type { Applying, Candidate } from './candidate.ts';
import { chargesHost, hostUnits } from './counting.ts';
import { judge } from './judge.ts';

/**
 * EC2 chooses the host of an untargeted launch and does not publish how (RULINGS 20). The decision was made for the packing
 * that needs fewest licences; here it is made again for the choice that needs most, in every zone that has the room. Where
 * the two differ, both outcomes are shown, and the verdict is certain only if it is the same.
 */
export function livePlacement(candidate: Candidate, decision: Decision<LaunchPlan>): Decision<LaunchPlan> {
  if (decision.verdict === 'blocked' || candidate.tenancy !== 'host') return decision;
  if (candidate.room.kind === 'open') return withNeeds(decision, candidate, unseen(candidate));
  const { room } = candidate;
  if (room.kind !== 'hosts' || room.named) return decision;
  const worst = zonesOf(room.hosts)
    .map((hosts) => spread(hosts, candidate, room.opening !== undefined))
    .filter((hosts) => hosts.length > 0)
    .map((hosts) => judge({ ...candidate, max: candidate.min, room: { ...room, hosts, refusals: [] } }, new Asking()));
  const needs = new Map<string, number>();
  for (const { plan } of worst) {
    for (const { licenseConfigurationArn: arn, needed } of plan.configurations)
      needs.set(arn, Math.max(needs.get(arn) ?? 0, needed ?? 0));
  }
  const both = withNeeds(decision, candidate, needs);
  if (worst.some(({ verdict }) => verdict === 'blocked')) return { ...both, verdict: 'unknown' };
  const alerting = worst.find(({ verdict }) => verdict === 'warn');
  return both.verdict === 'allowed' && alerting !== undefined
    ? { ...both, verdict: 'warn', alerts: alerting.alerts }
    : both;
}

function zonesOf(hosts: readonly HostFact[]): readonly (readonly HostFact[])[] {
  return [...new Set(hosts.map((host) => host.zone))].map((zone) => hosts.filter((host) => host.zone === zone));
}

/**
 * The hosts of one zone as the dearest choice leaves them: one machine on each, those first that charge most, and only what
 * is left over beside another. Each is cut to the room of what it is given. Empty where the launch does not fit, unless hosts
 * are opened for what is left: then those that there are fill up, since only what finds no room opens one.
 */
function spread(hosts: readonly HostFact[], candidate: Candidate, opens: boolean): readonly HostFact[] {
  const units = unitsOf(candidate.type);
  const rooms = hosts
    .map((host) => ({ host, room: Math.floor((host.capacityUnits - host.usedUnits) / units) }))
    .filter(({ room }) => room > 0)
    .sort((a, b) => newUnits(b.host, candidate) - newUnits(a.host, candidate));
  const opened = rooms.slice(0, candidate.min);
  let left = candidate.min - opened.length;
  const cut = opened.map(({ host, room }) => {
    const more = Math.min(left, room - 1);
    left -= more;
    return { ...host, capacityUnits: host.usedUnits + (1 + more) * units };
  });
  return left > 0 && !opens ? [] : cut;
}

function newUnits(host: HostFact, candidate: Candidate): number {
  return charging(candidate)
    .filter(({ configuration }) => !host.chargedTo.includes(configuration.arn))
    .reduce((sum, { configuration }) => sum + hostUnits(configuration.counting, host), 0);
}

const charging = ({ applying, tenancy, charging: how }: Candidate): readonly Applying[] =>
  applying.filter(({ configuration }) => chargesHost(configuration.counting, tenancy, how));

/** Hosts that could not be read: at the dearest each machine opens another one of the family. */
function unseen(candidate: Candidate): ReadonlyMap<string, number> {
  const family = hostFamily(candidate.type.family);
  if (family === undefined) return new Map();
  const host = { cores: family.physicalCores, sockets: family.sockets };
  return new Map(
    charging(candidate).map(({ configuration: { arn, counting } }) => [arn, candidate.min * hostUnits(counting, host)]),
  );
}

/** The decision with both outcomes on every configuration that they differ for. */
function withNeeds(
  decision: Decision<LaunchPlan>,
  { min }: Candidate,
  most: ReadonlyMap<string, number>,
): Decision<LaunchPlan> {
  const configurations = decision.plan.configurations.map((impact): ConfigurationImpact => {
    const worst = most.get(impact.licenseConfigurationArn);
    const best = impact.needed;
    if (worst === undefined || best === null || worst === best) return impact;
    return { ...impact, alternatives: labelled(impact, best, worst, min) };
  });
  return { ...decision, plan: { ...decision.plan, configurations } };
}

function labelled({ name }: ConfigurationImpact, best: number, worst: number, machines: number) {
  if (machines === 1) {
    const fewest = best === 0 ? `EC2 picks a host that ${name} is charged for already` : 'EC2 picks the smallest host';
    return [
      { label: fewest, needed: best },
      { label: 'EC2 picks any other host', needed: worst },
    ];
  }
  return [
    {
      label: best === 0 ? `EC2 picks only hosts that ${name} is charged for already` : 'EC2 packs them closely',
      needed: best,
    },
    { label: 'EC2 spreads them over as many hosts as it can', needed: worst },
  ];
}
