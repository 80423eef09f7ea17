import type { LaunchPlan } from '../../contract/launch.ts';
import type { ConfigurationFact, HostFact, World } from '../../contract/world.ts';
import { unitsOf } from '../hosts-table.ts';
import { instanceType } from '../instance-types.ts';
import { differing } from './variations.ts';

/**
 * A World as it would be after earlier plans: shared headroom for many launches decided in order. Nothing is written; the
 * World beneath stays what it is.
 */
export class Overlay {
  readonly #consumed = new Map<string, number>();
  readonly #hosts = new Map<string, { units: number; cores: number; readonly charged: Set<string> }>();

  constructor(private readonly under: World) {}

  /** Takes a plan into account for what is asked from now on. */
  add(plan: LaunchPlan): void {
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

  /** The same questions, answered as of after the plans. */
  get world(): World {
    return differing(this.under, {
      configuration: (fact) => this.laterConfiguration(fact),
      host: (fact) => this.laterHost(fact),
    });
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
