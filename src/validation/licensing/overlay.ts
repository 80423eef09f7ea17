import type { LaunchPlan } from '../../contract/launch.ts';
import type { ConfigurationFact, HostFact, HostGroupFact, World } from '../../contract/world.ts';
import { mayShareHost, unitsOf } from '../hosts-table.ts';
import { instanceType } from '../instance-types.ts';
import { groupHostsKey, parseGroupHostsKey, widened } from './group-hosts.ts';
import { openedHost } from './group-room.ts';
import { differing } from './variations.ts';

/**
 * A World as it would be after earlier plans: shared headroom for many launches decided in order. Nothing is written; the
 * World beneath stays what it is.
 */
export class Overlay {
  readonly #consumed = new Map<string, number>();
  readonly #hosts = new Map<string, { units: number; cores: number; readonly charged: Set<string> }>();
  /** Hosts that plans have opened, in order. */
  readonly #opened: HostFact[] = [];
  /** Members of groups that plans use, as they are beneath: they are not of their kind any more. */
  readonly #used = new Map<string, HostFact>();
  /** What plans run in groups, by the ARN of the group. */
  readonly #running = new Map<string, Map<string, HostGroupFact['running'][number]>>();

  constructor(private readonly under: World) {}

  /** Takes a plan into account for what is asked from now on. */
  add(made: LaunchPlan): void {
    this.use(made);
    const plan = this.open(made);
    for (const { configurationArn, unitsEach } of plan.machineCharges)
      this.take(configurationArn, unitsEach * plan.count);
    for (const charge of plan.hostCharges) {
      this.take(charge.configurationArn, charge.units);
      this.host(charge.hostId).charged.add(charge.configurationArn);
    }
    const units = unitsOf(plan.instanceType);
    const cores = instanceType(plan.instanceType)?.cores ?? 0;
    for (const { hostId, count } of plan.placements) {
      const host = this.host(hostId);
      host.units += units * count;
      host.cores += cores * count;
    }
  }

  /** Remembers the members that a plan uses. */
  private use({ hostResourceGroupArn: arn, instanceType, count, placements }: LaunchPlan): void {
    if (arn === undefined || placements.length === 0) return;
    const found = this.under.groupHosts(widened(groupHostsKey({ arn, instanceType, count }), this.#used.size));
    const ids = new Set(placements.map(({ hostId }) => hostId));
    for (const host of found.known ? (found.value ?? []) : [])
      if (ids.has(host.hostId)) this.#used.set(host.hostId, host);
  }

  /** The plan with ids for its new hosts that no other plan has. */
  private open(plan: LaunchPlan): LaunchPlan {
    const { newHosts = [], hostResourceGroupArn: arn } = plan;
    if (arn === undefined) return plan;
    const first = this.#opened.length;
    const own = new Map(newHosts.map(({ hostId }, index) => [hostId, `opened-${first + index + 1}`]));
    const named = <T extends { readonly hostId: string }>(one: T): T => ({
      ...one,
      hostId: own.get(one.hostId) ?? one.hostId,
    });
    this.#opened.push(...newHosts.map((host) => openedHost(named(host), arn)));
    this.run(arn, plan.instanceType);
    return { ...plan, placements: plan.placements.map(named), hostCharges: plan.hostCharges.map(named) };
  }

  private run(group: string, type: string): void {
    const family = instanceType(type)?.family ?? '';
    const kinds = this.#running.get(group) ?? new Map<string, HostGroupFact['running'][number]>();
    kinds.set(mayShareHost(type) ? family : type, mayShareHost(type) ? { family } : { family, instanceType: type });
    this.#running.set(group, kinds);
  }

  /** The same questions, answered as of after the plans. */
  get world(): World {
    return differing(this.under, {
      configuration: (fact) => this.laterConfiguration(fact),
      host: (fact) => this.laterHost(fact),
      group: (fact) => this.laterGroup(fact),
      changedInGroups: this.#used.size,
      moreInGroup: (key) => this.changedFor(key),
      hostCount: (count, key) =>
        count + this.#opened.filter(({ ownerId, family }) => key === `${ownerId} ${family}`).length,
    });
  }

  /** Hosts that the plans opened or use, as far as they take what is asked for. */
  private changedFor(key: string): readonly HostFact[] {
    const { arn, instanceType: type } = parseGroupHostsKey(key);
    const takes = ({ resourceGroupArn, family, instanceType: only }: HostFact) =>
      resourceGroupArn === arn && family === instanceType(type)?.family && (only === undefined || only === type);
    return [...this.#used.values(), ...this.#opened].filter(takes).map((host) => this.laterHost(host));
  }

  private laterGroup(fact: HostGroupFact): HostGroupFact {
    const more = this.#opened.filter(({ resourceGroupArn }) => resourceGroupArn === fact.arn).length;
    const { hostLimit } = fact;
    return {
      ...fact,
      running: [...fact.running, ...(this.#running.get(fact.arn)?.values() ?? [])],
      ...(hostLimit === undefined ? {} : { hostLimit: { ...hostLimit, present: hostLimit.present + more } }),
    };
  }

  private laterConfiguration(fact: ConfigurationFact): ConfigurationFact {
    const taken = this.#consumed.get(fact.arn);
    return taken === undefined ? fact : { ...fact, consumed: fact.consumed + taken };
  }

  private laterHost(fact: HostFact): HostFact {
    const change = this.#hosts.get(fact.hostId);
    if (change === undefined) return fact;
    return {
      ...fact,
      usedUnits: fact.usedUnits + change.units,
      usedCores: fact.usedCores + change.cores,
      chargedTo: [...new Set([...fact.chargedTo, ...change.charged])],
    };
  }

  private take(arn: string, units: number): void {
    this.#consumed.set(arn, (this.#consumed.get(arn) ?? 0) + units);
  }

  private host(hostId: string) {
    const known = this.#hosts.get(hostId) ?? { units: 0, cores: 0, charged: new Set<string>() };
    this.#hosts.set(hostId, known);
    return known;
  }
}
