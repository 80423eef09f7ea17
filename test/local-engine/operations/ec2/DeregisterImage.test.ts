import { expect, it } from 'vitest';
import { HOUR, OTHER, refusal, stage } from './support.ts';

async function associated() {
  const s = stage();
  const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'own' });
  const arn = await s.config('vcpus');
  await s.attach(arn, ImageId);
  const listed = async () => {
    const list = await s.call('license-manager:ListAssociationsForLicenseConfiguration', {
      LicenseConfigurationArn: arn,
    });
    return (list.LicenseConfigurationAssociations ?? []).length;
  };
  return { s, ImageId, arn, listed };
}

it('the AMI vanishes at once, and its name is free again', async () => {
  const { s, ImageId } = await associated();
  await s.call('ec2:DeregisterImage', { ImageId });
  expect(await s.image('own')).toBe('');
  await expect(s.shownImage(ImageId)).rejects.toEqual(refusal('launch-ami-access'));
  await s.call('ec2:RegisterImage', { Name: 'own' });
});

it('ami-deregistered-lingers, ami-deregistered-sweep: its association stays until the next of the eight-hourly sweeps', async () => {
  const { s, ImageId, listed } = await associated();
  await s.call('ec2:DeregisterImage', { ImageId });
  expect(await listed()).toBe(1);
  // It is 03:00 UTC: the next sweep is at 08:00.
  s.tick(5 * HOUR - 1000);
  expect(await listed()).toBe(1);
  s.tick(1000);
  expect(await listed()).toBe(0);
});

it('ami-deregistered-blocks-delete: until then the configuration cannot be deleted', async () => {
  const { s, ImageId, arn } = await associated();
  const remove = () => s.call('license-manager:DeleteLicenseConfiguration', { LicenseConfigurationArn: arn });
  await s.call('ec2:DeregisterImage', { ImageId });
  await expect(remove()).rejects.toEqual(refusal('ami-deregistered-blocks-delete'));
  s.tick(5 * HOUR);
  await remove();
});

it('ami-disassociate: machines launched from it keep their associations', async () => {
  const { s, ImageId, arn, listed } = await associated();
  await s.run(ImageId);
  await s.call('ec2:DeregisterImage', { ImageId });
  s.tick(8 * HOUR);
  expect(await listed()).toBe(1);
  expect(await s.consumed(arn)).toBe(2);
});

it('ami-owner-only, launch-ami-access: only its owner, only once', async () => {
  const { s, ImageId } = await associated();
  await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ UserId: OTHER.account }] } });
  await expect(s.call('ec2:DeregisterImage', { ImageId }, OTHER)).rejects.toEqual(
    refusal('ami-owner-only', 'AuthFailure'),
  );
  await s.call('ec2:DeregisterImage', { ImageId });
  await expect(s.call('ec2:DeregisterImage', { ImageId })).rejects.toEqual(refusal('launch-ami-access'));
});
