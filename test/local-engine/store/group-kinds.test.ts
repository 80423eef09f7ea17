import { expect, it } from 'vitest';
import { Tx } from '../../../src/local-engine/store/store.ts';
import { testSandbox } from '../../support/sandbox.ts';

/** A group of hosts of these kinds (a family, or one type), each with so many machines running on it. */
function groupOf(...hosts: readonly (readonly [kind: string, running: number])[]) {
  const { database: db, home } = testSandbox();
  const tx = new Tx(db);
  const { groups } = tx.in(home);
  groups.insert({ name: 'pool', description: undefined, configuration: '[]', createdAt: 0 });
  const group = groups.named('pool')?.key ?? 0;
  for (const [at, [kind, running]] of hosts.entries()) {
    const [family = '', size] = kind.split('.');
    tx.in(home).hosts.insert({
      id: `h-${at}`,
      family,
      instanceType: size === undefined ? undefined : kind,
      zone: 'us-east-1a',
      state: 'available',
      autoPlacement: false,
      hostRecovery: false,
      hostMaintenance: false,
      cores: 48,
      sockets: 2,
      vcpus: 96,
      capacityUnits: 48,
      allocatedAt: 0,
    });
    tx.in(home).hosts.join(`h-${at}`, group, undefined);
    db.run('UPDATE host SET running = $running WHERE id = $id', { running, id: `h-${at}` });
  }
  return { db, tx, group };
}

it('names each kind that runs in a group once, families before their types, and none that is idle', () => {
  const { tx, group } = groupOf(
    ['m5.large', 2],
    ['m5', 1],
    ['c4.xlarge', 1],
    ['m5', 3],
    ['r5', 0],
    ['c4.large', 1],
    ['c4.large', 4],
    ['z1d', 1],
  );
  const kinds = tx.members.running(group).map(({ family, instanceType }) => instanceType ?? family);
  expect(kinds).toEqual(['c4.large', 'c4.xlarge', 'm5', 'm5.large', 'z1d']);
});

it('finds nothing in an empty group, or where nothing runs', () => {
  const { tx, group } = groupOf(['m5', 0], ['c4.large', 0]);
  expect(tx.members.running(group)).toEqual([]);
  expect(tx.members.running(group + 1)).toEqual([]);
});

it('steps from kind to kind: hosts of the same kind are not read one by one', () => {
  const { db, tx, group } = groupOf(...Array.from({ length: 200 }, () => ['m5', 1] as const), ['m5.large', 1]);
  const rows: unknown[] = [];
  const { get } = db;
  db.get = (...call) => {
    const row = get.apply(db, call);
    rows.push(row);
    return row;
  };
  expect(tx.members.running(group)).toHaveLength(2);
  expect(rows.length).toBeLessThan(10);
});

it('lists its hosts by key, without sorting all of them', () => {
  const { db } = groupOf(['m5', 0]);
  const query = 'SELECT * FROM host WHERE group_key = 1 AND host.key > 5 ORDER BY host.key LIMIT 10';
  expect(db.all(`EXPLAIN QUERY PLAN ${query}`).map(({ detail }) => detail)).toEqual([
    'SEARCH host USING INDEX host_member (group_key=? AND rowid>?)',
  ]);
});
