import type { Host } from '@aws-sdk/client-ec2';
import type { CommandContext } from '../types.ts';
import { type Charge, hostCharges } from './charges.ts';
import { configurationsByArn } from './licences.ts';

/** A host as AWS describes it, with the licences charged for it as a whole. */
export interface ChargedHost extends Host {
  readonly charges: readonly Charge[];
}

/** Adds to each host what is charged for it. */
export async function charged(ctx: CommandContext, hosts: readonly Host[]): Promise<readonly ChargedHost[]> {
  const charges = await hostCharges(ctx, await configurationsByArn(ctx));
  return hosts.map((host) => ({ ...host, charges: charges.get(host.HostId ?? '') ?? [] }));
}
