import type { _InstanceType } from '@aws-sdk/client-ec2';
import type { Input } from '../../../src/contract/operations.ts';
import { instanceType } from '../../../src/validation/instance-types.ts';
import type { Row } from './rows.ts';
import type { Stage } from './stage.ts';

type Launch = Input<'ec2:RunInstances'>;

export const TENANCIES = { shared: 'default', dedicated: 'dedicated', host: 'host' } as const;

/** The client's list of types is as old as the client: every word is passed on as it is. */
export const isType = (name: string): name is _InstanceType => name.includes('.') || instanceType(name) !== undefined;

/** An AMI by the name a scenario gave it, else a public one of the sandbox by its own name. */
export async function imageIn(stage: Stage, name: string): Promise<string> {
  if (stage.knows(name) || name.startsWith('ami-')) return stage.id(name);
  const { Images = [] } = await stage.sandbox.call(
    'ec2:DescribeImages',
    { Filters: [{ Name: 'name', Values: [name] }] },
    stage.scope,
  );
  const [found] = Images;
  if (found?.ImageId === undefined) throw new Error(`there is no AMI ${name}`);
  return found.ImageId;
}

/**
 * `launch NAME from AMI TYPE [x3|x1:5] [shared|dedicated|host|spot] [on=HOST] [zone=a] [pinned] [cores=4 threads=1] [config=a,b]
 * [template=T] [version=2] [group=G] [hrg=GROUP] [token=T]` as a request.
 */
export async function launchInput(stage: Stage, row: Row): Promise<Launch> {
  const { words, options } = row;
  const [, , ami = '', type = ''] = words;
  const [, min = '1', max = min] = /^x(\d+)(?::(\d+))?$/.exec(words.find((word) => /^x\d/.test(word)) ?? '') ?? [];
  const configs = options.get('config')?.split(',');
  const placement = placementOf(stage, row);
  const template = options.get('template');
  const input: Launch = {
    MinCount: Number(min),
    MaxCount: Number(max),
    ...(Object.keys(placement).length === 0 ? {} : { Placement: placement }),
    ...(configs === undefined
      ? {}
      : { LicenseSpecifications: configs.map((config) => ({ LicenseConfigurationArn: stage.id(config) })) }),
    ...(options.has('token') ? { ClientToken: options.get('token') } : {}),
    ...(words.includes('spot') ? { InstanceMarketOptions: { MarketType: 'spot' } } : {}),
    ...(options.has('cores')
      ? { CpuOptions: { CoreCount: Number(options.get('cores')), ThreadsPerCore: Number(options.get('threads')) } }
      : {}),
    ...(template === undefined
      ? {}
      : {
          LaunchTemplate: {
            LaunchTemplateId: stage.id(template),
            ...(options.has('version') ? { Version: options.get('version') } : {}),
          },
        }),
  };
  if (template !== undefined) return input;
  return { ...input, ImageId: await imageIn(stage, ami), ...(isType(type) ? { InstanceType: type } : {}) };
}

function placementOf(stage: Stage, { words, options }: Row): NonNullable<Launch['Placement']> {
  const tenancy = Object.entries(TENANCIES).find(([word]) => words.includes(word))?.[1];
  const zone = options.get('zone');
  const on = options.get('on');
  return {
    ...(tenancy === undefined ? {} : { Tenancy: tenancy }),
    ...(on === undefined ? {} : { HostId: stage.id(on) }),
    ...(zone === undefined ? {} : { AvailabilityZone: `${stage.scope.region}${zone}` }),
    ...(words.includes('pinned') ? { Affinity: 'host' } : {}),
    ...(options.has('hrg') ? { HostResourceGroupArn: stage.id(options.get('hrg') ?? '') } : {}),
    ...(options.has('group') ? { GroupName: options.get('group') } : {}),
  };
}
