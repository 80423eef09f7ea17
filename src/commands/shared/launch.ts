import type { _InstanceType, Placement } from '@aws-sdk/client-ec2';
import { isInstanceType, isTenancy } from '../../contract/instance.ts';
import type { Input } from '../../contract/operations.ts';
import type { Tenancy } from '../../contract/world.ts';
import { parseTenancy } from '../../validation/words.ts';
import { custom, integer, listOf, no, ok, text } from '../params.ts';
import type { CommandContext } from '../types.ts';
import { findConfiguration, findHost, findImage, findTemplate } from './find.ts';
import { ifAllowed } from './if-allowed.ts';

/** How many machines: exactly N, or at least MIN and at most MAX (RULINGS 24). */
export interface Count {
  readonly min: number;
  readonly max: number;
}

const isCount = (value: unknown): value is Count =>
  typeof value === 'object' &&
  value !== null &&
  'min' in value &&
  'max' in value &&
  typeof value.min === 'number' &&
  typeof value.max === 'number';

const countParam = custom<Count>(
  { help: 'how many: N, or MIN:MAX for as many as fit', placeholder: 'N|MIN:MAX', example: '6' },
  { placeholder: 'N|MIN:MAX', holds: isCount, parse: parseCount },
);

function parseCount(given: string) {
  const [, low, high] = /^(\d+)(?::(\d+))?$/.exec(given) ?? [];
  if (low === undefined) return no('must be a whole number, or MIN:MAX such as 1:5');
  const min = Number(low);
  const max = high === undefined ? min : Number(high);
  return min < 1 || max < min
    ? no('must be at least 1, and in MIN:MAX the first not above the second')
    : ok({ min, max });
}

/** Where machines run; every spelling that AWS and people use is taken (RULINGS 30). */
export const tenancyParam = custom<Tenancy>(
  { help: 'shared, dedicated (Dedicated Instance) or host (Dedicated Host)', placeholder: 'TENANCY', example: 'host' },
  {
    placeholder: 'TENANCY',
    holds: isTenancy,
    parse: (given) => {
      const tenancy = parseTenancy(given);
      return tenancy === undefined ? no('must be shared, dedicated or host') : ok(tenancy);
    },
  },
);

/** The client's list of types is as old as the client, so anything written like one is passed on; who answers judges it. */
export const instanceTypeParam = custom<_InstanceType>(
  {
    help: 'instance type',
    placeholder: 'TYPE',
    aliases: ['instance-type'],
    example: 'm5.8xlarge',
    field: 'InstanceType',
  },
  {
    placeholder: 'TYPE',
    holds: isInstanceType,
    parse: (given) => (isInstanceType(given) ? ok(given) : no('must be an instance type such as m5.8xlarge')),
  },
);

/** What a launch says, alike for `lm check launch` and `lm instance run`. */
export const launchOptions = {
  ami: text({
    help: 'AMI, by name or id',
    placeholder: 'AMI',
    names: 'ami',
    aliases: ['image', 'image-id'],
    example: 'win2022-byol',
    field: 'ImageId',
  }),
  type: instanceTypeParam,
  count: countParam,
  tenancy: tenancyParam,
  host: text({ help: 'the Dedicated Host to launch on', placeholder: 'HOST', names: 'host', aliases: ['host-id'] }),
  hrg: text({
    help: 'the host resource group to launch into, by name or ARN',
    placeholder: 'GROUP',
    names: 'hrg',
    aliases: ['group', 'host-resource-group'],
  }),
  zone: text({ help: 'Availability Zone', placeholder: 'ZONE', aliases: ['availability-zone'], example: 'us-east-1a' }),
  config: listOf(text({ help: '', placeholder: 'NAME' }), {
    help: "license configurations besides the AMI's own",
    placeholder: 'NAME',
    names: 'config',
    aliases: ['license'],
  }),
  cores: integer({ help: 'CPU option: cores', min: 1, placeholder: 'N' }),
  threadsPerCore: integer({ help: 'CPU option: threads per core', min: 1, max: 2, placeholder: 'N' }),
  launchTemplate: text({
    help: 'launch template, by name or id',
    placeholder: 'NAME[:VERSION]',
    names: 'template',
    aliases: ['template'],
  }),
} as const;

export interface LaunchArgs {
  readonly ami?: string | undefined;
  readonly type?: _InstanceType | undefined;
  readonly count?: Count | undefined;
  readonly tenancy?: Tenancy | undefined;
  readonly host?: string | undefined;
  readonly hrg?: string | undefined;
  readonly zone?: string | undefined;
  readonly config?: readonly string[] | undefined;
  readonly cores?: number | undefined;
  readonly threadsPerCore?: number | undefined;
  readonly launchTemplate?: string | undefined;
}

/**
 * The RunInstances request of a command line: names are looked up, nothing is checked that the launch itself checks.
 * @throws Fault name-not-found or name-ambiguous
 */
export async function launchInput(args: LaunchArgs, ctx: CommandContext): Promise<Input<'ec2:RunInstances'>> {
  const { min, max } = args.count ?? { min: 1, max: 1 };
  const configurations = await Promise.all((args.config ?? []).map((name) => findConfiguration(ctx, name)));
  const placement = await placementOf(args, ctx);
  return {
    ...(args.ami === undefined ? {} : { ImageId: await imageIdOf(ctx, args.ami) }),
    ...(args.type === undefined ? {} : { InstanceType: args.type }),
    MinCount: min,
    MaxCount: max,
    ...(Object.keys(placement).length === 0 ? {} : { Placement: placement }),
    ...(configurations.length === 0
      ? {}
      : { LicenseSpecifications: configurations.map(({ LicenseConfigurationArn }) => ({ LicenseConfigurationArn })) }),
    ...(args.cores === undefined && args.threadsPerCore === undefined
      ? {}
      : { CpuOptions: { CoreCount: args.cores, ThreadsPerCore: args.threadsPerCore } }),
    ...(args.launchTemplate === undefined ? {} : { LaunchTemplate: await templateOf(args.launchTemplate, ctx) }),
  };
}

async function placementOf({ tenancy, host, hrg, zone }: LaunchArgs, ctx: CommandContext): Promise<Placement> {
  return {
    ...(tenancy === undefined ? {} : { Tenancy: tenancy }),
    ...(host === undefined ? {} : { HostId: (await findHost(ctx, host)).HostId }),
    ...(hrg === undefined ? {} : { HostResourceGroupArn: await groupOf(hrg, ctx) }),
    ...(zone === undefined ? {} : { AvailabilityZone: zone }),
  };
}

async function groupOf(given: string, ctx: CommandContext): Promise<string> {
  const { findGroup } = await import('./find-group.ts');
  return (await findGroup(ctx, given)).GroupArn;
}

async function templateOf(given: string, ctx: CommandContext) {
  const [, name = given, version] = /^(.*):([^:]+)$/.exec(given) ?? [];
  const { LaunchTemplateId } = await findTemplate(ctx, name);
  return { LaunchTemplateId, Version: version ?? '$Default' };
}

/** An id that is written out goes as it is where AMIs may not be described: whether it can be launched is then AWS's to say. */
async function imageIdOf(ctx: CommandContext, given: string): Promise<string | undefined> {
  const find = async () => (await findImage(ctx, given)).ImageId;
  if (!/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(given)) return find();
  return ifAllowed(ctx, { what: 'AMIs', operation: 'ec2:DescribeImages', without: given }, find);
}
