import type { HostTie } from '../../contract/ports.ts';
import type { Column, Row, Section } from '../../contract/result.ts';
import type { CommandContext } from '../types.ts';
import type { Charge } from './charges.ts';

/** Licences that affinity ties to hosts. AWS does not say until when, so against AWS there is nothing to show. */
export async function affinityTies(ctx: CommandContext, hostIds: readonly string[]): Promise<readonly HostTie[]> {
  const found = (await (await ctx.backend()).ties?.(hostIds)) ?? [];
  return found.filter((tie) => tie.tiedUntil !== undefined);
}

/** The ties as data, with times as they are written everywhere else. */
export const tieData = ({ tiedUntil, releaseAt, ...tie }: HostTie) => ({
  ...tie,
  ...tieRow({ tiedUntil, releaseAt }),
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
        { key: 'stand', title: 'now' },
        ...TIE_COLUMNS,
      ],
      rows: ties.map((tie) => ({
        name: names.get(tie.licenseConfigurationArn),
        units: tie.units,
        stand: tie.releaseAt === undefined ? 'in use' : 'held',
        ...tieRow(tie),
      })),
    },
  ];
}

/** Until when, and from when they are free where nothing uses them any more. */
export const TIE_COLUMNS: readonly Column[] = [
  { key: 'tiedUntil', title: 'tied until' },
  { key: 'freeAt', title: 'free at' },
];

type Ends = { readonly [K in 'tiedUntil' | 'releaseAt']?: number | undefined };

/** The two columns of a tie, as a row has them. */
export const tieRow = ({ tiedUntil, releaseAt }: Ends): Row => ({
  ...(tiedUntil === undefined ? {} : { tiedUntil: new Date(tiedUntil) }),
  ...(releaseAt === undefined ? {} : { freeAt: new Date(releaseAt) }),
});
