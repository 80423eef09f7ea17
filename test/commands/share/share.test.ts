import { describe, expect, test } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { ENTER, terminal } from '../../prompts/terminal.ts';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

const PARTNER = '444455556666';
const SHOP = [`local account add ${PARTNER} --name partner`, 'config create sql --type vcpu --count 4 --hard'] as const;
const SHARED = `config share sql --with ${PARTNER}`;

describe('lm config share', () => {
  test('makes one share for the configuration, and adds further accounts to it', async () => {
    await sandbox.done(...SHOP);
    expect(await sandbox.json(SHARED)).toMatchObject({
      formatVersion: 1,
      resources: [{ name: 'sql', sharedWith: [{ principal: PARTNER, status: 'invited', external: true }] }],
    });
    await sandbox.done('config share sql --with 777788889999,777788889998');
    expect(await sandbox.json('share list')).toMatchObject({
      given: [{ name: 'sql', sharedWith: [{ principal: PARTNER }, { principal: '777788889999' }, {}] }],
      received: [],
      invitations: [],
    });
    expect(await sandbox.ids('share list')).toEqual(['sql']);
  });

  test('says what is so already, and changes nothing then', async () => {
    await sandbox.done(...SHOP, SHARED);
    const again = await sandbox.lm(SHARED);
    expect(again.exit).toBe(0);
    expect(again.stderr).toBe(`unchanged: sql is shared with account ${PARTNER} already\n`);
    const other = await sandbox.lm('config share sql --with 777788889999 --remove');
    expect(other.stderr).toBe('unchanged: sql is not shared with account 777788889999\n');
  });

  test('--remove takes one out, and the share goes with the last', async () => {
    await sandbox.done(...SHOP, 'config share sql --with 777788889999', SHARED);
    const { stderr } = await sandbox.lm('config share sql --with 777788889999 --remove');
    expect(stderr).toContain('ended sharing sql with account 777788889999\n');
    expect(await sandbox.json('share list')).toMatchObject({ given: [{ sharedWith: [{ principal: PARTNER }] }] });
    await sandbox.done(`${SHARED} --remove`);
    expect(await sandbox.json('share list')).toMatchObject({ given: [] });
  });

  test('a dry run says what it would do and does not', async () => {
    await sandbox.done(...SHOP);
    const { stderr, exit } = await sandbox.lm(`${SHARED} --dry-run`);
    expect([exit, stderr]).toEqual([0, expect.stringContaining(`would share sql with account ${PARTNER}\n`)]);
    expect(await sandbox.json('share list')).toMatchObject({ given: [] });
  });

  test.each([
    [
      'config share sql --with nobody',
      2,
      '--with takes account ids, organization or the id of a unit; you gave "nobody"',
    ],
    ['config share sql --with organization', 6, 'org-needed'],
    ['config share sql', 2, '--with'],
    [`config share other --with ${PARTNER}`, 5, 'there is no license configuration "other"'],
    [`config share sql --with ${PARTNER} --account ${PARTNER}`, 5, 'there is no license configuration "sql"'],
  ])('%s exits %d', async (line, exit, words) => {
    await sandbox.done(...SHOP);
    const outcome = await sandbox.lm(line);
    expect([outcome.exit, outcome.stderr]).toEqual([exit, expect.stringContaining(words)]);
  });

  test('share-resource-owner: what was shared with an account it cannot share on', async () => {
    await sandbox.done(...SHOP, SHARED, `share accept sql --account ${PARTNER}`);
    const { exit, stderr } = await sandbox.lm(`config share sql --with 777788889999 --account ${PARTNER}`);
    expect([exit, stderr]).toEqual([4, expect.stringContaining('share-resource-owner')]);
  });
});

describe('lm share', () => {
  test('an invitation is listed, accepted, and then what it gives is used and shown', async () => {
    await sandbox.done(...SHOP, SHARED);
    const waiting = await sandbox.lm(`share list --account ${PARTNER}`);
    expect(waiting.stdout).toContain('invitation waits');
    expect(waiting.stderr).toContain('hint: to accept it: lm share accept sql\n');
    await sandbox.done(`share accept 111122223333 --account ${PARTNER}`);
    expect(await sandbox.json(`share list --account ${PARTNER}`)).toMatchObject({
      received: [{ name: 'sql', owningAccountId: '111122223333', resources: [expect.stringMatching(/:lic-/)] }],
      invitations: [],
    });
    await sandbox.done(
      `instance run --ami amazon-linux-2023 --type m5.large --config sql --name theirs --account ${PARTNER}`,
    );
    expect(await sandbox.done('config usage sql')).toContain(PARTNER);
    expect(await sandbox.done('config show sql')).toContain(`shared with  account ${PARTNER}`);
    const theirs = await sandbox.done(`config show sql --account ${PARTNER}`);
    expect(theirs).toContain(`by account 111122223333 with account ${PARTNER}`);
    const blocked = await sandbox.lm(
      `instance run --ami amazon-linux-2023 --type m5.xlarge --config sql --account ${PARTNER}`,
    );
    expect([blocked.exit, blocked.stderr]).toEqual([3, expect.stringContaining('launch-hard-block')]);
  });

  test('an invitation that was answered is found to be told so', async () => {
    await sandbox.done(...SHOP, SHARED, `share reject sql --account ${PARTNER}`);
    const late = await sandbox.lm(`share accept sql --account ${PARTNER}`);
    expect([late.exit, late.stderr]).toEqual([6, expect.stringContaining('share-invitation-rejected')]);
    const none = await sandbox.lm('share accept sql');
    expect([none.exit, none.stderr]).toEqual([5, expect.stringContaining('there is no invitation "sql"')]);
    expect((await sandbox.lm(`share list --all --account ${PARTNER}`)).stdout).toContain('invitation rejected');
  });

  test('delete asks first, and names what ends', async () => {
    await sandbox.done(...SHOP, SHARED);
    const asked = await sandbox.lm('share delete sql');
    expect([asked.exit, asked.stderr]).toEqual([2, expect.stringContaining(`sql with account ${PARTNER}`)]);
    await sandbox.done('share delete sql --yes');
    expect(await sandbox.json('share list')).toMatchObject({ given: [] });
  });
});

