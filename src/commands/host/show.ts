import type { Host } from '@aws-sdk/client-ec2';
import type { Result, Section } from '../../contract/result.ts';
import { charged } from '../shared/charged-hosts.ts';
import { chargeWords } from '../shared/charges.ts';
import { FORMAT } from '../shared/done.ts';
import { evictionNotices, evictionSection } from '../shared/evictions.ts';
import { type Room, roomOf, takesWords } from '../shared/host-room.ts';
import { allInstances } from '../shared/lists.ts';
import { said } from '../shared/said.ts';
import { oneHost } from '../shared/several.ts';
import { nameTag, tagWords } from '../shared/tags.ts';
import { affinityTies, tieData, tiesSection } from '../shared/ties.ts';
import type { CommandContext } from '../types.ts';
import { barOf } from './bar.ts';
import type { ShowArgs } from './manifest.ts';

export async function run({ host: given }: ShowArgs, ctx: CommandContext): Promise<Result> {
  const [host] = await charged(ctx, [await oneHost(ctx, given)]);
  if (host === undefined) throw new TypeError('unreachable: the host was found');
  const room = roomOf(host);
  const ties = await affinityTies(ctx, [host.HostId ?? '']);
  const notices = await evictionNotices(ctx, { hostId: host.HostId ?? '' });
  return {
    value: {
      ...FORMAT,
      ...host,
      ...(ties.length === 0 ? {} : { ties: ties.map(tieData) }),
      ...(notices.length === 0 ? {} : { evictions: notices }),
    },
    view: {
      kind: 'record',
      fields: said([
        ['id', host.HostId],
        ['name', nameTag(host.Tags)],
        ['state', host.State],
        ['takes', takesWords(host)],
        ['zone', host.AvailabilityZone],
        ['sockets', host.HostProperties?.Sockets],
        [room.unit, `${room.used} of ${room.total} used, ${room.total - room.used} free`],
        ['charged to', chargeWords(host.charges)],
        ['still fits', fits(host)],
        ['auto-placement', host.AutoPlacement],
        ['host recovery', host.HostRecovery],
        ['allocated', host.AllocationTime],
        ['released', host.ReleaseTime],
        ['tags', tagWords(host.Tags)],
      ]),
      sections: [
        machines(room, await namesOn(ctx, host)),
        ...tiesSection(ties, host.charges),
        ...evictionSection(notices),
      ],
    },
    names: [host.HostId ?? ''],
  };
}

/** "1 m5.8xlarge or 3 m5.4xlarge": how many more of each type the host takes, the largest first. */
function fits({ AvailableCapacity }: Host): string {
  const types = (AvailableCapacity?.AvailableInstanceCapacity ?? []).filter((type) => type.AvailableCapacity);
  const words = types.map(({ InstanceType, AvailableCapacity: count }) => `${count} ${InstanceType}`);
  return words.length === 0 ? 'nothing more' : words.toReversed().join(' or ');
}

async function namesOn(ctx: CommandContext, { HostId }: Host): Promise<ReadonlyMap<string, string | undefined>> {
  const found = await allInstances(ctx, [{ Name: 'host-id', Values: [HostId ?? ''] }]);
  return new Map(found.map((one) => [one.InstanceId ?? '', nameTag(one.Tags)]));
}

/** One line a machine, each with its own piece of the host; the last line is what is free. */
function machines(room: Room, names: ReadonlyMap<string, string | undefined>): Section {
  let from = 0;
  const rows = room.machines.map(({ instanceId, instanceType, takes }) => {
    const bar = barOf(room.total, from, takes, '#');
    from += takes;
    return { instanceId, name: names.get(instanceId), instanceType, takes, bar };
  });
  const free = Math.max(0, room.total - room.used);
  const rest = { instanceId: 'free', takes: free, bar: barOf(room.total, from, free, '.') };
  const named = [...names.values()].some((name) => name !== undefined);
  return {
    title: `machines and the ${room.unit} they take`,
    rows: [...rows, rest].map((row) => ({ name: '', instanceType: '', ...row })),
    columns: [
      { key: 'instanceId', title: 'instance' },
      ...(named ? [{ key: 'name', title: 'name' }] : []),
      { key: 'instanceType', title: 'type' },
      { key: 'takes', title: room.unit },
      { key: 'bar', title: '', optional: 1 },
    ],
  };
}
