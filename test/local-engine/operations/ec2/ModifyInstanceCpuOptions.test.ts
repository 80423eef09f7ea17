import { expect, it } from 'vitest';
import { refusal, stage } from './support.ts';

async function stopped() {
  const s = stage();
  const arn = await s.config('vcpus', { LicenseRules: ['#honorVcpuOptimization=True'] });
  const id = await s.run(await s.image('amazon-linux-2023'), {
    InstanceType: 'm5.2xlarge',
    LicenseSpecifications: [{ LicenseConfigurationArn: arn }],
  });
  await s.stop(id);
  return { s, id, arn };
}

it('count-type-change: CPU options change what the next start counts', async () => {
  const { s, id, arn } = await stopped();
  const answer = await s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 2, ThreadsPerCore: 1 });
  expect(answer).toEqual({ InstanceId: id, CoreCount: 2, ThreadsPerCore: 1 });
  await s.call('ec2:StartInstances', { InstanceIds: [id] });
  expect(await s.consumed(arn)).toBe(2);
});

it('keeps what is not given', async () => {
  const { s, id } = await stopped();
  await s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, ThreadsPerCore: 1 });
  expect(await s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 2 })).toEqual({
    InstanceId: id,
    CoreCount: 2,
    ThreadsPerCore: 1,
  });
});

it('ec2-cpu-options-valid: as many cores as the type has, not one more', async () => {
  const { s, id } = await stopped();
  await expect(s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 5 })).rejects.toEqual(
    refusal('ec2-cpu-options-valid', 'InvalidParameterValue'),
  );
  expect(await s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 4 })).toMatchObject({
    CoreCount: 4,
  });
});

it('ec2-instance-state: only while stopped', async () => {
  const { s, id } = await stopped();
  await s.call('ec2:StartInstances', { InstanceIds: [id] });
  await expect(s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 2 })).rejects.toEqual(
    refusal('ec2-instance-state', 'IncorrectInstanceState'),
  );
});

it('ec2-attribute-not-modelled, ec2-nothing-to-change: nested virtualisation is not kept, nothing is nothing', async () => {
  const { s, id } = await stopped();
  await expect(
    s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id, CoreCount: 2, NestedVirtualization: 'enabled' }),
  ).rejects.toEqual(refusal('ec2-attribute-not-modelled'));
  await expect(s.call('ec2:ModifyInstanceCpuOptions', { InstanceId: id })).rejects.toEqual(
    refusal('ec2-nothing-to-change', 'MissingParameter'),
  );
});
