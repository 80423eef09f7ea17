import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../src/local-engine/engine.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { StoreError } from '../../src/local-engine/store/errors.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { ACCOUNT, REGION, START, zeros } from '../support/sandbox.ts';
import { dump, sound, totalsAreSums } from '../support/scenario/invariants.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lm-full-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a full disk: the launch that has no room is refused with a clear error and changes nothing; with room it goes on', async () => {
  const database = openDatabase(join(folder, 'full.db'), { migrations: MIGRATIONS });
  const engine = new Engine({ database, wall: () => START, random: zeros });
  const scope = { account: ACCOUNT, region: REGION };
  const { LicenseConfigurationArn } = await engine.call(
    'license-manager:CreateLicenseConfiguration',
    { Name: 'sql', LicenseCountingType: 'vCPU' },
    scope,
  );
  const { Images = [] } = await engine.call('ec2:DescribeImages', {}, scope);
  const launch = () =>
    engine.call(
      'ec2:RunInstances',
      {
        ImageId: Images[0]?.ImageId,
        InstanceType: 'm5.large',
        MinCount: 40,
        MaxCount: 40,
        LicenseSpecifications: [{ LicenseConfigurationArn }],
      },
      scope,
    );
  const pages = Number(database.get('PRAGMA page_count')?.page_count);
  database.exec(`PRAGMA max_page_count=${pages + 20}`);

  let before = dump(database);
  const launchUntilFull = async () => {
    for (;;) {
      before = dump(database);
      await launch();
    }
  };
  const error = await launchUntilFull().catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ kind: 'full', message: expect.stringContaining('no space left') });
  expect(dump(database)).toEqual(before);
  expect(Number(before.instance?.length)).toBeGreaterThan(0);
  sound(database);
  totalsAreSums(database);

  database.exec('PRAGMA max_page_count=1000000');
  await launch();
  expect(dump(database).instance).toHaveLength(Number(before.instance?.length) + 40);
  engine.close();
});
