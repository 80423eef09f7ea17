import type { Tx } from '../store/store.ts';
import type { NewAssociation, TotalChange } from '../store/tables/books.ts';
import type { HostChargeRow } from '../store/tables/host-charges.ts';
import { summed } from './totals.ts';

/** What stands under a configuration that was copied from elsewhere. */
export interface CopiedBooks {
  readonly associations: readonly (Omit<NewAssociation, 'configurationKey'> & { readonly resourceId: string })[];
  readonly charges: readonly Omit<HostChargeRow, 'configurationKey'>[];
}

/** Enters the books of a configuration that has none yet; its totals become the sums of what is entered. */
export function enterCopied(tx: Tx, configurationKey: number, { associations, charges }: CopiedBooks): void {
  const changes: TotalChange[] = [];
  for (const { resourceId, ...row } of associations) {
    tx.books.associate([{ ...row, configurationKey }], [resourceId]);
    changes.push({ configurationKey, resourceType: row.resourceType, consumed: row.consumed, associated: 1 });
  }
  for (const charge of charges) {
    tx.books.putCharge({ ...charge, configurationKey });
    changes.push({ configurationKey, resourceType: 'EC2_HOST', consumed: charge.units, associated: 0 });
  }
  tx.books.addToTotals(summed(changes));
}

/** What the copied account cannot see, and what is under it. */
export function enterUnseen(tx: Tx, unseen: readonly { readonly resourceId: string; readonly arn: string }[]): void {
  for (const { resourceId, arn } of unseen) tx.books.putUnseen(resourceId, arn);
}

/** Room that machines take on a host which was copied empty. */
export function occupyCopied(tx: Tx, rows: Parameters<Tx['books']['occupy']>[0]): void {
  tx.books.occupy(rows);
}