describe('within an organization', () => {
  const GROUP = [
    'org create',
    'config create sql --type core --count 96',
    'hrg create prod --license sql --family m5',
  ] as const;

  test('lm hrg share tells which configurations are missing, and --licenses shares them too', async () => {
    await sandbox.done(...GROUP, 'share enable-organization');
    const alone = await sandbox.lm('hrg share prod --with organization');
    expect([alone.exit, alone.stderr]).toEqual([
      0,
      expect.stringContaining(
        'its license configuration sql is not shared with all of them: repeat it with --licenses',
      ),
    ]);
    const { stdout, stderr } = await sandbox.lm('hrg share prod --with org --licenses');
    expect(stderr).toMatch(
      /^unchanged: prod is shared with organization o-\w+ already\nshared sql with organization o-\w+\n$/,
    );
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['name', 'prod', 'sql', '']);
    expect(await sandbox.done('hrg show prod')).toMatch(/shared with +organization o-/);
    await sandbox.done('hrg share prod --with organization --licenses --remove');
    expect(await sandbox.json('share list')).toMatchObject({ given: [] });
  });

  test('at a terminal lm hrg share asks for the configurations that are missing, and for nothing else', async () => {
    await sandbox.done(...GROUP, 'share enable-organization');
    const line = 'hrg share prod --with organization';
    const shared = async () => (await sandbox.ids('share list')).join(' ');
    const question = 'Share its license configuration sql with them too?';
    const tried = terminal([question, ENTER]);
    const rehearsed = await lm(sandbox.folder(), `${line} --dry-run`, tried.io);
    expect([rehearsed.exit, await shared()]).toEqual([0, '']);
    const no = terminal([question, `n${ENTER}`]);
    const refused = await lm(sandbox.folder(), line, no.io);
    expect([refused.exit, refused.stderr.includes('hint'), await shared()]).toEqual([0, false, 'prod']);
    const yes = terminal([question, ENTER]);
    expect((await lm(sandbox.folder(), line, yes.io)).exit).toBe(0);
    expect(await shared()).toBe('prod sql');
    const again = terminal();
    expect((await lm(sandbox.folder(), line, again.io)).exit).toBe(0);
    expect(again.drawn).toBe('');
  });

  test('--no-licenses is an answer: nothing is asked, nothing hinted', async () => {
    await sandbox.done(...GROUP, 'share enable-organization');
    const screen = terminal();
    const line = 'hrg share prod --with organization --no-licenses';
    const { exit, stderr } = await lm(sandbox.folder(), line, screen.io);
    expect([exit, stderr.includes('hint'), screen.drawn]).toEqual([0, false, '']);
    expect(await sandbox.ids('share list')).toEqual(['prod']);
  });

  test.each([
    ['hrg share prod --with organization', 5, 'sharing with RAM is not switched on in it'],
    [`hrg share prod --with ${PARTNER}`, 3, 'share-organization-only'],
    ['hrg share any --with organization --licenses', 2, 'any takes any license configuration'],
    ['config share sql --with o-zzzzzzzzzz', 2, 'is not your organization'],
    ['config share sql --with ou-abcd-12345678', 5, 'sharing with RAM is not switched on'],
  ])('%s exits %d', async (line, exit, words) => {
    await sandbox.done(...GROUP, 'hrg create any');
    const outcome = await sandbox.lm(line);
    expect([outcome.exit, outcome.stderr]).toEqual([exit, expect.stringContaining(words)]);
  });

  test('share-enable-management: only the management account switches it on', async () => {
    await sandbox.done(`local account add ${PARTNER} --name partner`, 'org create');
    const outcome = await sandbox.lm(`share enable-organization --account ${PARTNER}`);
    expect([outcome.exit, outcome.stderr]).toEqual([4, expect.stringContaining('share-enable-management')]);
    await sandbox.done('share enable-organization');
  });
});
