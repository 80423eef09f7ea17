import { expect } from 'vitest';
import type { Input } from '../../../../src/contract/operations.ts';
import type { Scope } from '../../../../src/contract/ports.ts';
import { describe } from '../../../../src/validation/catalogue/index.ts';
import { REGION, testSandbox } from '../../../support/sandbox.ts';

/** Another account of the same Region; ids of accounts need no row to own things. */
export const OTHER: Scope = { account: '444455556666', region: REGION };
export const HOUR = 3_600_000;

type Config = Partial<Input<'license-manager:CreateLicenseConfiguration'>>;

/** A sandbox with short ways to what most tests begin with. Each gives back ids, as AWS answers them. */
export function stage() {
  const sandbox = testSandbox();
  const { call } = sandbox;
  return {
    ...sandbox,
    /** Sets a quota of the sandbox. */
    quota: (name: string, value: number): void => sandbox.engine.change(({ tx }) => tx.sandbox.setQuota(name, value)),
    async image(name: string, scope?: Scope): Promise<string> {
      const { Images = [] } = await call('ec2:DescribeImages', { Filters: [{ Name: 'name', Values: [name] }] }, scope);
      return Images[0]?.ImageId ?? '';
    },
    async config(name: string, more: Config = {}): Promise<string> {
      const made = await call('license-manager:CreateLicenseConfiguration', {
        Name: name,
        LicenseCountingType: 'vCPU',
        ...more,
      });
      return made.LicenseConfigurationArn ?? '';
    },
    async attach(arn: string, image: string, AmiAssociationScope?: string): Promise<void> {
      await call('license-manager:UpdateLicenseSpecificationsForResource', {
        ResourceArn: `arn:aws:ec2:${REGION}::image/${image}`,
        AddLicenseSpecifications: [{ LicenseConfigurationArn: arn, AmiAssociationScope }],
      });
    },
    async host(more: Partial<Input<'ec2:AllocateHosts'>> = { InstanceFamily: 'm5' }): Promise<string> {
      const zone = { AvailabilityZone: `${REGION}a` };
      const { HostIds = [] } = await call('ec2:AllocateHosts', { ...zone, AutoPlacement: 'on', ...more });
      return HostIds[0] ?? '';
    },
    async run(ImageId: string, more: Partial<Input<'ec2:RunInstances'>> = {}, scope?: Scope): Promise<string> {
      const counts = { MinCount: 1, MaxCount: 1 };
      const { Instances = [] } = await call(
        'ec2:RunInstances',
        { ImageId, InstanceType: 'm5.large', ...counts, ...more },
        scope,
      );
      return Instances[0]?.InstanceId ?? '';
    },
    async stop(id: string): Promise<void> {
      await call('ec2:StopInstances', { InstanceIds: [id] });
    },
    /** One machine as DescribeInstances shows it. */
    async instance(id: string) {
      const { Reservations = [] } = await call('ec2:DescribeInstances', { InstanceIds: [id] });
      return Reservations[0]?.Instances?.[0];
    },
    async shownHost(id: string) {
      const { Hosts = [] } = await call('ec2:DescribeHosts', { HostIds: [id] });
      return Hosts[0];
    },
    async shownImage(id: string, scope?: Scope) {
      const { Images = [] } = await call('ec2:DescribeImages', { ImageIds: [id] }, scope);
      return Images[0];
    },
    async consumed(arn: string): Promise<number | undefined> {
      const read = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn });
      return read.ConsumedLicenses;
    },
    /** Ids of the alerts raised since the last look. */
    alerts: () => sandbox.engine.takeAlerts().map((alert) => alert.id),
    /** The alerts in words. */
    said: () => sandbox.engine.takeAlerts().map((alert) => describe(alert).message),
  };
}

/** A Fault that a constraint caused, with the code that AWS would send. */
export const refusal = (id: string, code?: string) =>
  expect.objectContaining({
    name: 'Fault',
    ...(code === undefined ? {} : { code }),
    violations: expect.arrayContaining([expect.objectContaining({ id })]),
  });
