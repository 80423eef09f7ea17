import { describe, expect, it } from 'vitest';
import { OTHER, refusal, stage } from './support.ts';

async function own() {
  const s = stage();
  const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'own' });
  return { s, ImageId };
}

describe('sharing', () => {
  it('ami-cross-account-tracking: lets an account launch, and with a cross-account association its launches count', async () => {
    const { s, ImageId } = await own();
    const arn = await s.config('vcpus');
    await s.attach(arn, ImageId, 'cross-account');
    await expect(s.run(ImageId, {}, OTHER)).rejects.toEqual(refusal('launch-ami-access', 'InvalidAMIID.NotFound'));
    const LaunchPermission = { Add: [{ UserId: OTHER.account }] };
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission });
    await s.run(ImageId, {}, OTHER);
    expect(await s.consumed(arn)).toBe(2);
  });

  it('ami-current-account-tracking: without the scope only the own launches count', async () => {
    const { s, ImageId } = await own();
    const arn = await s.config('vcpus');
    await s.attach(arn, ImageId);
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ Group: 'all' }] } });
    await s.run(ImageId, {}, OTHER);
    expect(await s.consumed(arn)).toBe(0);
  });

  it('ami-cross-hard-limit: a full pool blocks every account', async () => {
    const { s, ImageId } = await own();
    const arn = await s.config('vcpus', { LicenseCount: 2, LicenseCountHardLimit: true });
    await s.attach(arn, ImageId, 'cross-account');
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ UserId: OTHER.account }] } });
    await s.run(ImageId, {}, OTHER);
    await expect(s.run(ImageId, {}, OTHER)).rejects.toEqual(refusal('launch-hard-block'));
    await expect(s.run(ImageId)).rejects.toEqual(refusal('launch-hard-block'));
  });

  it('ami-cross-soft-limit: beyond a soft limit every account is only told', async () => {
    const { s, ImageId } = await own();
    const arn = await s.config('vcpus', { LicenseCount: 2 });
    await s.attach(arn, ImageId, 'cross-account');
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ UserId: OTHER.account }] } });
    await s.run(ImageId);
    s.alerts();
    await s.run(ImageId, {}, OTHER);
    expect(s.alerts()).toEqual(['launch-soft-alert']);
  });

  it('is what ExecutableUsers finds images by: explicit permissions, and the public ones for all', async () => {
    const { s, ImageId } = await own();
    const found = async (user: string, scope = OTHER) => {
      const { Images = [] } = await s.call('ec2:DescribeImages', { ExecutableUsers: [user] }, scope);
      return Images.map((image) => image.ImageId);
    };
    expect(await found('self')).toEqual([]);
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ UserId: OTHER.account }] } });
    expect(await found('self')).toEqual([ImageId]);
    expect(await found(OTHER.account, s.home)).toEqual([ImageId]);
    expect(await found('self', s.home)).toEqual([]);
    expect(await found('all')).not.toContain(ImageId);
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [{ Group: 'all' }] } });
    expect(await found('all')).toContain(ImageId);
  });

  it('is taken back', async () => {
    const { s, ImageId } = await own();
    const permission = [{ UserId: OTHER.account }, { Group: 'all' as const }];
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Add: permission } });
    expect(await s.shownImage(ImageId, OTHER)).toMatchObject({ Public: true });
    await s.call('ec2:ModifyImageAttribute', { ImageId, LaunchPermission: { Remove: permission } });
    await expect(s.shownImage(ImageId, OTHER)).rejects.toEqual(refusal('launch-ami-access'));
  });

  it('can be asked for by attribute, operation and list', async () => {
    const { s, ImageId } = await own();
    const change = (OperationType: 'add' | 'remove') => ({
      ImageId,
      Attribute: 'launchPermission',
      OperationType,
      UserIds: [OTHER.account],
    });
    await s.call('ec2:ModifyImageAttribute', change('add'));
    await s.shownImage(ImageId, OTHER);
    await s.call('ec2:ModifyImageAttribute', change('remove'));
    await expect(s.shownImage(ImageId, OTHER)).rejects.toEqual(refusal('launch-ami-access'));
  });
});

it('describes, by structure and by attribute', async () => {
  const { s, ImageId } = await own();
  await s.call('ec2:ModifyImageAttribute', { ImageId, Description: { Value: 'first' } });
  expect(await s.shownImage(ImageId)).toMatchObject({ Description: 'first' });
  await s.call('ec2:ModifyImageAttribute', { ImageId, Attribute: 'description', Value: 'second' });
  expect(await s.shownImage(ImageId)).toMatchObject({ Description: 'second' });
});

describe('refusals', () => {
  const open = { LaunchPermission: { Add: [{ Group: 'all' as const }] } };

  it('ami-owner-only: whoever may launch an AMI may not share it', async () => {
    const s = stage();
    const ImageId = await s.image('amazon-linux-2023');
    await expect(s.call('ec2:ModifyImageAttribute', { ImageId, ...open })).rejects.toEqual(
      refusal('ami-owner-only', 'AuthFailure'),
    );
  });

  it('launch-ami-access: an AMI that the caller cannot see', async () => {
    const { s, ImageId } = await own();
    await expect(s.call('ec2:ModifyImageAttribute', { ImageId, ...open }, OTHER)).rejects.toEqual(
      refusal('launch-ami-access'),
    );
  });

  it('ami-share-account: an account is twelve digits', async () => {
    const { s, ImageId } = await own();
    const share = (UserId: string) => ({ ImageId, LaunchPermission: { Add: [{ UserId }] } });
    await expect(s.call('ec2:ModifyImageAttribute', share('4444-5555-6666'))).rejects.toEqual(
      refusal('ami-share-account', 'InvalidAMIAttributeItemValue'),
    );
    await s.call('ec2:ModifyImageAttribute', share('444455556666'));
  });

  it.each([
    { ProductCodes: ['p'] },
    { Attribute: 'productCodes', Value: 'p' },
    { LaunchPermission: { Add: [{ OrganizationArn: 'arn:aws:organizations::111122223333:organization/o-1' }] } },
  ])('ec2-attribute-not-modelled: %o is refused, not ignored', async (change) => {
    const { s, ImageId } = await own();
    await expect(s.call('ec2:ModifyImageAttribute', { ImageId, ...change })).rejects.toEqual(
      refusal('ec2-attribute-not-modelled', 'UnsupportedOperation'),
    );
  });

  it('ec2-nothing-to-change: a request without a change', async () => {
    const { s, ImageId } = await own();
    await expect(s.call('ec2:ModifyImageAttribute', { ImageId })).rejects.toEqual(
      refusal('ec2-nothing-to-change', 'MissingParameter'),
    );
  });
});
