import type { Host } from '@aws-sdk/client-ec2';
import type { CommandContext } from '../types.ts';
import { type Charge, chargeWords, hostCharges, unseenBy } from './charges.ts';
import { configurationsByArn } from './licences.ts';

/** A host as AWS describes it, with the licences charged for it as a whole. */
export interface ChargedHost extends Host {
  readonly charges: readonly Charge[];
  /** Shared configurations that may charge it too: only their owner sees that. Absent where there are none. */
  readonly unseenCharges?: readonly string[];
}

/** Adds to each host what is charged for it to configurations of this account. */
export async function charged(ctx: CommandContext, hosts: readonly Host[]): Promise<readonly ChargedHost[]> {
  const { account } = (await ctx.backend()).scope;
  const configurations = await configurationsByArn(ctx);
  const charges = await hostCharges(ctx, account, configurations);
  const unseen = unseenBy(account, configurations);
  return hosts.map((host) => ({
    ...host,
    charges: charges.get(host.HostId ?? '') ?? [],
    ...(unseen.length === 0 ? {} : { unseenCharges: unseen }),
  }));
}

/** "charged: 48 cores to win-dc", or that nothing is, as far as this account may see. */
export function chargedWords({ charges, unseenCharges }: Omit<ChargedHost, keyof Host>, verb: string): string {
  if (charges.length > 0) return `${verb}: ${chargeWords(charges)}`;
  return unseenCharges === undefined ? 'no licences charged' : 'no licences of this account charged';
}
