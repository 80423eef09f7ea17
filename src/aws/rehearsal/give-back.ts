import type { Instance } from '@aws-sdk/client-ec2';
import { parseConfigurationArn } from '../../validation/arns.ts';
import { instanceType } from '../../validation/instance-types.ts';
import { chargesHost, machineOf, machineUnits } from '../../validation/licensing/counting.ts';
import { termsOf } from '../../validation/licensing/terms.ts';
import { parseCounting, parseTenancy } from '../../validation/words.ts';
import { everyPage } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

/**
 * Later steps see the licences come back that machines take by themselves; what a host is charged stays taken. What is tracked
 * under a configuration that another account shares is not for this account to see (config-data-ownership), so there it is
 * counted here.
 */
export async function giveBack(InstanceIds: string[] | undefined, asking: Asking, memory: Memory): Promise<void> {
  const { Reservations = [] } = await asking.call('ec2:DescribeInstances', { InstanceIds });
  const machines = Reservations.flatMap(({ Instances = [] }) => Instances);
  const arns = new Set(
    machines.flatMap(({ Licenses = [] }) => Licenses).flatMap((one) => one.LicenseConfigurationArn ?? []),
  );
  for (const arn of arns) {
    const isOwn = parseConfigurationArn(arn)?.account === asking.scope.account;
    const taken = isOwn ? await listed(arn, machines, asking) : await countedHere(arn, machines, asking);
    memory.take(arn, -taken);
  }
}

/** What AWS says that these machines take. */
async function listed(
  LicenseConfigurationArn: string,
  machines: readonly Instance[],
  { call }: Asking,
): Promise<number> {
  const usage = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListUsageForLicenseConfiguration', { LicenseConfigurationArn, NextToken });
    return { rows: page.LicenseConfigurationUsageList, next: page.NextToken };
  });
  const ids = new Set(machines.map(({ InstanceId }) => InstanceId));
  return usage
    .filter(({ ResourceArn = '' }) => ids.has(ResourceArn.split('/').at(-1)))
    .reduce((sum, { ConsumedLicenses = 0 }) => sum + ConsumedLicenses, 0);
}

/** What the rules of counting say that the running ones among these machines take. */
async function countedHere(LicenseConfigurationArn: string, machines: readonly Instance[], { call }: Asking) {
  const found = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
  const counting = parseCounting(found.LicenseCountingType ?? '') ?? 'Instance';
  const terms = termsOf(found.LicenseRules ?? []);
  return machines
    .filter(({ State, Licenses = [] }) => {
      const runs = State?.Name === 'running' || State?.Name === 'pending';
      return runs && Licenses.some((one) => one.LicenseConfigurationArn === LicenseConfigurationArn);
    })
    .reduce((sum, { InstanceType = '', CpuOptions, Placement }) => {
      const type = instanceType(InstanceType);
      const tenancy = parseTenancy(Placement?.Tenancy ?? 'default') ?? 'default';
      if (type === undefined || chargesHost(counting, tenancy, 'per-host')) return sum;
      const { CoreCount, ThreadsPerCore } = CpuOptions ?? {};
      const cpu = {
        ...(CoreCount === undefined ? {} : { coreCount: CoreCount }),
        ...(ThreadsPerCore === undefined ? {} : { threadsPerCore: ThreadsPerCore }),
      };
      return sum + machineUnits(counting, machineOf(type, cpu), terms);
    }, 0);
}
