import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/local-engine/store/database.ts';
import { migrate } from '../../../src/local-engine/store/migrate.ts';
import { HOST_KINDS } from '../../../src/local-engine/store/migrations/host-kinds.ts';
import { MIGRATIONS } from '../../../src/local-engine/store/schema.ts';
import { launchInput } from '../../support/scenario/launch-words.ts';
import { readRows } from '../../support/scenario/rows.ts';
import { Stage } from '../../support/scenario/stage.ts';
import { EC2_VERBS } from '../../support/scenario/verbs-ec2.ts';
import { GROUP_VERBS } from '../../support/scenario/verbs-groups.ts';
import { LICENCE_VERBS } from '../../support/scenario/verbs-licence.ts';

const VERBS = { ...LICENCE_VERBS, ...EC2_VERBS, ...GROUP_VERBS };

/** How many rows the store hands out for a launch into a group on each of whose hosts a machine has come and gone. */
async function rowsRead(idle: number): Promise<number> {
  const stage = new Stage();
  const setting = `
    config    sql core affinity=30
    ami       win config=sql
    group     prod allocate
    launch    a from win m5.24xlarge x${idle} hrg=prod
    terminate ${Array.from({ length: idle }, (_, at) => `a${at + 1}`).join(' ')}`;
  for (const row of readRows(setting)) await VERBS[row.verb]?.(stage, row);
  const [row] = readRows('launch b from win m5.large x2 hrg=prod');
  if (row === undefined) throw new Error('there is one row');
  const input = await launchInput(stage, row);
  const { database } = stage.sandbox;
  const { all, get } = database;
  let rows = 0;
  database.all = (...call) => {
    const found = all.apply(database, call);
    rows += found.length;
    return found;
  };
  database.get = (...call) => {
    rows += 1;
    return get.apply(database, call);
  };
  await stage.call('ec2:RunInstances', input);
  return rows;
}

it('a launch into a group reads as much beside a hundred idle hosts as beside four', async () => {
  expect(await rowsRead(100)).toBe(await rowsRead(4));
});

it('a sandbox made before knows afterwards what its hosts are charged to', () => {
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(HOST_KINDS));
  const db = openDatabase(':memory:', { migrations: before });
  db.exec(`
    INSERT INTO configuration (key, account, region, id, name, counting, hard, status, rules, products,
      disassociate_when_not_found, created_at)
    SELECT value, '111122223333', 'us-east-1', 'lic-' || value, 'c' || value, 'Core', 1, 'AVAILABLE', '[]', '[]', 0, 0
    FROM json_each('[7, 12]');
    INSERT INTO host (account, region, id, family, zone, state, auto_placement, host_recovery, host_maintenance, cores,
      sockets, capacity_units, used_units, used_cores, running, allocated_at)
    SELECT '111122223333', 'us-east-1', value, 'm5', 'us-east-1a', 'available', 0, 0, 0, 48, 2, 48, 0, 0, 0, 0
    FROM json_each('["h-1", "h-2"]');
    INSERT INTO host_charge (configuration_key, host_id, units, running, by_hand, charged_at)
    SELECT value, 'h-1', 48, 0, 1, 0 FROM json_each('[12, 7]')`);
  migrate(db, [...before, HOST_KINDS], 0);
  const charged = () => db.all('SELECT id, charged_to FROM host ORDER BY id').map((row) => Object.values(row));
  expect(charged()).toEqual([
    ['h-1', '7,12'],
    ['h-2', ''],
  ]);
  db.run("DELETE FROM host_charge WHERE configuration_key = 7 AND host_id = 'h-1'", {});
  expect(charged()[0]).toEqual(['h-1', '12']);
  db.close();
});
