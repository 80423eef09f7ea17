import type { Scope } from '../../../contract/ports.ts';
import type { CountingType } from '../../../contract/world.ts';
import type { Database, RawRow } from '../database.ts';
import { flag, int, optionalInt, optionalText, strings, text, word } from '../rows.ts';

export const COUNTING_TYPES = ['vCPU', 'Instance', 'Core', 'Socket'] as const;
export const STATUSES = ['AVAILABLE', 'DISABLED'] as const;

/** A license configuration as stored; times in milliseconds, `expiry` in Unix seconds as AWS has it. */
export interface ConfigurationRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly counting: CountingType;
  readonly licenseCount: number | undefined;
  readonly hard: boolean;
  readonly status: (typeof STATUSES)[number];
  readonly rules: readonly string[];
  /** ProductInformationList as JSON. */
  readonly products: string;
  readonly disassociateWhenNotFound: boolean;
  readonly expiry: number | undefined;
  readonly createdAt: number;
  readonly consumed: number;
}

export type NewConfiguration = Omit<ConfigurationRow, 'key' | 'account' | 'region' | 'consumed'>;

const SELECT = `SELECT configuration.*,
  (SELECT coalesce(sum(consumed), 0) FROM total WHERE configuration_key = configuration.key) AS consumed
  FROM configuration`;

const configuration = (row: RawRow): ConfigurationRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  name: text(row, 'name'),
  description: optionalText(row, 'description'),
  counting: word(row, 'counting', COUNTING_TYPES),
  licenseCount: optionalInt(row, 'license_count'),
  hard: flag(row, 'hard'),
  status: word(row, 'status', STATUSES),
  rules: strings(row, 'rules'),
  products: text(row, 'products'),
  disassociateWhenNotFound: flag(row, 'disassociate_when_not_found'),
  expiry: optionalInt(row, 'expiry'),
  createdAt: int(row, 'created_at'),
  consumed: int(row, 'consumed'),
});

const columns = (row: NewConfiguration) => ({
  id: row.id,
  name: row.name,
  description: row.description ?? null,
  counting: row.counting,
  licenseCount: row.licenseCount ?? null,
  hard: row.hard,
  status: row.status,
  rules: JSON.stringify(row.rules),
  products: row.products,
  disassociate: row.disassociateWhenNotFound,
  expiry: row.expiry ?? null,
  createdAt: row.createdAt,
});

/** The license configurations of one account and Region. */
export class Configurations {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): ConfigurationRow | undefined {
    const row = this.db.get(`${SELECT} WHERE id = $id AND account = $account AND region = $region`, {
      id,
      ...this.here,
    });
    return row && configuration(row);
  }

  /** Rows after a key, in order of creation. */
  after(key: number, limit: number): readonly ConfigurationRow[] {
    return this.db
      .all(`${SELECT} WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit`, {
        key,
        limit,
        ...this.here,
      })
      .map(configuration);
  }

  count(): number {
    const row = this.db.get(
      'SELECT count(*) AS n FROM configuration WHERE account = $account AND region = $region',
      this.here,
    );
    return row === undefined ? 0 : int(row, 'n');
  }

  /** How many were created at or after a moment (milliseconds). */
  createdSince(since: number): number {
    const row = this.db.get(
      'SELECT count(*) AS n FROM configuration WHERE account = $account AND region = $region AND created_at >= $since',
      { since, ...this.here },
    );
    return row === undefined ? 0 : int(row, 'n');
  }

  insert(row: NewConfiguration): void {
    this.db.run(
      `INSERT INTO configuration (account, region, id, name, description, counting, license_count, hard, status, rules,
         products, disassociate_when_not_found, expiry, created_at)
       VALUES ($account, $region, $id, $name, $description, $counting, $licenseCount, $hard, $status, $rules,
         $products, $disassociate, $expiry, $createdAt)`,
      { ...columns(row), ...this.here },
    );
  }

  update(row: NewConfiguration): void {
    this.db.run(
      `UPDATE configuration SET name = $name, description = $description, counting = $counting,
         license_count = $licenseCount, hard = $hard, status = $status, rules = $rules, products = $products,
         disassociate_when_not_found = $disassociate, expiry = $expiry, created_at = $createdAt
       WHERE id = $id AND account = $account AND region = $region`,
      { ...columns(row), ...this.here },
    );
  }

  delete(id: string): void {
    this.db.run('DELETE FROM configuration WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** One configuration whoever owns it: for cross-account associations and for naming the owner of a foreign ARN. */
export function configurationAcross(db: Database, id: string): ConfigurationRow | undefined {
  const row = db.get(`${SELECT} WHERE id = $id`, { id });
  return row && configuration(row);
}

/** The same by the store's own key. */
export function configurationByKey(db: Database, key: number): ConfigurationRow | undefined {
  const row = db.get(`${SELECT} WHERE key = $key`, { key });
  return row && configuration(row);
}

/** Every configuration that an account owns, in whichever Region. */
export function configurationsOfOwner(db: Database, account: string): readonly ConfigurationRow[] {
  return db.all(`${SELECT} WHERE account = $account ORDER BY region, key`, { account }).map(configuration);
}
