import { expect, it } from 'vitest';
import { OTHER, refusal, stage } from './support.ts';

it('ami-import-operation: has no billing code of its own; from a snapshot it makes a Linux image', async () => {
  const s = stage();
  const { ImageId = '' } = await s.call('ec2:RegisterImage', {
    Name: 'own',
    Description: 'first',
    Architecture: 'arm64',
    TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'team', Value: 'web' }] }],
  });
  expect(await s.shownImage(ImageId)).toMatchObject({
    Name: 'own',
    Description: 'first',
    Architecture: 'arm64',
    OwnerId: s.home.account,
    UsageOperation: 'RunInstances',
    PlatformDetails: 'Linux/UNIX',
    Public: false,
    State: 'available',
    Tags: [{ Key: 'team', Value: 'web' }],
  });
});

it('ami-name-in-use: a name is taken in one account and Region', async () => {
  const s = stage();
  await s.call('ec2:RegisterImage', { Name: 'own' });
  await expect(s.call('ec2:RegisterImage', { Name: 'own' })).rejects.toEqual(
    refusal('ami-name-in-use', 'InvalidAMIName.Duplicate'),
  );
  await s.call('ec2:RegisterImage', { Name: 'own' }, OTHER);
  await s.call('ec2:RegisterImage', { Name: 'own' }, { ...s.home, region: 'eu-west-1' });
});

it('tag-key-length: tags are checked, with the code of EC2', async () => {
  const { call } = stage();
  const tagged = (Key: string) => ({
    Name: 'own',
    TagSpecifications: [{ ResourceType: 'image' as const, Tags: [{ Key, Value: '' }] }],
  });
  await expect(call('ec2:RegisterImage', tagged('k'.repeat(129)))).rejects.toEqual(
    refusal('tag-key-length', 'InvalidParameterValue'),
  );
  await call('ec2:RegisterImage', tagged('k'.repeat(128)));
});
