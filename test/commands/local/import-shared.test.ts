import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/contract/fault.ts';
import { anAccount, type Meddle } from './account.ts';

const MEMBER = '444455556666';
const account = anAccount(MEMBER);
const AS = `--account ${MEMBER}`;

async function done(...lines: readonly string[]): Promise<string> {
  let stdout = '';
  for (const line of lines) {
    const outcome = await account.lm(line);
    expect(outcome.exit === 0 ? '' : `lm ${line}\n${outcome.stderr}`).toBe('');
    stdout = outcome.stdout;
  }
  return stdout;
}

const json = async (line: string): Promise<unknown> => JSON.parse(await done(`${line} -o json`));

/** An organization whose management account shares a group and its licences; the member runs machines in it. */
async function shared(): Promise<void> {
  await done(`local account add ${MEMBER} --name member`, 'org create');
  const invited: { Handshakes?: { Id?: string }[] } = JSON.parse(await done(`org account invite ${MEMBER} -o json`));
  await done(
    `${AS} org account accept ${invited.Handshakes?.[0]?.Id}`,
    'share enable-organization',
    'config create sql --type core --count 96 --hard',
    'ami register web',
    'ami attach web --config sql --all-accounts',
    `ami share web --with ${MEMBER}`,
    'hrg create prod --license sql --family m5 --auto-allocate --auto-release',
    'hrg share prod --with organization --with-licenses',
    `${AS} instance run --ami web --type m5.8xlarge --count 2 --hrg prod`,
    `${AS} ami register win --usage-operation RunInstances:0800 --imported`,
    `${AS} instance run --ami win --type m5.large --tenancy dedicated`,
  );
  const ids = (await done(`${AS} instance list -o name`)).trim().split('\n');
  await done(`${AS} inventory record ${ids.at(-1)}`);
}

const denied =
  (operation: string): Meddle =>
  (asked, output) => {
    if (asked !== operation) return output;
    throw new Fault({ code: 'AccessDeniedException', message: `User: ops is not authorized to perform: ${operation}` });
  };

describe('lm local import of an account with which others share', () => {
  it('copies what is shared with it, through the real clients', async () => {
    await shared();
    const { exit, stdout } = await account.import('--sandbox copy -o json');
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      copied: { configuration: 1, host_group: 1, host: 1, instance: 3, resource_share: 2, managed_node: 1 },
      unread: [],
      differences: [],
    });
    for (const line of ['config list', 'instance list', 'share list', 'hrg show prod', 'org show'])
      expect(await json(`--sandbox copy ${line}`), line).toEqual(await json(`${AS} ${line}`));
  });

  it('decides about launches into a group of another account as a check on AWS does', async () => {
    await shared();
    await account.import('--sandbox copy');
    for (const count of [1, 4, 40]) {
      const line = `check launch --ami web --type m5.8xlarge --count ${count} --hrg prod -o json`;
      const [live, copy] = [await account.live(line), await account.lm(`--sandbox copy ${line}`)];
      expect([copy.exit, decision(copy.stdout)], line).toEqual([live.exit, decision(live.stdout)]);
    }
  });

  it('names every permission that is missing for what is shared', async () => {
    await shared();
    const shares = denied('ram:GetResourceShares');
    const groups = denied('resource-groups:GetGroupConfiguration');
    const both: Meddle = (operation, output, input) => groups(operation, shares(operation, output, input), input);
    const { exit, stderr } = await account.import('--sandbox copy', both);
    expect(exit).toBe(4);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'Not allowed: ram:GetResourceShares (resource shares and resource shares of others)',
    );
    const rest = await account.import('--sandbox copy --partial', both);
    expect(rest.exit).toBe(0);
    const total = { LicenseConfigurations: [{ Name: 'sql', LicenseCount: 96, ConsumedLicenses: 48 }] };
    expect(await json('--sandbox copy config list')).toMatchObject(total);
    expect(await json('--sandbox copy local status')).toMatchObject({
      copiedFrom: { unread: [{ permission: 'ram:GetResourceShares' }, { permission: 'ram:GetResourceShares' }] },
    });
  });
});

/** What a check decides, without who decided and when. */
function decision(stdout: string): unknown {
  const { verdict, violations, notChecked, fits }: Record<string, unknown> = JSON.parse(stdout);
  return { verdict, violations, notChecked, fits };
}
