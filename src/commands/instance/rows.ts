import type { Instance } from '@aws-sdk/client-ec2';
import type { Column, Result, Row } from '../../contract/result.ts';
import { groupName } from '../../validation/arns.ts';
import { parseTenancy, tenancyWord } from '../../validation/words.ts';
import { ifAllowed } from '../shared/if-allowed.ts';
import { type Configurations, configurationName, configurationsByArn } from '../shared/licences.ts';
import { everyPage } from '../shared/lists.ts';
import { nameTag } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';

const COLUMNS: readonly Column[] = [
  { key: 'instanceId', title: 'id' },
  { key: 'name', title: 'name', optional: 1 },
  { key: 'instanceType', title: 'type' },
  { key: 'state', title: 'state' },
  { key: 'tenancy', title: 'tenancy', optional: 3 },
  { key: 'hostId', title: 'host', optional: 2 },
  { key: 'group', title: 'group', optional: 3 },
  { key: 'zone', title: 'zone', optional: 5 },
  { key: 'ami', title: 'ami', optional: 4 },
  { key: 'configurations', title: 'configurations' },
];

const WHERE_FILLED = new Set(['name', 'hostId', 'group']);

/** Instances as a list: columns that nothing fills are left out. */
export async function instanceList(
  ctx: CommandContext,
  instances: readonly Instance[],
  empty = 'no instances; launch one with lm instance run --ami AMI --type TYPE',
): Promise<Result['view']> {
  const configurations = await ifAllowed(ctx, { ...LICENCES, without: NOTHING }, () => configurationsByArn(ctx));
  const images = await imageNamesIfAllowed(ctx, instances);
  const rows = instances.map((instance) => rowOf(instance, images, configurations));
  const filled = (key: string) => rows.some((row) => row[key] !== undefined);
  const columns = COLUMNS.filter(({ key }) => !WHERE_FILLED.has(key) || filled(key));
  return { kind: 'list', rows, columns, empty };
}

function rowOf(instance: Instance, images: ReadonlyMap<string, string>, configurations: Configurations): Row {
  return {
    instanceId: instance.InstanceId,
    name: nameTag(instance.Tags),
    instanceType: instance.InstanceType,
    state: instance.State?.Name,
    tenancy: tenancyWords(instance),
    hostId: instance.Placement?.HostId,
    group: groupWord(instance),
    zone: instance.Placement?.AvailabilityZone,
    ami: images.get(instance.ImageId ?? '') ?? instance.ImageId,
    configurations: configurationNames(instance, configurations),
  };
}

/** "shared", "dedicated instances", "Dedicated Hosts". */
export const tenancyWords = ({ Placement }: Instance): string =>
  tenancyWord(parseTenancy(Placement?.Tenancy ?? 'default') ?? 'default');

/** Where a machine runs, or starts next: "Dedicated Hosts, h-… only", "host resource group sql-prod". */
export function placeWords(instance: Instance): string {
  const { Tenancy, HostResourceGroupArn: group, HostId: host, Affinity } = instance.Placement ?? {};
  if (group !== undefined) return `host resource group ${group.split('/').at(-1)}`;
  if (Tenancy !== 'host' || host === undefined) return tenancyWords(instance);
  return `${tenancyWords(instance)}, ${Affinity === 'host' ? `${host} only` : `last on ${host}`}`;
}

/** The host resource group that its placement names, by its name. */
export const groupWord = ({ Placement }: Instance): string | undefined =>
  Placement?.HostResourceGroupArn && groupName(Placement.HostResourceGroupArn);

export const configurationNames = ({ Licenses = [] }: Instance, configurations: Configurations): readonly string[] =>
  Licenses.map((one) => configurationName(configurations, one.LicenseConfigurationArn));

/** ARNs of the configurations that some of the machines are counted in. */
export const countedIn = (instances: readonly Instance[]): readonly string[] =>
  instances.flatMap(({ Licenses = [] }) => Licenses.flatMap((one) => one.LicenseConfigurationArn ?? []));

/** What licences machines take is named after the list of license configurations. */
export const LICENCES = {
  what: 'license configurations',
  operation: 'license-manager:ListLicenseConfigurations',
} as const;

const NOTHING: Configurations = new Map();

/** As `imageNames`; none where they may not be read, so that ids stand for them. */
export const imageNamesIfAllowed = (
  ctx: Pick<CommandContext, 'call' | 'note'>,
  instances: readonly Instance[],
): Promise<ReadonlyMap<string, string>> =>
  ifAllowed(
    ctx,
    { what: 'the names of AMIs', operation: 'ec2:DescribeImages', without: new Map<string, string>() },
    () => imageNames(ctx, instances),
  );

const AT_ONCE = 200;

/** Names of the AMIs that machines came from; a deregistered one has none any more. */
export async function imageNames(
  { call }: Pick<CommandContext, 'call'>,
  instances: readonly Instance[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(instances.flatMap((one) => one.ImageId ?? []))];
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const Filters = [{ Name: 'image-id', Values: ids.slice(from, from + AT_ONCE) }];
    const images = await everyPage(async (NextToken) => {
      const page = await call('ec2:DescribeImages', { Filters, NextToken });
      return { rows: page.Images ?? [], next: page.NextToken };
    });
    for (const { ImageId = '', Name = ImageId } of images) names.set(ImageId, Name);
  }
  return names;
}

/** Machines by their ids, as they now stand; in the order of the ids. */
export async function describedInstances(
  { call }: Pick<CommandContext, 'call'>,
  InstanceIds: string[],
): Promise<readonly Instance[]> {
  if (InstanceIds.length === 0) return [];
  const { Reservations = [] } = await call('ec2:DescribeInstances', { InstanceIds });
  const found = new Map(
    Reservations.flatMap(({ Instances = [] }) => Instances).map((one) => [one.InstanceId ?? '', one]),
  );
  return InstanceIds.flatMap((id) => found.get(id) ?? []);
}
