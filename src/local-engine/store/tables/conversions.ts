import type { Scope } from '../../../contract/ports.ts';
import type { Database, RawRow } from '../database.ts';
import { int, optionalInt, optionalText, text, word } from '../rows.ts';

/** A conversion task; times in milliseconds. */
export interface ConversionRow {
  readonly key: number;
  readonly account: string;
  readonly region: string;
  readonly id: string;
  readonly instanceId: string;
  readonly source: string;
  readonly destination: string;
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  readonly message: string | undefined;
  readonly startedAt: number;
  /** When the billing code was changed. */
  readonly switchedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** When the next step falls due; undefined once it has ended. */
  readonly dueAt: number | undefined;
}

export type NewConversion = Pick<ConversionRow, 'id' | 'instanceId' | 'source' | 'destination' | 'startedAt'> & {
  readonly dueAt: number;
};

const conversion = (row: RawRow): ConversionRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  region: text(row, 'region'),
  id: text(row, 'id'),
  instanceId: text(row, 'instance_id'),
  source: text(row, 'source'),
  destination: text(row, 'destination'),
  status: word(row, 'status', ['IN_PROGRESS', 'SUCCEEDED', 'FAILED']),
  message: optionalText(row, 'message'),
  startedAt: int(row, 'started_at'),
  switchedAt: optionalInt(row, 'switched_at'),
  endedAt: optionalInt(row, 'ended_at'),
  dueAt: optionalInt(row, 'due_at'),
});

/** The conversion tasks of one account and Region. */
export class Conversions {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(id: string): ConversionRow | undefined {
    const row = this.db.get('SELECT * FROM conversion WHERE id = $id AND account = $account AND region = $region', {
      id,
      ...this.here,
    });
    return row && conversion(row);
  }

  after(key: number, limit: number): readonly ConversionRow[] {
    return this.db
      .all(
        'SELECT * FROM conversion WHERE account = $account AND region = $region AND key > $key ORDER BY key LIMIT $limit',
        { key, limit, ...this.here },
      )
      .map(conversion);
  }

  /** The tasks of some instances, oldest first. */
  ofInstances(instanceIds: readonly string[], key: number, limit: number): readonly ConversionRow[] {
    return this.db
      .all(
        `SELECT * FROM conversion WHERE instance_id IN (SELECT value FROM json_each($ids)) AND key > $key
         AND +account = $account AND +region = $region ORDER BY key LIMIT $limit`,
        { ids: JSON.stringify(instanceIds), key, limit, ...this.here },
      )
      .map(conversion);
  }

  insert(row: NewConversion): void {
    this.db.run(
      `INSERT INTO conversion (account, region, id, instance_id, source, destination, status, started_at, due_at)
       VALUES ($account, $region, $id, $instanceId, $source, $destination, 'IN_PROGRESS', $startedAt, $dueAt)`,
      { ...row, ...this.here },
    );
  }

  /** Adds a task as it stands elsewhere. */
  insertCopy(row: Omit<ConversionRow, 'key' | 'account' | 'region'>): void {
    this.db.run(
      `INSERT INTO conversion (account, region, id, instance_id, source, destination, status, message, started_at,
         switched_at, ended_at, due_at)
       VALUES ($account, $region, $id, $instanceId, $source, $destination, $status, $message, $startedAt,
         $switchedAt, $endedAt, $dueAt)`,
      {
        ...row,
        message: row.message ?? null,
        switchedAt: row.switchedAt ?? null,
        endedAt: row.endedAt ?? null,
        dueAt: row.dueAt ?? null,
        ...this.here,
      },
    );
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}

/** Conversions whose next step has come, in the order of their moments. */
export const conversionsDue = (db: Database, now: number): readonly ConversionRow[] =>
  db.all('SELECT * FROM conversion WHERE due_at <= $now ORDER BY due_at, key', { now }).map(conversion);

/** The billing code was changed; what is left falls due at `dueAt`. */
export function conversionSwitched(db: Database, key: number, at: number, dueAt: number): void {
  db.run('UPDATE conversion SET switched_at = $at, due_at = $dueAt WHERE key = $key', { key, at, dueAt });
}

/** A conversion is over for good. */
export function conversionEnded(
  db: Database,
  key: number,
  at: number,
  { status, message }: Pick<ConversionRow, 'status' | 'message'>,
): void {
  db.run('UPDATE conversion SET status = $status, message = $message, ended_at = $at, due_at = NULL WHERE key = $key', {
    key,
    at,
    status,
    message: message ?? null,
  });
}
