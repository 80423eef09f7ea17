import type { Result } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import { takeAlerts } from '../shared/alerts.ts';
import { type ChargedHost, charged } from '../shared/charged-hosts.ts';
import { chargeWords } from '../shared/charges.ts';
import { done } from '../shared/done.ts';
import { roomOf, takesWords } from '../shared/host-room.ts';
import { fillNow } from '../shared/licences.ts';
import { findHosts } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ReleaseArgs } from './manifest.ts';
import { exitOf, failures, hostsWords } from './outcomes.ts';

/** Releases hosts once it is agreed; a host that AWS keeps makes exit code 6, the others go. */
export async function run({ hosts: given }: ReleaseArgs, ctx: CommandContext): Promise<Result> {
  const hosts = await charged(ctx, await findHosts(ctx, given));
  const HostIds = hosts.map((host) => host.HostId ?? '');
  await ctx.confirm({
    lines: hosts.map(lineOf),
    danger: 'confirm',
    name: HostIds.length === 1 ? (HostIds[0] ?? '') : counted(HostIds.length, 'host'),
  });
  const answer = await ctx.call('ec2:ReleaseHosts', { HostIds });
  const { Successful = [], Unsuccessful = [] } = answer;
  const { alerts, notes } = await takeAlerts(ctx);
  const arns = hosts.flatMap(({ charges }) => charges.map((charge) => charge.licenseConfigurationArn));
  const fill = await fillNow(ctx, arns);
  return {
    value: { ...answer, Successful, Unsuccessful, alerts },
    view: outcomes(HostIds, Successful),
    names: Successful,
    notes: [
      ...notes,
      ...failures(answer),
      ...(Successful.length === 0 ? [] : [done(ctx, 'released', 'release', hostsWords(Successful)), ...fill.notes]),
    ],
    ...exitOf(answer),
  };
}

function outcomes(hostIds: readonly string[], released: readonly string[]): Result['view'] {
  return {
    kind: 'list',
    rows: hostIds.map((hostId) => ({ hostId, outcome: released.includes(hostId) ? 'released' : 'kept' })),
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
  const charges = chargeWords(host.charges);
  const licences = charges === '' ? 'no licences charged' : `charged: ${charges}`;
  return `release ${host.HostId} (${takesWords(host)}, ${host.AvailabilityZone}): ${runs}, ${licences}`;
}
