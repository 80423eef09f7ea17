import type { Host } from '@aws-sdk/client-ec2';
import type { Output } from '../../contract/operations.ts';
import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { type ChargedHost, charged, chargedWords } from '../shared/charged-hosts.ts';
import { done } from '../shared/done.ts';
import { roomOf, takesWords } from '../shared/host-room.ts';
import { fillNow } from '../shared/licences.ts';
import { findHosts, isHeld } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ReleaseArgs } from './manifest.ts';
import { exitOf, failures, hostsWords } from './outcomes.ts';

/** Releases hosts once it is agreed; a host that AWS keeps makes exit code 6, the others go. */
export async function run({ hosts: given }: ReleaseArgs, ctx: CommandContext): Promise<Result> {
  const found = await charged(ctx, await findHosts(ctx, given));
  const hosts = found.filter(isHeld);
  const gone = found.filter((host) => !isHeld(host)).map((host) => host.HostId ?? '');
  const answer = hosts.length === 0 ? {} : await release(hosts, ctx);
  const { Successful = [], Unsuccessful = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const arns = hosts.flatMap(({ charges }) => charges.map((charge) => charge.licenseConfigurationArn));
  const fill = await fillNow(ctx, arns);
  return {
    value: { ...answer, Successful, Unsuccessful, alerts },
    view: outcomes(found, [...Successful, ...gone]),
    names: Successful,
    notes: [
      ...notes,
      ...failures(answer),
      ...(Successful.length === 0 ? [] : [done(ctx, 'released', 'release', hostsWords(Successful)), ...fill.notes]),
      ...(gone.length === 0
        ? []
        : [{ kind: 'done', text: `unchanged, released already: ${gone.join(', ')}` } as const]),
    ],
    ...exitOf(answer),
  };
}

async function release(hosts: readonly ChargedHost[], ctx: CommandContext): Promise<Output<'ec2:ReleaseHosts'>> {
  const HostIds = hosts.map((host) => host.HostId ?? '');
  await ctx.confirm({
    lines: hosts.map(lineOf),
    danger: 'confirm',
    name: HostIds.length === 1 ? (HostIds[0] ?? '') : counted(HostIds.length, 'host'),
  });
  return ctx.call('ec2:ReleaseHosts', { HostIds });
}

function outcomes(hosts: readonly Host[], released: readonly string[]): Result['view'] {
  return {
    kind: 'list',
    rows: hosts.map(({ HostId = '' }) => ({
      hostId: HostId,
      outcome: released.includes(HostId) ? 'released' : 'kept',
    })),
    columns: [
      { key: 'hostId', title: 'id' },
      { key: 'outcome', title: 'outcome' },
    ],
    empty: '',
  };
}

function lineOf(host: ChargedHost): string {
  const { machines } = roomOf(host);
  const runs = machines.length === 0 ? 'nothing runs on it' : `${counted(machines.length, 'machine')} on it`;
  const licences = chargedWords(host, 'charged');
  return `release ${host.HostId} (${takesWords(host)}, ${host.AvailabilityZone}): ${runs}, ${licences}`;
}
