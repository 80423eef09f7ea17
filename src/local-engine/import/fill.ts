import { configurationArn, parseResourceArn } from '../../validation/arns.ts';
import { enterCopied, enterUnseen, occupyCopied } from '../ledger/copied.ts';
import { applyMoment, evictionDeadline, joinMoment } from '../moments.ts';
import { isSharedWith } from '../store/reach.ts';
import { ReportBucket } from '../store/reports/buckets.ts';
import { ReportGenerators } from '../store/reports/generators.ts';
import type { Tx } from '../store/store.ts';
import type { SandboxRow } from '../store/tables/sandbox.ts';
import { fillAccounts, fillShares, fillUnreadShare } from './fill-sharing.ts';
import type { CopyPlan } from './plan.ts';
import { tagRows } from './tags.ts';

/** Fills empty tables. Returns the first row of the sandbox, whose clock begins with the copy. */
export function fill(tx: Tx, plan: CopyPlan): SandboxRow {
  const { copy, now, charging } = plan;
  const { account, region } = copy.scope;
  fillAccounts(tx, plan);
  for (const [name, value] of plan.quotas) tx.sandbox.setQuota(name, value);
  fillImages(tx, plan);
  fillMachines(tx, plan);
  fillGroups(tx, plan);
  fillTemplates(tx, plan);
  fillShares(tx, plan);
  fillConfigurations(tx, plan);
  fillReports(tx, plan);
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

function fillMachines(tx: Tx, { copy, hosts, instances, foreign, evicted, now }: CopyPlan): void {
  const here = tx.in(copy.scope);
  for (const { owner, row, releasedAt, tags } of hosts) {
    const theirs = tx.in({ ...copy.scope, account: owner }).hosts;
    theirs.insert(row);
    if (releasedAt !== undefined) theirs.setState(row.id, row.state, releasedAt);
    tx.tags.put([row.id], tagRows(tags));
  }
  tx.members.hide(hosts.filter(({ owner }) => owner !== copy.scope.account).map(({ row }) => row.id));
  occupyCopied(
    tx,
    hosts.map(({ row, taken }) => [row.id, ...taken] as const),
  );
  here.instances.insertCopies(instances);
  for (const { account, machines } of foreign) tx.in({ ...copy.scope, account }).instances.insertCopies(machines);
  for (const { hostId, groupArn } of evicted) tx.evictions.notify(hostId, groupArn, now, evictionDeadline(now));
  for (const { Instances = [] } of copy.reservations) {
    for (const { InstanceId = '', Tags } of Instances) tx.tags.put([InstanceId], tagRows(Tags));
  }
}

function fillGroups(tx: Tx, { copy, groups, now }: CopyPlan): void {
  for (const { arn, owner, row, proposed, hosts, tags } of groups) {
    const here = tx.in({ ...copy.scope, account: owner });
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
  enterUnseen(
    tx,
    copy.unseen.flatMap(({ resourceArn, configurationArn: arn }) => {
      const resource = parseResourceArn(resourceArn);
      return resource.kind === 'other' ? [] : { resourceId: resource.id, arn };
    }),
  );
  for (const { owner, row, books, tags } of configurations) {
    const scope = { account: owner, region };
    const theirs = tx.in(scope);
    theirs.configurations.insert(row);
    tx.tags.put([row.id], tags);
    const key = theirs.configurations.find(row.id)?.key;
    if (key === undefined) throw new TypeError(`configuration ${row.id} was not inserted`);
    enterCopied(tx, key, books);
    const arn = configurationArn(scope, row.id);
    if (owner !== account && !isSharedWith(tx, arn, account)) fillUnreadShare(tx, scope, row, account, now);
  }
}

/** What machines report, which of them are being converted, what is reported on, and the roles of the account. */
function fillReports(tx: Tx, { copy, conversions, nodes, generators, roles, now }: CopyPlan): void {
  const here = tx.in(copy.scope);
  for (const one of conversions) here.conversions.insertCopy(one);
  for (const one of nodes) here.nodes.insertCopy(one);
  fillGenerators(tx, { copy, generators, now });
  for (const { name, present, at } of roles) tx.roles.set(copy.scope.account, name, present, at);
}

function fillGenerators(
  tx: Tx,
  { copy: { scope }, generators, now }: Pick<CopyPlan, 'copy' | 'generators' | 'now'>,
): void {
  const { configurations } = tx.in(scope);
  const [own, reports] = [new ReportBucket(tx.db, scope), new ReportGenerators(tx.db, scope)];
  for (const { row, bucket, tags } of generators) {
    if (bucket !== undefined && own.find() === undefined) own.create(bucket, now);
    const keys = row.configurations.flatMap((id) => configurations.find(id)?.key ?? []);
    reports.insertCopy(row, keys);
    tx.tags.put([row.id], tagRows(tags));
  }
}
