import type { Fact, World } from '../../contract/world.ts';

/** The same world, asked each question once: what a file launches asks the same of a few images and configurations. */
export function remembering(world: World): World {
  const once = <K extends string, T>(ask: (of: K) => Fact<T>): ((of: K) => Fact<T>) => {
    const answers = new Map<K, Fact<T>>();
    return (of) => {
      const known = answers.get(of);
      if (known !== undefined) return known;
      const answer = ask(of);
      answers.set(of, answer);
      return answer;
    };
  };
  return {
    ...world,
    image: once((id) => world.image(id)),
    configuration: once((arn) => world.configuration(arn)),
    instanceType: once((name) => world.instanceType(name)),
    hosts: once((family) => world.hosts(family)),
    host: once((id) => world.host(id)),
    group: once((arn) => world.group(arn)),
    groupHosts: once((key) => world.groupHosts(key)),
    hostCount: once((key) => world.hostCount(key)),
    instance: once((id) => world.instance(id)),
    template: once((key) => world.template(key)),
    associations: once((arn) => world.associations(arn)),
    quota: once((name) => world.quota(name)),
    charging: once((scope) => world.charging(scope)),
    role: once((name) => world.role(name)),
    permission: once((action) => world.permission(action)),
    inventory: once((id) => world.inventory(id)),
    origin: once((id) => world.origin(id)),
    conversions: once((arn) => world.conversions(arn)),
  };
}
