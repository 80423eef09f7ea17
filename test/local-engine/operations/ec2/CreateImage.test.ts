import { expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

it('takes the billing code and platform of the machine, and its tags from the request', async () => {
  const s = stage();
  const id = await s.run(await s.image('windows-2022'));
  const { ImageId = '' } = await s.call('ec2:CreateImage', {
    InstanceId: id,
    Name: 'golden',
    TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'team', Value: 'web' }] }],
  });
  expect(await s.shownImage(ImageId)).toMatchObject({
    Name: 'golden',
    OwnerId: s.home.account,
    UsageOperation: 'RunInstances:0002',
    Platform: 'Windows',
    SourceInstanceId: id,
    Tags: [{ Key: 'team', Value: 'web' }],
  });
  expect(s.alerts()).toEqual([]);
});

it('ami-derived-escapes: an AMI of a tracked machine is not tracked, and that is said', async () => {
  const s = stage();
  const arn = await s.config('vcpus');
  const id = await s.run(await s.image('amazon-linux-2023'), {
    LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
  });
  s.alerts();
  const { ImageId = '' } = await s.call('ec2:CreateImage', { InstanceId: id, Name: 'golden' });
  expect(s.said()).toEqual([`the new AMI is not tracked, although ${id} falls under vcpus`]);
  const before = await s.consumed(arn);
  await s.run(ImageId);
  expect(await s.consumed(arn)).toBe(before);
});

it('ami-name-in-use: the name is free in the account and Region', async () => {
  const s = stage();
  const id = await s.run(await s.image('amazon-linux-2023'));
  await s.call('ec2:CreateImage', { InstanceId: id, Name: 'golden' });
  await expect(s.call('ec2:CreateImage', { InstanceId: id, Name: 'golden' })).rejects.toEqual(
    refusal('ami-name-in-use', 'InvalidAMIName.Duplicate'),
  );
  // Amazon's AMIs belong to another account.
  await s.call('ec2:CreateImage', { InstanceId: id, Name: 'amazon-linux-2023' });
});

it('ec2-instance-state, ec2-instance-not-found: the machine may be stopped, not terminated', async () => {
  const s = stage();
  const id = await s.run(await s.image('amazon-linux-2023'));
  await s.stop(id);
  await s.call('ec2:CreateImage', { InstanceId: id, Name: 'stopped' });
  await s.call('ec2:TerminateInstances', { InstanceIds: [id] });
  await expect(s.call('ec2:CreateImage', { InstanceId: id, Name: 'gone' })).rejects.toEqual(
    refusal('ec2-instance-state', 'IncorrectInstanceState'),
  );
  await expect(s.call('ec2:CreateImage', { InstanceId: 'i-0', Name: 'gone' })).rejects.toEqual(
    refusal('ec2-instance-not-found'),
  );
});

it('tag-reserved-prefix: tags are checked as everywhere', async () => {
  const s = stage();
  const id = await s.run(await s.image('amazon-linux-2023'));
  const tagged = (Key: string) => ({
    InstanceId: id,
    Name: 'golden',
    TagSpecifications: [{ ResourceType: 'image' as const, Tags: [{ Key, Value: '1' }] }],
  });
  await expect(s.call('ec2:CreateImage', tagged('aws:x'))).rejects.toEqual(
    refusal('tag-reserved-prefix', 'InvalidParameterValue'),
  );
  await s.call('ec2:CreateImage', tagged('x'));
});
