import type { Instance } from '@aws-sdk/client-ec2';
import type { Result, Section } from '../../contract/result.ts';
import { usageOperation } from '../../validation/usage-operations.ts';
import { counted } from '../../validation/words.ts';
import { evictionNotices, evictionWords } from '../shared/evictions.ts';
import { type Configurations, configurationName, configurationsByArn, fillOf } from '../shared/licences.ts';
import { said } from '../shared/said.ts';
import { oneInstance } from '../shared/several.ts';
import { nameTag, tagWords } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';
import type { ShowArgs } from './manifest.ts';
import { imageNames, tenancyWords } from './rows.ts';

export async function run({ instance: given }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const instance = await oneInstance(ctx, given);
  const { Placement, UsageOperation, ImageId = '' } = instance;
  const notices = await evictionNotices(ctx, { instanceId: instance.InstanceId ?? '' });
  const image = (await imageNames(ctx, [instance])).get(ImageId);
  return {
    value: notices.length === 0 ? instance : { ...instance, evictions: notices },
    view: {
      kind: 'record',
      fields: said([
        ['id', instance.InstanceId],
        ['name', nameTag(instance.Tags)],
        ['state', instance.State?.Name],
        ['type', instance.InstanceType],
        ['cores', coreWords(instance)],
        ['ami', image === undefined ? `${ImageId} (deregistered or not shared)` : `${image} (${ImageId})`],
        ['billing', usageOperation(UsageOperation ?? '')?.platformDetails ?? UsageOperation],
        ['billing code', UsageOperation],
        ['billed so since', convertedAt(instance)],
        ['tenancy', tenancyWords(instance)],
        ['host', Placement?.HostId],
        ['must leave', evictionWords(notices)],
        ['affinity', Placement?.Affinity],
        ['host resource group', Placement?.HostResourceGroupArn?.split('/').at(-1)],
        ['zone', Placement?.AvailabilityZone],
        ['launched', instance.LaunchTime],
        ['tags', tagWords(instance.Tags)],
      ]),
      sections: [licences(instance, await configurationsByArn(ctx))],
    },
    names: [instance.InstanceId ?? ''],
  };
}

/** When its billing code was changed; nothing for a machine that is billed as it was launched. */
const convertedAt = ({ UsageOperationUpdateTime: at, LaunchTime: launched }: Instance): Date | undefined =>
  at?.getTime() === launched?.getTime() ? undefined : at;

/** "16 cores, 2 threads each: 32 vCPUs". */
function coreWords({ CpuOptions }: Instance): string | undefined {
  const { CoreCount: cores, ThreadsPerCore: threads } = CpuOptions ?? {};
  if (cores === undefined || threads === undefined) return undefined;
  return `${counted(cores, 'core')}, ${counted(threads, 'thread')} each: ${counted(cores * threads, 'vCPU')}`;
}

function licences({ Licenses = [] }: Instance, configurations: Configurations): Section {
  return {
    title: 'license configurations (it is counted in)',
    columns: [
      { key: 'name', title: 'name' },
      { key: 'counts', title: 'counts' },
      { key: 'used', title: 'used' },
    ],
    rows: Licenses.map(({ LicenseConfigurationArn: arn }) => {
      const one = configurations.get(arn ?? '');
      return {
        name: configurationName(configurations, arn),
        counts: one?.LicenseCountingType,
        used: one === undefined ? undefined : fillOf(one),
      };
    }),
  };
}
