import { describe, expect, it } from 'vitest';
import { configurationArn } from '../../../../src/validation/arns.ts';
import { REGION } from '../../../support/sandbox.ts';
import { OTHER, refusal, stage } from './support.ts';

describe('who licenses the system', () => {
  it.each([
    [{ UsageOperation: 'RunInstances:0800' }, 'RunInstances:0800', 'Windows BYOL'],
    [{ Platform: 'Windows', LicenseType: 'BYOL' }, 'RunInstances:0800', 'Windows BYOL'],
    [{ Platform: 'Windows', LicenseType: 'AWS' }, 'RunInstances:0002', 'Windows'],
    [{ Platform: 'Windows' }, 'RunInstances:0002', 'Windows'],
    [{ Platform: 'Linux' }, 'RunInstances', 'Linux/UNIX'],
    [{}, 'RunInstances', 'Linux/UNIX'],
  ])('ami-import-operation: %o is %s', async (input, code, details) => {
    const s = stage();
    const { ImageId = '', UsageOperation } = await s.call('ec2:ImportImage', input);
    expect(UsageOperation).toBe(code);
    expect(await s.shownImage(ImageId)).toMatchObject({
      UsageOperation: code,
      PlatformDetails: details,
      Public: false,
    });
  });

  it('ami-import-operation: a code and a licence type together are refused', async () => {
    const { call } = stage();
    const both = { UsageOperation: 'RunInstances:0800', LicenseType: 'BYOL' };
    await expect(call('ec2:ImportImage', both)).rejects.toEqual(
      refusal('ami-import-operation', 'InvalidParameterCombination'),
    );
  });

  it('ami-import-values: an unknown code, licence type or platform is refused', async () => {
    const { call } = stage();
    for (const input of [{ UsageOperation: 'RunInstances:0008' }, { LicenseType: 'aws' }, { Platform: 'windows' }]) {
      await expect(call('ec2:ImportImage', input)).rejects.toEqual(
        refusal('ami-import-values', 'InvalidParameterValue'),
      );
    }
  });
});

describe('its name', () => {
  const named = (Value: string) => ({
    TagSpecifications: [{ ResourceType: 'import-image-task' as const, Tags: [{ Key: 'Name', Value }] }],
  });

  it("is the task's, as AWS has no member for it", async () => {
    const { call, shownImage } = stage();
    const { ImageId = '', ImportTaskId, Status } = await call('ec2:ImportImage', {});
    expect(Status).toBe('completed');
    expect(ImportTaskId).toMatch(/^import-ami-/);
    expect(await shownImage(ImageId)).toMatchObject({ Name: ImportTaskId });
  });

  it("is the task's tag Name, where it has one", async () => {
    const { call, shownImage } = stage();
    const { ImageId = '' } = await call('ec2:ImportImage', named('win-byol'));
    expect(await shownImage(ImageId)).toMatchObject({ Name: 'win-byol' });
  });

  it('ami-name-in-use: is not given twice', async () => {
    const { call } = stage();
    await call('ec2:ImportImage', named('win-byol'));
    await expect(call('ec2:ImportImage', named('win-byol'))).rejects.toEqual(
      refusal('ami-name-in-use', 'InvalidAMIName.Duplicate'),
    );
    await call('ec2:ImportImage', named('win-byol-2'));
  });
});

describe('license configurations', () => {
  const by = (...arns: string[]) => ({
    LicenseSpecifications: arns.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })),
  });

  it('launch-ami-automatic: come with the AMI, so that a launch from it is tracked', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const { ImageId = '' } = await s.call('ec2:ImportImage', by(arn, arn));
    expect(await s.consumed(arn)).toBe(0);
    await s.run(ImageId);
    expect(await s.consumed(arn)).toBe(2);
  });

  it('license-configuration-arn-malformed, launch-unknown-config, config-region-scoped: are looked up', async () => {
    const s = stage();
    const unknown = configurationArn(s.home, `lic-${'0'.repeat(32)}`);
    await expect(s.call('ec2:ImportImage', by('lic-1'))).rejects.toEqual(
      refusal('license-configuration-arn-malformed', 'InvalidLicenseConfigurationId.Malformed'),
    );
    await expect(s.call('ec2:ImportImage', by(unknown))).rejects.toEqual(
      refusal('launch-unknown-config', 'InvalidParameterValue'),
    );
    await expect(s.call('ec2:ImportImage', by(unknown.replace(REGION, 'eu-west-1')))).rejects.toEqual(
      refusal('config-region-scoped', 'InvalidParameterValue'),
    );
  });

  it('launch-config-not-shared: are the own ones', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    await expect(s.call('ec2:ImportImage', by(arn), OTHER)).rejects.toEqual(
      refusal('launch-config-not-shared', 'UnauthorizedOperation'),
    );
  });

  it('config-deactivate-association-refused: are active', async () => {
    const s = stage();
    const arn = await s.config('vcpus');
    const set = (LicenseConfigurationStatus: 'DISABLED' | 'AVAILABLE') =>
      s.call('license-manager:UpdateLicenseConfiguration', {
        LicenseConfigurationArn: arn,
        LicenseConfigurationStatus,
      });
    await set('DISABLED');
    await expect(s.call('ec2:ImportImage', by(arn))).rejects.toEqual(refusal('config-deactivate-association-refused'));
    await set('AVAILABLE');
    await s.call('ec2:ImportImage', by(arn));
  });

  it('quota-configurations-per-resource-10: are ten at most', async () => {
    const s = stage();
    const arns: string[] = [];
    for (let index = 1; index <= 11; index += 1) arns.push(await s.config(`c${index}`));
    await expect(s.call('ec2:ImportImage', by(...arns))).rejects.toEqual(
      refusal('quota-configurations-per-resource-10'),
    );
    await s.call('ec2:ImportImage', by(...arns.slice(0, 10)));
  });
});

it('client-token-mismatch: a token answers the same again, and is refused for another request', async () => {
  const { call } = stage();
  const first = await call('ec2:ImportImage', { ClientToken: 'once', Platform: 'Windows' });
  expect(await call('ec2:ImportImage', { ClientToken: 'once', Platform: 'Windows' })).toEqual(first);
  await expect(call('ec2:ImportImage', { ClientToken: 'once', Platform: 'Linux' })).rejects.toEqual(
    refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
  );
});
