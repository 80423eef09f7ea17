import { describe, expect, test } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();
const WEB = 'template create web --ami win2022-byol --type m5.8xlarge --tenancy dedicated-host --config win-dc';

describe('lm template create', () => {
  test('keeps what a launch needs, with license configurations by name', async () => {
    await sandbox.done(...MAIN_JOB, WEB);
    expect(await sandbox.json('template show web')).toMatchObject({
      LaunchTemplateName: 'web',
      LaunchTemplateVersions: [
        {
          VersionNumber: 1,
          LaunchTemplateData: {
            InstanceType: 'm5.8xlarge',
            Placement: { Tenancy: 'host' },
            LicenseSpecifications: [
              { LicenseConfigurationArn: expect.stringContaining(':license-configuration:lic-') },
            ],
          },
        },
      ],
    });
  });

  test('a new version takes over what it does not say; launches name it', async () => {
    await sandbox.done(...MAIN_JOB, WEB);
    const { stderr } = await sandbox.lm('template create web --new-version --type m5.4xlarge');
    expect(stderr).toContain('made version 2 of launch template web\n');
    expect(stderr).toContain('lm instance run --launch-template web:2');
    const shown = await sandbox.done('template show web');
    expect(shown).toMatch(/^ {2}2 +win2022-byol +m5.4xlarge +Dedicated Hosts .*win-dc/m);
    expect(shown).toMatch(/^ {2}1 \(default\) +win2022-byol +m5.8xlarge/m);
    await sandbox.done('instance run --launch-template web', 'instance run --launch-template web:2');
    expect(await sandbox.ids('instance list --type m5.4xlarge')).toHaveLength(1);
    expect(await sandbox.ids('instance list --type m5.8xlarge')).toHaveLength(1);
  });

  test('template-name-in-use: a name that exists is refused (exit 6), and a new version is offered', async () => {
    await sandbox.done(...MAIN_JOB, WEB);
    const { exit, stderr } = await sandbox.lm(WEB);
    expect(exit).toBe(6);
    expect(stderr).toContain('lm template create web --new-version');
  });

  test.each([
    ['template create web', 2, 'would say nothing about a launch'],
    ['template create web --type m5.large --from 1', 2, '--from goes with --new-version'],
    ['template create web --new-version --type m5.large', 5, 'there is no launch template "web"'],
    ['template create ab --type m5.large', 3, '3 to 128'],
    ['template create web --ami nope', 5, 'there is no AMI "nope"'],
    ['template create web --type m5.large --tenancy hots', 2, 'must be shared, dedicated or host'],
  ])('%s is refused', async (line, exit, words) => {
    const outcome = await sandbox.lm(line);
    expect(outcome.exit).toBe(exit);
    expect(outcome.stderr).toContain(words);
    expect(await sandbox.ids('template list')).toEqual([]);
  });

  test('a version that does not exist is no start for another', async () => {
    await sandbox.done(...MAIN_JOB, WEB);
    expect((await sandbox.lm('template create web --new-version --from 7 --type m5.large')).exit).toBe(5);
  });
});

test('what a launch needs may come as data, for what has no option of its own', async () => {
  const stdin = JSON.stringify({ LaunchTemplateData: { InstanceType: 'm5.large', EbsOptimized: true } });
  const { exit } = await lm(sandbox.folder(), 'template create web --type m5.xlarge --input -', { stdin });
  expect(exit).toBe(0);
  expect(await sandbox.json('template show web')).toMatchObject({
    LaunchTemplateVersions: [{ LaunchTemplateData: { InstanceType: 'm5.xlarge', EbsOptimized: true } }],
  });
});

describe('lm template list, show and delete', () => {
  test('an empty list says how to make one', async () => {
    expect(await sandbox.done('template list')).toBe(
      'no launch templates; make one with lm template create NAME --ami AMI --type TYPE\n',
    );
  });

  test('a name that is nearly right is suggested', async () => {
    await sandbox.done('template create web --type m5.large');
    const { exit, stderr } = await sandbox.lm('template show wbe');
    expect(exit).toBe(5);
    expect(stderr).toContain('did you mean web?');
  });

  test('deleting asks first and tells how many versions go', async () => {
    await sandbox.done('template create web --type m5.large', 'template create web --new-version --type m5.xlarge');
    const asked = await sandbox.lm('template delete web');
    expect(asked.exit).toBe(2);
    expect(asked.stderr).toMatch(/^delete launch template web \(lt-\w+\): 2 versions$/m);
    expect((await sandbox.lm('template delete web --yes')).stderr).toContain(
      'deleted launch template web with 2 versions',
    );
    expect(await sandbox.ids('template list')).toEqual([]);
  });
});

test.each([
  'template create front --type m5.large',
  'template create web --new-version --type m5.xlarge',
  'template delete web',
])('lm %s --dry-run changes nothing', async (line) => {
  await sandbox.done('template create web --type m5.large');
  const before = await sandbox.json('template show web');
  const { exit, stderr } = await sandbox.lm(`${line} --dry-run`);
  expect(exit).toBe(0);
  expect(stderr).toMatch(/^would /m);
  expect(await sandbox.json('template show web')).toEqual(before);
  expect(await sandbox.ids('template list')).toEqual(['web']);
});
