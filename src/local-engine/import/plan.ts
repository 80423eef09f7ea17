import type { AccountCopy, CopyReport } from '../../contract/copy.ts';
import type { QuotaName } from '../../contract/world.ts';
import { DEFAULT_QUOTAS } from '../../validation/quotas.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { SandboxRow } from '../store/tables/sandbox.ts';
import { Assumed } from './assumed.ts';
import { chargingOf } from './charging.ts';
import { type CopiedConfiguration, copiedConfigurations } from './configurations.ts';
import { type CopiedGroup, copiedGroups } from './groups.ts';
import { type CopiedHost, copiedHosts } from './hosts.ts';
import { type CopiedImage, copiedImages } from './images.ts';
import { copiedInstances } from './machines.ts';
import { type CopiedTemplate, copiedTemplates } from './templates.ts';

/** A copy of an account as rows of a sandbox. */
export interface CopyPlan {
  readonly copy: AccountCopy;
  readonly now: number;
  readonly charging: SandboxRow['charging'];
  readonly quotas: readonly (readonly [name: QuotaName, value: number])[];
  readonly configurations: readonly CopiedConfiguration[];
  readonly groups: readonly CopiedGroup[];
  readonly hosts: readonly CopiedHost[];
  readonly images: readonly CopiedImage[];
  readonly instances: readonly CopiedInstance[];
  readonly templates: readonly CopiedTemplate[];
  readonly report: CopyReport;
}

/**
 * Makes rows of what was read, and says what was assumed on the way. Pure.
 * @param now milliseconds since 1970, at which the sandbox's clock begins
 */
export function planCopy(copy: AccountCopy, now: number): CopyPlan {
  const assumed = new Assumed();
  const instances = copiedInstances(copy, now, assumed);
  const machines = new Map(instances.map((machine) => [machine.id, machine]));
  const groups = copiedGroups(copy, now, assumed);
  const hosts = copiedHosts(copy, instances, now, assumed);
  const byId = new Map(hosts.map((host) => [host.row.id, host]));
  const charging = chargingOf(copy, machines, assumed);
  const configurations = copiedConfigurations({ copy, machines, hosts: byId, charging, now, assumed });
  const images = copiedImages(copy, now, assumed);
  const templates = copiedTemplates(copy, now);
  const quotas = quotasFor(configurations, copy.scope.account, assumed);
  const report: CopyReport = {
    ...copy.scope,
    at: new Date(now),
    copied: {
      configuration: configurations.length,
      image: images.length,
      host: hosts.length,
      host_group: groups.length,
      instance: instances.length,
      launch_template: templates.length,
      association: configurations.reduce((sum, { books }) => sum + books.associations.length, 0),
    },
    assumed: assumed.list(),
    differences: configurations.flatMap(({ differences }) => differences),
    unread: copy.unread,
  };
  return { copy, now, charging, quotas, configurations, groups, hosts, images, instances, templates, report };
}

/** What the account has beyond a usual quota shows that the quota was raised. */
function quotasFor(
  configurations: readonly CopiedConfiguration[],
  account: string,
  assumed: Assumed,
): CopyPlan['quotas'] {
  const perResource = new Map<string, number>();
  for (const { books } of configurations) {
    for (const { resourceId } of books.associations)
      perResource.set(resourceId, (perResource.get(resourceId) ?? 0) + 1);
  }
  const present = {
    configurations: configurations.filter(({ owner }) => owner === account).length,
    'configurations-per-resource': Math.max(0, ...perResource.values()),
  };
  for (const name of Object.keys(present)) assumed.note('quota', name);
  return (['configurations', 'configurations-per-resource'] as const).flatMap((name) =>
    present[name] > DEFAULT_QUOTAS[name] ? [[name, present[name]] as const] : [],
  );
}
