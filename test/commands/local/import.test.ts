import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/contract/fault.ts';
import { FILLED } from '../at-work.ts';
import { anAccount, type Meddle } from './account.ts';

const account = anAccount();

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

/** Ids and figures that people and programs look at. */
const EVERYTHING = [
  'config list',
  'config show win-dc',
  'config usage win-dc',
  'config associations win-dc',
  'instance list',
  'host list',
  'ami list --owner self',
  'template list',
  'template show web',
] as const;

const FLEET = [
  ...FILLED,
  'config tag win-dc team=db',
  'template create web --ami win2022-byol --type m5.8xlarge --tenancy host --config win-dc',
  'template create web --new-version --type m5.4xlarge',
] as const;

/** Lines as one text: where they break is for the width to say. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

const denied =
  (operation: string): Meddle =>
  (asked, output) => {
    if (asked !== operation) return output;
    throw new Fault({ code: 'AccessDeniedException', message: `User: ops is not authorized to perform: ${operation}` });
  };

describe('lm local import', () => {
  it('copies everything that counts, with the ids that it has on AWS', async () => {
    await done(...FLEET);
    const { exit, stderr } = await account.import('--sandbox copy');
    expect({ exit, stderr: stderr.split('\n')[0] }).toEqual({
      exit: 0,
      stderr: 'sandbox "copy" is a copy of account 111122223333 in us-east-1, with 4 kinds of assumptions',
    });
    for (const line of EVERYTHING) expect(await json(`--sandbox copy ${line}`), line).toEqual(await json(line));
  });

  it.each([
    'check launch --ami win2022-byol --type m5.8xlarge --tenancy host',
    'check launch --ami win2022-byol --type m5.8xlarge --tenancy shared',
    'check launch --ami win2022-byol --type m5.large --tenancy host',
    'check launch --launch-template web',
    'check config win-dc --count 64',
    'config update win-dc --count 64 --dry-run',
    'config update win-dc --count 144 --dry-run',
  ])('decides as the account does: lm %s', async (line) => {
    await done(...FLEET);
    await account.import('--sandbox copy');
    const [there, here] = [await account.lm(`${line} -o json`), await account.lm(`--sandbox copy ${line} -o json`)];
    expect(here).toEqual(there);
  });

  it('lives on by itself: what is done in the copy is not done on AWS', async () => {
    await done(...FLEET);
    await account.import('--sandbox copy');
    await done('--sandbox copy config update win-dc --count 144');
    await done('--sandbox copy instance run --ami win2022-byol --type m5.8xlarge --tenancy host');
    expect(await json('--sandbox copy config show win-dc')).toMatchObject({ LicenseCount: 144, ConsumedLicenses: 144 });
    expect(await json('config show win-dc')).toMatchObject({ LicenseCount: 96, ConsumedLicenses: 96 });
  });

  it('says in the status what it is a copy of, and what was assumed, until the sandbox is emptied', async () => {
    await done(...FLEET);
    await account.import('--sandbox copy');
    const status = await done('--sandbox copy local status');
    expect(status).toMatch(/copy of +account 111122223333 in us-east-1 at 2026-11-21T03:00:00.000Z, with 4 kinds of/);
    expect(status).toContain('private AMIs are shared with nobody');
    expect(await json('--sandbox copy local status')).toMatchObject({
      copiedFrom: { account: '111122223333', region: 'us-east-1', unread: [], differences: [] },
    });
    await done('--sandbox copy local reset --yes');
    expect(await json('--sandbox copy local status')).not.toHaveProperty('copiedFrom');
  });

  it('lists each assumption with its count, for programs too', async () => {
    await done(...FLEET);
    const { stdout } = await account.import('--sandbox copy -o json');
    const { assumed, copied }: { assumed: { kind: string; count: number }[]; copied: object } = JSON.parse(stdout);
    expect(assumed.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'association-origin 7',
      'configuration-created 1',
      'image-sharing 1',
      'quota 2',
    ]);
    expect(copied).toEqual({
      configuration: 1,
      image: 1,
      host: 3,
      host_group: 0,
      instance: 6,
      launch_template: 1,
      association: 7,
      resource_share: 0,
      conversion: 0,
      managed_node: 0,
      report_generator: 0,
    });
  });

  it('needs no --backend, and does not mind one', async () => {
    await done(...FLEET);
    expect((await account.import('--sandbox copy --backend aws')).exit).toBe(0);
    expect(await json('--sandbox copy config list')).toEqual(await json('config list'));
  });

  it('in a dry run says what would be copied, and copies nothing', async () => {
    await done(...FLEET);
    const { stdout, stderr } = await account.import('--sandbox copy --dry-run -o json');
    expect(stderr).toContain('would be a copy');
    expect(JSON.parse(stdout)).toMatchObject({ copied: { instance: 6 } });
    expect(await json('--sandbox copy config list')).toMatchObject({ LicenseConfigurations: [] });
    expect(await json('--sandbox copy local status')).not.toHaveProperty('copiedFrom');
  });

  it('of another account than the one expected is refused', async () => {
    const { exit, stderr } = await account.import('--sandbox copy --account 999988887777');
    expect(exit).toBe(4);
    expect(stderr).toContain('belong to account 111122223333');
  });
});

describe('a sandbox in which something was done', () => {
  it('is lost only by agreement', async () => {
    await done(...FLEET, '--sandbox copy config create mine --type vcpu');
    const { exit, stderr } = await account.import('--sandbox copy');
    expect(exit).toBe(2);
    expect(stderr).toContain('loses 1 license configuration');
    expect(stderr).toContain('add --yes');
    expect(await json('--sandbox copy config list')).toMatchObject({ LicenseConfigurations: [{ Name: 'mine' }] });
    expect((await account.import('--sandbox copy --yes')).exit).toBe(0);
    expect(await json('--sandbox copy config list')).toEqual(await json('config list'));
  });

  it('is a copy already: a fresh one takes its place by agreement', async () => {
    await done(...FLEET);
    await account.import('--sandbox copy');
    await done('config create later --type vcpu');
    expect((await account.import('--sandbox copy')).exit).toBe(2);
    expect((await account.import('--sandbox copy --yes')).exit).toBe(0);
    expect(await json('--sandbox copy config list')).toEqual(await json('config list'));
  });
});

describe('what may not be read', () => {
  const hosts = denied('ec2:DescribeHosts');
  const usage = denied('license-manager:ListUsageForLicenseConfiguration');
  const both: Meddle = (operation, output, input) => usage(operation, hosts(operation, output, input), input);

  it('is named with every permission that is missing, and nothing is imported', async () => {
    await done(...FLEET, '--sandbox copy config create mine --type vcpu');
    const { exit, stdout, stderr } = await account.import('--sandbox copy --yes', both);
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(flat(stderr)).toContain(
      'Not allowed: ec2:DescribeHosts (Dedicated Hosts); license-manager:ListUsageForLicenseConfiguration (usage of win-dc). To fix: have these actions allowed for these credentials, or import the rest: add --partial',
    );
    expect(await json('--sandbox copy config list')).toMatchObject({ LicenseConfigurations: [{ Name: 'mine' }] });
  });

  it('is left out by agreement, and said for as long as the copy lives; AWS’s total is kept', async () => {
    await done(...FLEET);
    const { exit, stdout } = await account.import('--sandbox copy --partial', both);
    expect(exit).toBe(0);
    expect(stdout).toContain('could not be read');
    expect(await json('--sandbox copy config show win-dc')).toMatchObject({ ConsumedLicenses: 96 });
    expect(await json('--sandbox copy local status')).toMatchObject({
      copiedFrom: { unread: [{ permission: expect.any(String) }, { permission: expect.any(String) }] },
    });
    const status = flat(await done('--sandbox copy local status'));
    expect(status).toContain('and 2 parts that could not be read');
    expect(status).toContain('not read Dedicated Hosts (ec2:DescribeHosts)');
  });

  it('ends the import when it is a failure: half a list is no list', async () => {
    await done(...FLEET);
    let asked = 0;
    const broken: Meddle = (operation, output) => {
      if (operation !== 'ec2:DescribeInstances') return output;
      asked += 1;
      if (asked === 1) return { ...output, NextToken: 'more' };
      throw new Fault({ code: 'InvalidPaginationToken', message: 'the token has expired' });
    };
    const { exit, stderr } = await account.import('--sandbox copy --partial', broken);
    expect(exit).toBe(1);
    expect(stderr).toContain('InvalidPaginationToken');
    expect(await json('--sandbox copy local status')).not.toHaveProperty('copiedFrom');
  });
});

describe('licences that AWS counts and names no resource for', () => {
  const moreThanListed: Meddle = (operation, output) =>
    operation === 'license-manager:GetLicenseConfiguration' ? { ...output, ConsumedLicenses: 98 } : output;

  it('are told as such in the copy, not as a machine that runs', async () => {
    await done(...FLEET);
    expect((await account.import('--sandbox copy', moreThanListed)).exit).toBe(0);
    const { stdout, stderr } = await account.lm('--sandbox copy config usage win-dc');
    expect(stdout).toMatch(/not-copied +no machine +– +– +2 +–/);
    expect(flat(stderr)).toContain('not-copied is no machine: it stands for licences that AWS counts');
    expect(await done('--sandbox copy config associations win-dc')).not.toContain('not-copied');
    const plain = await account.lm('config usage win-dc');
    expect(plain.stderr).not.toContain('not-copied');
  });

  it('go with the configuration when it is deleted', async () => {
    await done(...FLEET);
    await account.import('--sandbox copy', moreThanListed);
    await done('--sandbox copy config delete win-dc --detach --confirm win-dc');
    expect(await json('--sandbox copy config list')).toMatchObject({ LicenseConfigurations: [] });
  });
});
