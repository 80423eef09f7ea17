import type { Scope } from '../../contract/ports.ts';
import { configurationArn } from '../../validation/arns.ts';
import { enterCopied, occupyCopied } from '../ledger/copied.ts';
import { applyMoment, joinMoment } from '../moments.ts';
import type { Tx } from '../store/store.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { SandboxRow } from '../store/tables/sandbox.ts';
import type { CopyPlan } from './plan.ts';
import { tagRows } from './tags.ts';

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
