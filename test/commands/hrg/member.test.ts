import { describe, expect, test } from 'vitest';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

const OWNER = '111122223333';
const MEMBER = '444455556666';
const AS_MEMBER = `--account ${MEMBER}`;

/** A group that opens hosts, shared with the organization together with its licences; an AMI of the member's under them. */
async function shared(): Promise<void> {
  await sandbox.done(
    `local account add ${MEMBER} --name payroll`,
    'org create',
    'config create sql --type core --count 144 --hard',
    'hrg create prod --license sql --family r5 --auto-allocate',
    'share enable-organization',
  );
  const invited = await sandbox.done(`org account invite ${MEMBER} -o name`);
  await sandbox.done(
    `org account accept ${invited.trim()} ${AS_MEMBER}`,
    'hrg share prod --with organization --licenses',
    `ami register win --usage-operation windows-byol --imported ${AS_MEMBER}`,
    `ami attach win --config sql ${AS_MEMBER}`,
  );
}

const LAUNCH = `instance run --ami win --type r5.large --count 2 --hrg prod --name erp ${AS_MEMBER}`;

describe('a member account and a shared group', () => {
  test('launches into it, rehearsed or not, and is told whose the hosts are (hrg-share-ownership)', async () => {
    await shared();
    const rehearsed = await sandbox.lm(`${LAUNCH} --dry-run`);
    expect([rehearsed.exit, rehearsed.stderr]).toEqual([0, expect.stringContaining('(known after apply) takes 2')]);
    const { exit, stdout, stderr } = await sandbox.lm(`${LAUNCH} -o json`);
    expect([exit, stderr]).toEqual([0, expect.stringContaining(`takes 2: a host of account ${OWNER}`)]);
    expect(JSON.parse(stdout).hosts).toEqual([{ hostId: expect.stringMatching(/^h-/), owner: OWNER, takes: 2 }]);
    expect(await sandbox.ids(`host list ${AS_MEMBER}`)).toEqual([]);
    expect(await sandbox.ids('host list')).toHaveLength(1);
    const seen = await sandbox.lm(`hrg show prod ${AS_MEMBER}`);
    expect([seen.exit, seen.stderr]).toEqual([
      0,
      'hint: 1 host of another account: EC2 shows them to their owner only\n',
    ]);
    expect(await sandbox.done('hrg show prod')).toMatch(new RegExp(`i-\\w+ +r5.large +1 +h-\\w+ +${MEMBER}`));
  });

  test('has hosts of its own while the licences of another account are in use', async () => {
    await shared();
    await sandbox.done(LAUNCH, `host allocate --family r5 --zone us-east-1a --name mine ${AS_MEMBER}`);
    const { stderr } = await sandbox.lm(`instance run --ami win --type r5.large --host mine ${AS_MEMBER}`);
    expect(stderr).toContain('takes 1: 1/48 cores used, no licences of this account charged');
    const [mine] = Object(await sandbox.json(`host list ${AS_MEMBER}`)).Hosts;
    expect(mine).toMatchObject({ charges: [], unseenCharges: ['sql'] });
    await sandbox.done(`host show mine ${AS_MEMBER}`, `host modify mine --recovery ${AS_MEMBER}`);
    await sandbox.done(`instance stop i-* ${AS_MEMBER}`, `host release mine --yes ${AS_MEMBER}`);
  });

  test('config-data-ownership: does not see which hosts are charged to what another account owns', async () => {
    await shared();
    const outcome = await sandbox.lm(`host list --config sql ${AS_MEMBER}`);
    expect([outcome.exit, outcome.stderr]).toEqual([4, expect.stringContaining('config-data-ownership')]);
    await sandbox.done('host list --config sql');
  });

  test.each([
    'hrg delete prod --yes',
    'hrg update prod --family m5',
    'hrg add-host prod mine',
    'hrg remove-host prod mine',
  ])('hrg-owner-only: %s is refused to it', async (line) => {
    await shared();
    await sandbox.done(LAUNCH, `host allocate --family r5 --zone us-east-1a --name mine ${AS_MEMBER}`);
    const outcome = await sandbox.lm(`${line} ${AS_MEMBER}`);
    expect([outcome.exit, outcome.stderr]).toEqual([4, expect.stringContaining('hrg-owner-only')]);
  });
});
