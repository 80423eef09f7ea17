import type { AccountCopy, CopyReport } from '../../contract/copy.ts';
import type { QuotaName } from '../../contract/world.ts';
import { DEFAULT_QUOTAS } from '../../validation/quotas.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { SandboxRow } from '../store/tables/sandbox.ts';
import { Assumed } from './assumed.ts';
import { chargingOf } from './charging.ts';
import { type CopiedConfiguration, copiedConfigurations } from './configurations.ts';
import { type CopiedGenerator, copiedGenerators } from './generators.ts';
import { type CopiedGroup, copiedGroups } from './groups.ts';
import { type CopiedHost, copiedHosts } from './hosts.ts';
import { type CopiedImage, copiedImages } from './images.ts';
import { copiedInstances, type ForeignMachines, foreignMachines } from './machines.ts';
import { type CopiedOrganization, copiedOrganization } from './organization.ts';
import { type Evicted, evictedFrom, othersHosts } from './others-hosts.ts';
import { type CopiedRole, copiedConversions, copiedNodes, copiedRoles } from './reports.ts';
import { type CopiedShare, copiedShares } from './shares.ts';
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
  readonly evicted: readonly Evicted[];
  readonly images: readonly CopiedImage[];
  readonly instances: readonly CopiedInstance[];
  readonly foreign: readonly ForeignMachines[];
  readonly templates: readonly CopiedTemplate[];
  readonly organization: CopiedOrganization | undefined;
  readonly shares: readonly CopiedShare[];
  readonly conversions: ReturnType<typeof copiedConversions>;
  readonly nodes: ReturnType<typeof copiedNodes>;
  readonly generators: readonly CopiedGenerator[];
  readonly roles: readonly CopiedRole[];
  readonly report: CopyReport;
}

/**
 * Makes rows of what was read, and says what was assumed on the way. Pure.
 * @param now milliseconds since 1970, at which the sandbox's clock begins
 */
export function planCopy(copy: AccountCopy, now: number): CopyPlan {
  const assumed = new Assumed();
  const instances = copiedInstances(copy, now, assumed);
  const foreign = foreignMachines(copy, now, assumed);
  const everyone = [...instances, ...foreign.flatMap((one) => one.machines)];
  const machines = new Map(everyone.map((machine) => [machine.id, machine]));
  const groups = copiedGroups(copy, now, assumed);
  const hosts = [...copiedHosts(copy, everyone, now, assumed), ...othersHosts(copy, instances, now, assumed)];
  const evicted = evictedFrom(copy, instances, assumed);
  const byId = new Map(hosts.map((host) => [host.row.id, host]));
  const charging = chargingOf(copy, machines, assumed);
  const configurations = copiedConfigurations({ copy, machines, hosts: byId, charging, now, assumed });
  const images = copiedImages(copy, now, assumed);
  const templates = copiedTemplates(copy, now);
  const organization = copiedOrganization(copy, now, assumed);
  const shares = copiedShares({ copy, organization, now, assumed });
  const conversions = copiedConversions(copy, now, assumed);
  const nodes = copiedNodes(copy, machines, now, assumed);
  const generators = copiedGenerators(copy, now, assumed);
  const roles = copiedRoles(copy, now);
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
      resource_share: shares.length,
      conversion: conversions.length,
      managed_node: nodes.length,
      report_generator: generators.length,
    },
    assumed: assumed.list(),
    differences: configurations.flatMap(({ differences }) => differences),
    unread: copy.unread,
  };
  const machinery = { configurations, groups, hosts, evicted, images, instances, foreign, templates };
  return {
    copy,
    now,
    charging,
    quotas,
    ...machinery,
    organization,
    shares,
    conversions,
    nodes,
    generators,
    roles,
    report,
  };
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
