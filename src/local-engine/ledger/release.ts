import type { Tx } from '../store/store.ts';

/**
 * The release run: frees every charge whose tie has ended and whose moment has come (rule-affinity-release-24h).
 * Returns one line per freed charge, for `lm local clock`.
 */
export function releaseDue(tx: Tx, now: number): readonly { readonly at: number; readonly what: string }[] {
  return tx.charges.due(now).map((charge) => {
    tx.books.deleteCharge(charge.configurationKey, charge.hostId);
    tx.books.addToTotals([
      { configurationKey: charge.configurationKey, resourceType: 'EC2_HOST', consumed: -charge.units, associated: 0 },
    ]);
    const name = tx.across.configurationByKey(charge.configurationKey)?.name ?? '';
    return {
      at: charge.releaseAt ?? now,
      what: `${charge.units} licences of ${name} came free from host ${charge.hostId}`,
    };
  });
}
