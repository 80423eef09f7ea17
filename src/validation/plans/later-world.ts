import type { WorldChange } from '../../contract/plan.ts';
import type { ConfigurationFact, Fact, HostFact, InstanceFact, World } from '../../contract/world.ts';
import { instanceType } from '../instance-types.ts';
import { parseGroupHostsKey, widened } from '../licensing/group-hosts.ts';
import { differing, mapped } from '../licensing/variations.ts';

const LATER = { known: false, why: 'after-apply' } as const;

/**
 * A world in which the changes of a file have been made: new configurations, hosts and associations, other terms, machines
 * that are gone. Nothing is written; the world beneath stays what it is.
 */
export class LaterWorld {
  readonly #made = new Map<string, ConfigurationFact>();
  readonly #terms = new Map<string, Partial<ConfigurationFact>>();
  readonly #returned = new Map<string, number>();
  readonly #associated = new Map<string, readonly string[]>();
  readonly #hosts = new Map<string, HostFact>();
  readonly #gone = new Set<string>();
  readonly #hostChanges = new Map<string, (host: HostFact) => HostFact>();
  readonly #open = new Set<string>();

  constructor(private readonly under: World) {}

  make(change: WorldChange): void {
    switch (change.kind) {
      case 'configuration':
        this.#made.set(change.fact.arn, change.fact);
        return;
      case 'terms':
        this.#terms.set(change.arn, { ...this.#terms.get(change.arn), ...change.terms });
        return;
      case 'association':
        this.#associated.set(change.imageId, [
          ...(this.#associated.get(change.imageId) ?? []),
          change.configurationArn,
        ]);
        return;
      case 'host':
        this.#hosts.set(change.fact.hostId, change.fact);
        return;
      case 'host-gone':
        this.#gone.add(change.hostId);
        return;
      case 'host-placement':
        this.changeHost(change.hostId, (host) => ({ ...host, autoPlacement: change.autoPlacement }));
        return;
      case 'unsettled':
        this.cloud(change);
    }
  }

  /** Whatever a change is about cannot be known any more. */
  cloud(change: WorldChange): void {
    this.#open.add(subjectOf(change));
  }

  /** Licences that come back. */
  giveBack(arn: string, units: number): void {
    this.#returned.set(arn, (this.#returned.get(arn) ?? 0) + units);
  }

  /** Another state of a host, from now on. */
  changeHost(hostId: string, change: (host: HostFact) => HostFact): void {
    const before = this.#hostChanges.get(hostId);
    this.#hostChanges.set(hostId, before === undefined ? change : (host) => change(before(host)));
  }

  /** The same questions, answered as of after the changes made so far. */
  get world(): World {
    const { under } = this;
    const later = differing(under, {
      configuration: (fact) => this.configuration(fact),
      host: (fact) => this.#hostChanges.get(fact.hostId)?.(fact) ?? fact,
    });
    return {
      ...later,
      configuration: (arn) => this.unlessOpen(arn, this.made(arn) ?? later.configuration(arn)),
      image: (id) =>
        this.unlessOpen(
          id,
          mapped(later.image(id), (image) => ({
            ...image,
            configurations: [...new Set([...image.configurations, ...(this.#associated.get(id) ?? [])])],
          })),
        ),
      host: (id) => (this.#gone.has(id) ? { known: true, value: undefined } : (this.newHost(id) ?? later.host(id))),
      groupHosts: (key) =>
        mapped(later.groupHosts(widened(key, this.#gone.size + this.#hostChanges.size)), (hosts) =>
          this.members(later, key, hosts),
        ),
      hosts: (family) => this.unlessOpen(`hosts ${family}`, this.unlessOpen('hosts', this.hosts(later, family))),
    };
  }

  /** A machine as the world beneath has it. */
  instance(id: string): Fact<InstanceFact> {
    return this.under.instance(id);
  }

  private unlessOpen<T>(subject: string, fact: Fact<T>): Fact<T> {
    return this.#open.has(subject) ? LATER : fact;
  }

  private made(arn: string): Fact<ConfigurationFact> | undefined {
    const fact = this.#made.get(arn);
    return fact && { known: true, value: this.configuration(fact) };
  }

  private configuration(fact: ConfigurationFact): ConfigurationFact {
    const back = this.#returned.get(fact.arn) ?? 0;
    return { ...fact, ...this.#terms.get(fact.arn), consumed: Math.max(0, fact.consumed - back) };
  }

  private newHost(id: string): Fact<HostFact> | undefined {
    const host = this.#hosts.get(id);
    return host && { known: true, value: this.#hostChanges.get(id)?.(host) ?? host };
  }

  /** Members of a group with room, and those in which a machine that is gone has left some. */
  private members(later: World, key: string, hosts: readonly HostFact[]): readonly HostFact[] {
    const { arn, instanceType: type } = parseGroupHostsKey(key);
    const known = new Set(hosts.map(({ hostId }) => hostId));
    const freed = [...this.#hostChanges.keys()].flatMap((id) => {
      const fact = known.has(id) ? undefined : later.host(id);
      const host = fact?.known ? fact.value : undefined;
      return host?.resourceGroupArn === arn && host !== undefined && takes(host, type) ? [host] : [];
    });
    return [...hosts, ...freed].filter(({ hostId }) => !this.#gone.has(hostId));
  }

  private hosts(later: World, family: string): Fact<readonly HostFact[]> {
    const made = [...this.#hosts.values()].filter((host) => host.family === family);
    return mapped(later.hosts(family), (hosts) =>
      [...hosts, ...made.map((host) => this.#hostChanges.get(host.hostId)?.(host) ?? host)].filter(
        ({ hostId }) => !this.#gone.has(hostId),
      ),
    );
  }
}

const takes = (host: HostFact, type: string): boolean =>
  host.state === 'available' &&
  host.family === instanceType(type)?.family &&
  (host.instanceType === undefined || host.instanceType === type);

function subjectOf(change: WorldChange): string {
  switch (change.kind) {
    case 'configuration':
      return change.fact.arn;
    case 'terms':
      return change.arn;
    case 'association':
      return change.imageId;
    case 'host':
      return change.fact.family === '' ? 'hosts' : `hosts ${change.fact.family}`;
    case 'host-gone':
      return change.hostId;
    case 'host-placement':
      return 'hosts';
    case 'unsettled':
      return change.subject;
  }
}
