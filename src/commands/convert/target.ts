import type { Violation } from '../../contract/decision.ts';
import { UsageError } from '../../contract/usage.ts';
import { check } from '../../validation/catalogue/index.ts';
import { codeOf, type Licensing, licensingOf, SQL_EDITIONS, type SqlEdition } from '../../validation/conversion.ts';
import type { PlanArgs } from './declare-licence.ts';

/** What was asked for, in words. */
export type Wanted = Pick<PlanArgs, 'to' | 'windows' | 'sql' | 'edition'>;

/** The billing code to convert to, or what of the wish has none. */
export type Target =
  | { readonly code: string }
  | { readonly code: undefined; readonly violations: readonly Violation[] };

/** @throws UsageError when nothing was asked for, or an edition is missing or without use */
export function requireWish({ to, windows, sql, edition }: Wanted): void {
  if (to === undefined && windows === undefined && sql === undefined)
    throw new UsageError('nothing to convert to was given', 'give --to byol, --to included, --windows or --sql');
  if (edition !== undefined && sql !== 'included')
    throw new UsageError('--edition goes with --sql included', 'add --sql included, or leave --edition out');
}

/**
 * The billing code that a wish means for a machine, by the one it has. What is not asked for stays.
 * @returns undefined where the machine's own code is none that can be converted
 */
export function targetOf(present: string, { to, windows, sql, edition }: Wanted): Target | undefined {
  const licensing = licensingOf(present);
  if (licensing === undefined) return undefined;
  const edited = editionOf(licensing, edition);
  if (sql === 'included' && edited === undefined) {
    if (edition === undefined)
      throw new UsageError('--sql included needs an edition', 'add --edition standard, enterprise or web');
    return { code: undefined, violations: check('convert-sql-editions', { edition }) };
  }
  const wished: Licensing = {
    windows: windows ?? to ?? licensing.windows,
    sql: sql === 'included' ? (edited ?? 'standard') : sql !== undefined || to === 'byol' ? 'byol' : licensing.sql,
  };
  const code = codeOf(wished);
  if (code !== undefined) return { code };
  const destination = `Windows ${wished.windows} with SQL Server ${wished.sql} included`;
  return { code: undefined, violations: check('convert-destination-known', { destination }) };
}

/** The edition that was named, else the one that is included now. */
function editionOf({ sql }: Licensing, named: string | undefined): SqlEdition | undefined {
  const wanted = named?.toLowerCase() ?? sql;
  return SQL_EDITIONS.find((edition) => edition === wanted);
}
