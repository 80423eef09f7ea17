import type { HostTie } from '../../contract/ports.ts';
import type { Section } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { Charge } from './charges.ts';

/** Licences that affinity ties to hosts. AWS does not say until when, so against AWS there is nothing to show. */
export async function affinityTies(ctx: CommandContext, hostIds: readonly string[]): Promise<readonly HostTie[]> {
  const found = (await (await ctx.backend()).ties?.(hostIds)) ?? [];
  return found.filter((tie) => tie.tiedUntil !== undefined);
}

/** "in use, tied until …", "held until …, free at …": how licences stand to their host. */
export function tieWords({ tiedUntil, releaseAt }: HostTie): string {
  const until = isoOf(tiedUntil);
  return releaseAt === undefined ? `in use, tied until ${until}` : `held until ${until}, free at ${isoOf(releaseAt)}`;
}

/** The ties as data, with times as they are written everywhere else. */
export const tieData = ({ tiedUntil, releaseAt, ...tie }: HostTie) => ({
  ...tie,
  tiedUntil: isoOf(tiedUntil),
  ...(releaseAt === undefined ? {} : { freeAt: isoOf(releaseAt) }),
});

/** What affinity ties to a host; no section where nothing is tied. */
export function tiesSection(ties: readonly HostTie[], charges: readonly Charge[]): readonly Section[] {
  if (ties.length === 0) return [];
  const names = new Map(charges.map((charge) => [charge.licenseConfigurationArn, charge.name]));
  return [
    {
      title: 'licences that affinity ties to it',
      columns: [
        { key: 'name', title: 'configuration' },
        { key: 'units', title: 'licences' },
        { key: 'stand', title: 'affinity' },
      ],
      rows: ties.map((tie) => ({
        name: names.get(tie.licenseConfigurationArn),
        units: tie.units,
        stand: tieWords(tie),
      })),
    },
  ];
}

const isoOf = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());
