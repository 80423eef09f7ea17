import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tx } from '../../../src/local-engine/store/store.ts';
import { fullestOfEachKind } from '../../../src/validation/licensing/group-hosts.ts';
import { testSandbox } from '../../support/sandbox.ts';
import { host } from '../../validation/licensing/world.ts';

interface Member {
  readonly instanceType?: 'm5.large' | 'm5.xlarge' | undefined;
  readonly zone?: string;
  readonly cores?: number;
  readonly used?: number;
  /** Configurations that it is charged to, and those that it is not charged to any more. */
  readonly charged?: readonly string[];
  readonly released?: readonly string[];
  readonly absent?: 'joining' | 'failed' | 'elsewhere' | undefined;
}

const NAMES = ['sql', 'win'];
const MACHINES = 2;

/** A sandbox with a group of m5 hosts; their ids fall as their keys rise. */
function groupOf(members: readonly Member[]) {
  const { database: db, home } = testSandbox();
  const tx = new Tx(db);
  const { groups, hosts, configurations } = tx.in(home);
  const keyOf = new Map(NAMES.map((name) => [name, configure(configurations, name)]));
  const [group = 0, other = 0] = ['pool', 'other'].map((name) => {
    groups.insert({ name, description: undefined, configuration: '[]', createdAt: 0 });
    return groups.named(name)?.key;
  });
  for (const [at, member] of members.entries()) {
    const id = `h-${9_999_999 - at}`;
    const { used = 0, charged = [], released = [], absent } = member;
    hosts.insert({ ...EMPTY, ...kindOf(member), id, state: absent === 'failed' ? 'under-assessment' : 'available' });
    hosts.join(id, absent === 'elsewhere' ? other : group, absent === 'joining' ? 9 : undefined);
    tx.books.occupy([[id, used, used, Math.min(1, used)]]);
    for (const name of [...charged, ...released]) charge(tx, keyOf.get(name) ?? 0, id);
    for (const name of released) if (!charged.includes(name)) tx.books.deleteCharge(keyOf.get(name) ?? 0, id);
  }
  const ask = { groupKey: group, family: 'm5', instanceType: 'm5.large', units: 8, most: MACHINES + 1 };
  return { db, tx, ask };
}

const EMPTY = {
  family: 'm5',
  autoPlacement: false,
  hostRecovery: false,
  hostMaintenance: false,
  sockets: 2,
  vcpus: 96,
  capacityUnits: 48,
  allocatedAt: 0,
} as const;

const kindOf = ({ instanceType, zone = 'us-east-1a', cores = 48 }: Member) => ({ instanceType, zone, cores });

function configure(configurations: ReturnType<Tx['in']>['configurations'], name: string): number {
  configurations.insert({
    id: `lic-${name}`,
    name,
    description: undefined,
    counting: 'Core',
    licenseCount: undefined,
    hard: true,
    status: 'AVAILABLE',
    rules: [],
    products: '[]',
    disassociateWhenNotFound: false,
    expiry: undefined,
    createdAt: 0,
  });
  return configurations.find(`lic-${name}`)?.key ?? 0;
}

function charge(tx: Tx, configurationKey: number, hostId: string): void {
  const terms = { units: 48, running: 0, byHand: true, chargedAt: 0, tiedUntil: undefined, releaseAt: undefined };
  tx.books.putCharge({ configurationKey, hostId, ...terms });
}

/** Members that have room, all of them, as placement sees them. */
function allWithRoom({ tx, ask }: ReturnType<typeof groupOf>) {
  const rows = tx.members
    .hosts(ask.groupKey)
    .filter(({ state, joinsAt }) => state === 'available' && joinsAt === undefined)
    .filter(({ instanceType }) => instanceType === undefined || instanceType === ask.instanceType)
    .filter(({ capacityUnits, usedUnits }) => capacityUnits - usedUnits >= ask.units);
  const charged = tx.charges.namesOf(rows.map(({ id }) => id));
  return rows.map(({ id, zone, cores, sockets, capacityUnits, usedUnits, instanceType }) =>
    host({
      ...{ hostId: id, zone, cores, sockets, capacityUnits, usedUnits },
      ...(instanceType === undefined ? {} : { instanceType }),
      chargedTo: (charged.get(id) ?? []).map((one) => one.id),
    }),
  );
}

const member: fc.Arbitrary<Member> = fc.record({
  instanceType: fc.constantFrom(undefined, undefined, 'm5.large', 'm5.xlarge'),
  zone: fc.constantFrom('us-east-1a', 'us-east-1b'),
  cores: fc.constantFrom(48, 48, 36),
  used: fc.constantFrom(0, 8, 40, 41, 48),
  charged: fc.subarray(NAMES),
  released: fc.subarray(NAMES),
  absent: fc.constantFrom(undefined, undefined, undefined, undefined, 'joining', 'failed', 'elsewhere'),
});

const fleet = fc
  .array(member, { minLength: 1, maxLength: 4 })
  .chain((kinds) => fc.array(fc.oneof(fc.constantFrom(...kinds), member), { maxLength: 40 }));

describe('the hosts of a group that are read for a launch', () => {
  it('are those that placement can need, whatever the group holds', () => {
    fc.assert(
      fc.property(fleet, (members) => {
        const stored = groupOf(members);
        const read = stored.tx.members.withRoom(stored.ask).map(({ id }) => id);
        expect(read).toEqual(fullestOfEachKind(allWithRoom(stored), MACHINES).map(({ hostId }) => hostId));
      }),
      { numRuns: 100 },
    );
  });

  it('are few, however many idle ones there are', () => {
    const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];
    const { tx, ask } = groupOf(
      Array.from({ length: 600 }, (_, at) => ({ zone: zones[at % 3] ?? '', charged: at % 2 === 0 ? ['sql'] : [] })),
    );
    expect(tx.members.withRoom(ask)).toHaveLength(3 * 2 * ask.most);
  });

  it('are found by an index that steps from kind to kind', () => {
    const { db, tx, ask } = groupOf([{}]);
    const statements: string[] = [];
    const { all } = db;
    db.all = (...call) => {
      statements.push(call[0]);
      return all.apply(db, call);
    };
    tx.members.withRoom(ask);
    const steps = all
      .apply(db, [`EXPLAIN QUERY PLAN ${statements[0]}`, { ...ask }])
      .map(({ detail }) => String(detail));
    expect(steps.filter((step) => /host_kind/.test(step))).toEqual([
      'SEARCH host USING INDEX host_kind (group_key=? AND <expr>=?)',
      'SEARCH host USING INDEX host_kind (group_key=? AND <expr>=? AND <expr>>?)',
      'SEARCH host USING INDEX host_kind (group_key=? AND <expr>=? AND <expr>=? AND <expr>>?)',
    ]);
    expect(steps.filter((step) => /^SCAN host/.test(step))).toEqual([]);
  });
});
