import { describe, expect, it } from 'vitest';
import { REGION } from '../../../support/sandbox.ts';
import { OTHER, refusal, stage } from './support.ts';

const copyOf = (SourceImageId: string, Name = 'copy') => ({ SourceImageId, SourceRegion: REGION, Name });

describe('a copy', () => {
  it('is an AMI of the caller with the same billing code', async () => {
    const s = stage();
    const source = await s.image('windows-2022-sql-2022-standard');
    const { ImageId = '' } = await s.call('ec2:CopyImage', copyOf(source));
    expect(await s.shownImage(ImageId)).toMatchObject({
      Name: 'copy',
      OwnerId: s.home.account,
      UsageOperation: 'RunInstances:0006',
      SourceImageId: source,
      Public: false,
    });
    expect(s.alerts()).toEqual([]);
  });

  it('ami-copy-escapes: of a tracked AMI is not tracked, and that is said', async () => {
    const s = stage();
    const source = await s.image('amazon-linux-2023');
    const arn = await s.config('vcpus');
    await s.attach(arn, source);
    const { ImageId = '' } = await s.call('ec2:CopyImage', copyOf(source));
    expect(s.said()).toEqual([`the copy is not tracked, although ${source} falls under vcpus`]);
    await s.run(ImageId);
    expect(await s.consumed(arn)).toBe(0);
    await s.run(source);
    expect(await s.consumed(arn)).toBe(2);
  });

  it('ami-current-account-tracking: for another account there is nothing to lose', async () => {
    const s = stage();
    const source = await s.image('amazon-linux-2023');
    await s.attach(await s.config('vcpus'), source);
    await s.call('ec2:CopyImage', copyOf(source), OTHER);
    expect(s.alerts()).toEqual([]);
  });

  it('goes to another Region', async () => {
    const s = stage();
    const source = await s.image('windows-2022');
    const ireland = { ...s.home, region: 'eu-west-1' };
    const { ImageId = '' } = await s.call('ec2:CopyImage', copyOf(source), ireland);
    expect(await s.shownImage(ImageId, ireland)).toMatchObject({ UsageOperation: 'RunInstances:0002' });
    await expect(s.shownImage(ImageId)).rejects.toEqual(refusal('launch-ami-access'));
  });

  it("takes the owner's tags along when asked to", async () => {
    const s = stage();
    const tags = (Value: string) => [{ ResourceType: 'image' as const, Tags: [{ Key: 'team', Value }] }];
    const registered = await s.call('ec2:RegisterImage', { Name: 'own', TagSpecifications: tags('web') });
    const source = registered.ImageId ?? '';
    const plain = await s.call('ec2:CopyImage', copyOf(source, 'plain'));
    const tagged = await s.call('ec2:CopyImage', { ...copyOf(source, 'tagged'), CopyImageTags: true });
    expect(await s.shownImage(plain.ImageId ?? '')).toMatchObject({ Tags: [] });
    expect(await s.shownImage(tagged.ImageId ?? '')).toMatchObject({ Tags: [{ Key: 'team', Value: 'web' }] });
  });
});

describe('refusals', () => {
  it('launch-ami-access: an AMI that the caller cannot use, or that is not in the source Region', async () => {
    const s = stage();
    const { ImageId = '' } = await s.call('ec2:RegisterImage', { Name: 'private' });
    await expect(s.call('ec2:CopyImage', copyOf(ImageId), OTHER)).rejects.toEqual(
      refusal('launch-ami-access', 'InvalidAMIID.NotFound'),
    );
    await expect(s.call('ec2:CopyImage', { ...copyOf(ImageId), SourceRegion: 'eu-west-1' })).rejects.toEqual(
      refusal('launch-ami-access'),
    );
    await s.call('ec2:CopyImage', copyOf(ImageId));
  });

  it('ami-name-in-use: a name that is taken', async () => {
    const s = stage();
    const source = await s.image('amazon-linux-2023');
    await s.call('ec2:CopyImage', copyOf(source));
    await expect(s.call('ec2:CopyImage', copyOf(source))).rejects.toEqual(refusal('ami-name-in-use'));
    await s.call('ec2:CopyImage', copyOf(source, 'copy-2'));
  });

  it('client-token-mismatch: a token of another request; the same request is answered once', async () => {
    const s = stage();
    const source = await s.image('amazon-linux-2023');
    const once = { ...copyOf(source), ClientToken: 'once' };
    const first = await s.call('ec2:CopyImage', once);
    expect(await s.call('ec2:CopyImage', once)).toEqual(first);
    await expect(s.call('ec2:CopyImage', { ...once, Name: 'other' })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
  });
});
