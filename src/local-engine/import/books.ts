import { type ConfigurationCopy, type Difference, NOT_COPIED } from '../../contract/copy.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { chargesHost, hostUnits, machineOf, machineUnits } from '../../validation/licensing/counting.ts';
import { termsOf } from '../../validation/licensing/terms.ts';
import type { CopiedBooks } from '../ledger/copied.ts';
import { isRunning } from '../ledger/leave.ts';
import { nextReleaseRun, tiedUntil } from '../moments.ts';
import type { NewConfiguration } from '../store/tables/configurations.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { Around } from './configurations.ts';
import { differenceOf, type Weighed } from './differences.ts';
import { type Listed, listedUnder } from './listed.ts';

type Association = CopiedBooks['associations'][number];
type Charge = CopiedBooks['charges'][number];

/** The books of one configuration, and how they differ from AWS's figures. */
interface Settled {
  readonly books: CopiedBooks;
  readonly differences: readonly Difference[];
}

/**
 * AWS's figures are kept, resource by resource. Where they cannot be what the engine keeps (a stopped machine takes
 * nothing, one that runs takes something) the rules decide, and the difference is told.
 */
export function booksOf(row: NewConfiguration, copy: ConfigurationCopy, around: Around): Settled {
  const { assumed, now } = around;
  const listed = listedUnder(copy, around.copy.scope, now).filter((one) => !isGone(one, around));
  const charged = new Set(
    listed.filter(({ type, consumed }) => type === 'EC2_HOST' && consumed > 0).map(({ id }) => id),
  );
  const weighed = listed.filter(({ type }) => type !== 'EC2_HOST').map((one) => weigh(one, row, charged, around));
  const charges = chargesOf(row, listed, weighed, around);
  const difference = differenceOf(row, copy, { weighed, charges, hosts: around.hosts });
  const isOwn = copy.configuration.OwnerAccountId === around.copy.scope.account;
  if (isOwn && (copy.usage === undefined || copy.associations === undefined)) assumed.note('usage-unread', row.name);
  const seen = new Set(around.copy.images.map(({ ImageId }) => ImageId));
  for (const { type, id } of listed) if (type === 'EC2_AMI' && !seen.has(id)) assumed.note('image-unseen', id);
  for (const one of listed) if (one.associated) assumed.note('association-origin', `${one.id} under ${row.name}`);
  for (const { hostId, tiedUntil } of charges)
    if (tiedUntil !== undefined) assumed.note('affinity-clock', `${row.name} on ${hostId}`);
  const attached = listed.filter(({ type, associated }) => type === 'EC2_HOST' && associated);
  const associations = [
    ...weighed.map(({ listed: one, kept }) => association(one, kept)),
    ...attached.map((one) => association(one, 0)),
    ...restOf(difference.unlisted, around),
  ];
  return { books: { associations, charges }, differences: difference.told };
}

/** Terminated machines leave their configurations at once. */
const isGone = ({ id }: Listed, { machines }: Around): boolean => machines.get(id)?.state === 'terminated';

/** What a resource takes by AWS's list, by the rules, and in the copy. */
function weigh(listed: Listed, row: NewConfiguration, charged: ReadonlySet<string>, around: Around): Weighed {
  const machine = listed.type === 'EC2_INSTANCE' ? around.machines.get(listed.id) : undefined;
  if (machine === undefined) return { listed, machine, byRules: listed.consumed, kept: listed.consumed };
  const counts = row.status === 'AVAILABLE' && isRunning(machine);
  const byRules = counts ? unitsByRules(row, machine, around) : 0;
  if (!counts) return { listed, machine, byRules, kept: 0 };
  const throughHost = machine.hostId !== undefined && charged.has(machine.hostId);
  return { listed, machine, byRules, kept: listed.consumed > 0 || throughHost ? listed.consumed : byRules };
}

/** Licences that a running machine takes itself; none where its host is charged. */
function unitsByRules({ counting, rules }: NewConfiguration, machine: CopiedInstance, { charging }: Around): number {
  if (machine.hostId !== undefined && chargesHost(counting, machine.tenancy, charging)) return 0;
  const type = instanceType(machine.instanceType);
  if (type === undefined) return 0;
  const { coreCount, threadsPerCore } = machine;
  const cpu = {
    ...(coreCount === undefined ? {} : { coreCount }),
    ...(threadsPerCore === undefined ? {} : { threadsPerCore }),
  };
  return machineUnits(counting, machineOf(type, cpu), termsOf(rules));
}

/** Hosts that AWS charges, that are attached by hand, or that carry machines which take nothing themselves. */
function chargesOf(
  row: NewConfiguration,
  listed: readonly Listed[],
  weighed: readonly Weighed[],
  around: Around,
): readonly Charge[] {
  const { hosts, now } = around;
  const running = weighed.filter(({ machine, kept }) => machine !== undefined && isRunning(machine) && kept === 0);
  const through = row.status === 'AVAILABLE' ? running.map(({ machine }) => machine?.hostId) : [];
  const known = new Map(listed.filter(({ type }) => type === 'EC2_HOST').map((one) => [one.id, one]));
  const days = termsOf(row.rules).affinityDays;
  return [...new Set([...known.keys(), ...through])].flatMap((hostId) => {
    if (hostId === undefined) return [];
    const { consumed = 0, associated: byHand = false, at = now } = known.get(hostId) ?? {};
    const host = hosts.get(hostId)?.row;
    const byRules = host === undefined || row.status === 'DISABLED' ? 0 : hostUnits(row.counting, host);
    const units = consumed > 0 ? consumed : byRules;
    if (units === 0) return [];
    const machines = through.filter((id) => id === hostId).length;
    const tied = tiedUntil(at, days);
    // Machines of which nothing is told keep it charged, as one that was attached by hand is.
    const kept = byHand || hosts.get(hostId)?.carriesUntold === true;
    const idle = machines === 0 && !kept;
    const releaseAt = idle ? nextReleaseRun(Math.max(tied ?? now, now)) : undefined;
    return { hostId, units, running: machines, byHand: kept, chargedAt: at, tiedUntil: tied, releaseAt };
  });
}

const association = (listed: Listed, consumed: number): Association => ({
  resourceType: listed.type,
  resourceId: listed.id,
  owner: listed.owner,
  origin: listed.type === 'EC2_INSTANCE' ? 'launch' : 'manual',
  ...(listed.scope === undefined ? {} : { scope: listed.scope }),
  at: listed.at,
  consumed,
});

/** What AWS counts and names no resource for stands in one row of its own, so that the total is AWS's. */
function restOf(unlisted: number, { copy, now }: Around): readonly Association[] {
  if (unlisted <= 0) return [];
  const { account: owner } = copy.scope;
  return [
    { resourceType: 'EC2_INSTANCE', resourceId: NOT_COPIED, owner, origin: 'discovered', at: now, consumed: unlisted },
  ];
}
