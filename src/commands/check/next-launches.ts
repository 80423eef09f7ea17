import type { Decision } from '../../contract/decision.ts';
import type { LaunchPlan } from '../../contract/launch.ts';
import type { InstanceFact, Tenancy, World } from '../../contract/world.ts';
import { decideLaunch } from '../../validation/licensing/decide-launch.ts';
import { withTerms } from '../../validation/licensing/variations.ts';

/** Machines of one kind that run under a configuration: where one more of them would stand. */
export interface Kind {
  readonly imageId: string;
  readonly imageName: string;
  readonly instanceType: string;
  readonly tenancy: Tenancy;
  readonly running: number;
}

export interface NextLaunch extends Kind {
  readonly before: Decision<LaunchPlan>;
  readonly after: Decision<LaunchPlan>;
}

export interface Terms {
  readonly limit: number;
  readonly hard: boolean;
}

/** One more machine of each kind that runs under a configuration, decided as things are and under other terms. Pure. */
export function nextLaunches(
  world: World,
  arn: string,
  instanceIds: readonly string[],
  terms: Terms,
): readonly NextLaunch[] {
  const changed = withTerms(world, arn, terms);
  const machines = instanceIds
    .map((id) => world.instance(id))
    .flatMap((fact) => (fact.known ? (fact.value ?? []) : []));
  return kindsOf(machines, world).map((kind) => {
    const input = launchOf(kind);
    return { ...kind, before: decideLaunch(input, world), after: decideLaunch(input, changed) };
  });
}

function kindsOf(machines: readonly InstanceFact[], world: World): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { imageId, instanceType, tenancy, state } of machines) {
    if (state !== 'running' && state !== 'pending') continue;
    const key = `${imageId} ${instanceType} ${tenancy}`;
    const image = world.image(imageId);
    const imageName = (image.known ? image.value?.name : undefined) ?? imageId;
    kinds.set(key, { imageId, imageName, instanceType, tenancy, running: (kinds.get(key)?.running ?? 0) + 1 });
  }
  return [...kinds.values()];
}

function launchOf({ imageId, instanceType, tenancy }: Kind): Parameters<typeof decideLaunch>[0] {
  const type = isInstanceType(instanceType) ? { InstanceType: instanceType } : {};
  return { ImageId: imageId, ...type, MinCount: 1, MaxCount: 1, Placement: { Tenancy: tenancy } };
}

type InstanceType = NonNullable<Parameters<typeof decideLaunch>[0]['InstanceType']>;

/** The client's list of types is as old as the client. */
const isInstanceType = (name: string): name is InstanceType => name.includes('.');
