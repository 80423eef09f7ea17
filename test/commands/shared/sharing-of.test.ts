import { describe, expect, it } from 'vitest';
import { sharingFields } from '../../../src/commands/shared/sharing-fields.ts';
import { lm } from '../../cli/harness.ts';
import { atWork } from '../at-work.ts';

const sandbox = atWork();
const PARTNER = '444455556666';

describe('lm config show -o json', () => {
  it('of what another account shares says whose it is', async () => {
    await sandbox.done(`local account add ${PARTNER} --name partner`, 'config create sql --type core --count 48');
    await sandbox.done(`config share sql --with ${PARTNER}`, `--account ${PARTNER} share accept sql`);
    expect(await sandbox.json(`--account ${PARTNER} config show sql`)).toMatchObject({
      Name: 'sql',
      sharedBy: '111122223333',
    });
    const { stdout } = await lm(sandbox.folder(), `--account ${PARTNER} config show sql`);
    expect(stdout).toContain(`by account 111122223333 with account ${PARTNER}`);
  });

  it('of what was shared once says that it is not any more', async () => {
    await sandbox.done('config create sql --type core --count 48', `config share sql --with ${PARTNER}`);
    await sandbox.done(`config share sql --with ${PARTNER} --remove`);
    expect(await sandbox.json('config show sql')).toMatchObject({ sharedWith: [] });
  });
});

it('what may not be read is a line that names the permission', () => {
  const notRead = [{ what: 'sharedWith', permission: 'ram:GetResourceShareAssociations' }] as const;
  expect(sharingFields({ notRead }, PARTNER)).toEqual([
    ['shared with', 'could not be read (allow ram:GetResourceShareAssociations)'],
  ]);
});
