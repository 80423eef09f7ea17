import type { AccountCopy, CopyReport } from '../../contract/copy.ts';
import type { Scope } from '../../contract/ports.ts';
import type { QuotaName } from '../../contract/world.ts';
import { configurationArn } from '../../validation/arns.ts';
import { DEFAULT_QUOTAS } from '../../validation/quotas.ts';
import { enterCopied, occupyCopied } from '../ledger/copied.ts';
import { applyMoment, joinMoment } from '../moments.ts';
import type { Tx } from '../store/store.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { SandboxRow } from '../store/tables/sandbox.ts';
import { Assumed } from './assumed.ts';
import { chargingOf } from './charging.ts';
import { type CopiedConfiguration, copiedConfigurations } from './configurations.ts';
import { type CopiedGroup, copiedGroups } from './groups.ts';
import { type CopiedHost, copiedHosts } from './hosts.ts';
import { type CopiedImage, copiedImages } from './images.ts';
import { copiedInstances } from './machines.ts';
import { tagRows } from './tags.ts';
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

/** Fills empty tables. Returns the first row of the sandbox, whose clock begins with the copy. */
export function fill(tx: Tx, plan: CopyPlan): SandboxRow {
  const { copy, now, charging } = plan;
  const { account, region } = copy.scope;
  tx.sandbox.addAccount({ id: account, name: 'copied' }, now);
  for (const [name, value] of plan.quotas) tx.sandbox.setQuota(name, value);
  fillImages(tx, plan);
  fillMachines(tx, plan);
  fillGroups(tx, plan);
  fillTemplates(tx, plan);
  fillConfigurations(tx, plan);
  tx.sandbox.keepCopiedFrom(plan.report);
  const defaults = { defaultAccount: account, defaultRegion: region, charging };
  // Ids that the copied account issued in this very millisecond are not issued again.
  const ids = { idTime: now + 1, idCounter: 0 };
  return { clockOffset: 0, lastApplied: now, nextDue: tx.sandbox.earliestDue(), ...ids, ...defaults };
}

function fillImages(tx: Tx, { copy, images }: CopyPlan): void {
  const { account, region } = copy.scope;
  for (const { owner, row, tags } of images) {
    const theirs = tx.in({ account: owner, region }).images;
    theirs.insert(row);
    tx.tags.put([row.id], tagRows(tags));
    const key = theirs.own(row.id)?.key;
    // AWS describes only AMIs that the account may launch.
    if (key !== undefined && owner !== account && !row.public) theirs.allow(key, account);
  }
}

function fillMachines(tx: Tx, { copy, hosts, instances }: CopyPlan): void {
  const here = tx.in(copy.scope);
  for (const { row, releasedAt, tags } of hosts) {
    here.hosts.insert(row);
    if (releasedAt !== undefined) here.hosts.setState(row.id, row.state, releasedAt);
    tx.tags.put([row.id], tagRows(tags));
  }
  occupyCopied(
    tx,
    hosts.map(({ row, taken }) => [row.id, ...taken] as const),
  );
  here.instances.insertCopies(instances);
  for (const { Instances = [] } of copy.reservations) {
    for (const { InstanceId = '', Tags } of Instances) tx.tags.put([InstanceId], tagRows(Tags));
  }
}

function fillGroups(tx: Tx, { copy, groups, now }: CopyPlan): void {
  const here = tx.in(copy.scope);
  for (const { arn, row, proposed, hosts, tags } of groups) {
    here.groups.insert(row);
    const key = here.groups.named(row.name)?.key;
    if (key === undefined) throw new TypeError(`group ${row.name} was not inserted`);
    if (proposed !== undefined) tx.members.propose(key, proposed, applyMoment(now));
    for (const { id, joining } of hosts) here.hosts.join(id, key, joining ? joinMoment(now) : undefined);
    tx.tags.put([arn], tags);
  }
}

function fillTemplates(tx: Tx, { copy, templates }: CopyPlan): void {
  const here = tx.in(copy.scope);
  for (const { row, versions, tags } of templates) {
    const key = here.templates.insert(row);
    for (const version of versions) here.templates.addVersion(key, version);
    tx.tags.put([row.id], tagRows(tags));
  }
}

function fillConfigurations(tx: Tx, { copy, configurations, now }: CopyPlan): void {
  const { account, region } = copy.scope;
  for (const { owner, row, books, tags } of configurations) {
    const scope = { account: owner, region };
    const theirs = tx.in(scope);
    theirs.configurations.insert(row);
    tx.tags.put([row.id], tags);
    const key = theirs.configurations.find(row.id)?.key;
    if (key === undefined) throw new TypeError(`configuration ${row.id} was not inserted`);
    enterCopied(tx, key, books);
    if (owner !== account) share(tx, scope, row, account, now);
  }
}

/** Whoever may list a configuration of another account has it shared with them; how is not copied. */
function share(tx: Tx, owner: Scope, { id, name }: NewConfiguration, account: string, at: number): void {
  const hex = id.replace(/^lic-/, '');
  const shareId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  tx.in(owner).shares.insert({ id: shareId, name, external: true, retain: true, createdAt: at });
  const shareKey = tx.shares.find(shareId)?.key;
  if (shareKey === undefined) throw new TypeError(`share ${shareId} was not inserted`);
  const common = { shareKey, status: 'ASSOCIATED', external: true } as const;
  tx.shareEntities.put({ ...common, kind: 'RESOURCE', entity: configurationArn(owner, id), invited: false }, at);
  tx.shareEntities.put({ ...common, kind: 'PRINCIPAL', entity: account, invited: true }, at);
}
