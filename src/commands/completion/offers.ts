import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Named } from '../params.ts';
import { allConfigurations, allGroups, allHosts, allImages, allTemplates } from '../shared/lists.ts';
import { nameTag } from '../shared/tags.ts';
import type { CommandContext } from '../types.ts';

/** A name that can be written, and what helps to choose it. */
export interface Offer {
  readonly name: string;
  readonly about: string;
}

type Lister = (ctx: CommandContext, begun: string) => Promise<readonly Offer[]>;

const offer = (name: string | undefined, about: string | undefined): Offer => ({
  name: name ?? '',
  about: about ?? '',
});

/** How many machines are looked at: there may be a million, and a shell that is asked must answer at once. */
const MACHINES = 1000;

const LISTERS: Readonly<Record<Named, Lister>> = {
  config: async (ctx) => (await allConfigurations(ctx)).map((one) => offer(one.Name, fillWords(one))),
  ami: async (ctx) => (await allImages(ctx)).map((one) => offer(one.Name ?? one.ImageId, one.ImageId)),
  instance: instances,
  host: async (ctx) => (await allHosts(ctx)).map((one) => offer(nameTag(one.Tags) ?? one.HostId, hostWords(one))),
  hrg: async (ctx) => (await allGroups(ctx)).map((one) => offer(one.GroupName, 'host resource group')),
  template: async (ctx) => (await allTemplates(ctx)).map((one) => offer(one.LaunchTemplateName, one.LaunchTemplateId)),
  resource: async (ctx, begun) => {
    const lists = await Promise.all([LISTERS.ami(ctx, begun), LISTERS.instance(ctx, begun), LISTERS.host(ctx, begun)]);
    return lists.flat();
  },
  snapshot: async (ctx) =>
    (await (await ctx.sandbox()).snapshots()).list().map((one) => offer(one.name, one.savedAt.toISOString())),
  context: async (ctx) => ctx.contexts.list().map(({ name }) => offer(name, 'context')),
  constraint: async () => {
    const { CATALOGUE } = await import('../../validation/catalogue/index.ts');
    return Object.entries(CATALOGUE).map(([id, { statement }]) => offer(id, statement));
  },
};

/** "Core 96/100": what is counted, and how many of how many are used. */
function fillWords({ LicenseCountingType, ConsumedLicenses = 0, LicenseCount }: LicenseConfiguration): string {
  return `${LicenseCountingType} ${ConsumedLicenses}${LicenseCount === undefined ? '' : `/${LicenseCount}`}`;
}

const hostWords = ({ HostId, HostProperties }: Awaited<ReturnType<typeof allHosts>>[number]): string =>
  `${HostProperties?.InstanceType ?? HostProperties?.InstanceFamily} ${HostId}`;

/** Machines by name, or by id once an id is begun; those that are gone are left out. */
async function instances(ctx: CommandContext, begun: string): Promise<readonly Offer[]> {
  const states = { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] };
  const byId = begun.startsWith('i-');
  const named = byId || begun === '' ? [] : [{ Name: 'tag:Name', Values: [`${begun}*`] }];
  const page = await ctx.call('ec2:DescribeInstances', { Filters: [states, ...named], MaxResults: MACHINES });
  const all = (page.Reservations ?? []).flatMap((one) => one.Instances ?? []);
  return all.map(({ InstanceId, InstanceType, State, Tags }) => {
    const name = byId ? InstanceId : (nameTag(Tags) ?? InstanceId);
    return offer(name, `${InstanceType} ${State?.Name}`);
  });
}

/**
 * The names of a kind that begin so, each once, in the order of the alphabet. Only a sandbox is asked: a Tab key must never
 * wait for a network.
 */
export async function offers(kind: Named, begun: string, ctx: CommandContext): Promise<readonly Offer[]> {
  const elsewhere = ctx.settings.backend.value === 'aws' && kind !== 'context' && kind !== 'constraint';
  if (elsewhere) return [];
  const found = (await LISTERS[kind](ctx, begun)).filter(({ name }) => name !== '' && name.startsWith(begun));
  const once = new Map(found.map((one) => [one.name, one]));
  return [...once.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
