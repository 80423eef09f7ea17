import type { CopyReport } from '../../../contract/copy.ts';
import type { Database } from '../database.ts';
import { int, optionalInt, text, word } from '../rows.ts';

/** The one row about the sandbox itself; times in milliseconds. */
export interface SandboxRow {
  /** How far the sandbox's clock is ahead of the wall clock. */
  readonly clockOffset: number;
  /** The latest moment at which anything was applied: time never runs backwards. */
  readonly lastApplied: number;
  /** The earliest moment at which something waits for the schedule. */
  readonly nextDue: number | undefined;
  readonly idTime: number;
  readonly idCounter: number;
  readonly defaultAccount: string;
  readonly defaultRegion: string;
  readonly charging: 'per-host' | 'per-machine';
}

export interface AccountEntry {
  readonly id: string;
  readonly name: string;
}

/** When each kind of thing that changes by itself does so next, report runs aside. */
const CHANGES = `SELECT min(sweep_at) AS at FROM image WHERE sweep_at IS NOT NULL
  UNION ALL SELECT min(expires_at) FROM share_invitation WHERE expires_at IS NOT NULL
  UNION ALL SELECT min(due_at) FROM eviction WHERE due_at IS NOT NULL
  UNION ALL SELECT min(purge_at) FROM resource_share WHERE purge_at IS NOT NULL
  UNION ALL SELECT min(release_at) FROM host_charge WHERE release_at IS NOT NULL
  UNION ALL SELECT min(due_at) FROM account_request WHERE due_at IS NOT NULL
  UNION ALL SELECT min(purge_at) FROM instance WHERE purge_at IS NOT NULL
  UNION ALL SELECT min(recovery_at) FROM host WHERE recovery_at IS NOT NULL
  UNION ALL SELECT min(joins_at) FROM host WHERE joins_at IS NOT NULL
  UNION ALL SELECT min(apply_at) FROM host_group WHERE apply_at IS NOT NULL
  UNION ALL SELECT min(due_at) FROM conversion WHERE due_at IS NOT NULL
  UNION ALL SELECT min(purge_at) FROM managed_node`;

/** What belongs to the sandbox and not to an account: clock, id counter, accounts, quotas. */
export class SandboxTable {
  constructor(private readonly db: Database) {}

  read(): SandboxRow | undefined {
    const row = this.db.get('SELECT * FROM sandbox');
    if (row === undefined) return undefined;
    return {
      clockOffset: int(row, 'clock_offset'),
      lastApplied: int(row, 'last_applied'),
      nextDue: optionalInt(row, 'next_due'),
      idTime: int(row, 'id_time'),
      idCounter: int(row, 'id_counter'),
      defaultAccount: text(row, 'default_account'),
      defaultRegion: text(row, 'default_region'),
      charging: word(row, 'charging', ['per-host', 'per-machine']),
    };
  }

  write(row: SandboxRow): void {
    this.db.run(
      `INSERT INTO sandbox (only, clock_offset, last_applied, next_due, id_time, id_counter, default_account, default_region, charging)
       VALUES (1, $clockOffset, $lastApplied, $nextDue, $idTime, $idCounter, $defaultAccount, $defaultRegion, $charging)
       ON CONFLICT DO UPDATE SET clock_offset = excluded.clock_offset, last_applied = excluded.last_applied,
         next_due = excluded.next_due, id_time = excluded.id_time, id_counter = excluded.id_counter,
         default_account = excluded.default_account, default_region = excluded.default_region, charging = excluded.charging`,
      { ...row, nextDue: row.nextDue ?? null },
    );
  }

  /** The earliest due moment over every table that has one. */
  earliestDue(): number | undefined {
    return this.earliest(`${CHANGES} UNION ALL SELECT min(due_at) FROM report_generator`);
  }

  /** The same without report runs: they look at the sandbox and change nothing of what they report. */
  earliestChange(): number | undefined {
    return this.earliest(CHANGES);
  }

  private earliest(moments: string): number | undefined {
    const row = this.db.get(`SELECT min(at) AS at FROM (${moments})`);
    return row === undefined ? undefined : optionalInt(row, 'at');
  }

  /** Licences taken under configurations that may charge hosts. */
  takenByHostTypes(): number {
    const row = this.db.get(
      `SELECT coalesce(sum(total.consumed), 0) AS n FROM total JOIN configuration ON configuration.key = total.configuration_key
       WHERE configuration.counting IN ('Core', 'Socket')`,
    );
    return row === undefined ? 0 : int(row, 'n');
  }

  accounts(): readonly AccountEntry[] {
    return this.db
      .all('SELECT id, name FROM account ORDER BY created_at, id')
      .map((row) => ({ id: text(row, 'id'), name: text(row, 'name') }));
  }

  account(id: string): AccountEntry | undefined {
    const row = this.db.get('SELECT id, name FROM account WHERE id = $id', { id });
    return row && { id: text(row, 'id'), name: text(row, 'name') };
  }

  /** @param email the address of its owner; one of example.com where nobody gave one */
  addAccount({ id, name }: AccountEntry, at: number, email = `aws+${id}@example.com`): void {
    this.db.run('INSERT INTO account (id, name, created_at, email) VALUES ($id, $name, $at, $email)', {
      id,
      name,
      at,
      email,
    });
  }

  accountByEmail(email: string): AccountEntry | undefined {
    const row = this.db.get("SELECT id, name FROM account WHERE email = $email AND email <> ''", { email });
    return row && { id: text(row, 'id'), name: text(row, 'name') };
  }

  quota(name: string): number | undefined {
    const row = this.db.get('SELECT value FROM quota WHERE name = $name', { name });
    return row && int(row, 'value');
  }

  setQuota(name: string, value: number): void {
    this.db.run(
      'INSERT INTO quota (name, value) VALUES ($name, $value) ON CONFLICT DO UPDATE SET value = excluded.value',
      { name, value },
    );
  }

  /** What the sandbox was copied from, where it is a copy of an account. */
  copiedFrom(): CopyReport | undefined {
    const row = this.db.get('SELECT at, report FROM copied_from');
    return row && { ...JSON.parse(text(row, 'report')), at: new Date(int(row, 'at')) };
  }

  keepCopiedFrom({ at, ...report }: CopyReport): void {
    this.db.run('INSERT INTO copied_from (only, at, report) VALUES (1, $at, $report)', {
      at: at.getTime(),
      report: JSON.stringify(report),
    });
  }

  /** Rows of the tables that `lm local status` counts. */
  counts(): Readonly<Record<string, number>> {
    const tables = [
      'account',
      'configuration',
      'image',
      'host',
      'instance',
      'launch_template',
      'association',
      'event',
      'alert',
    ];
    return Object.fromEntries(tables.map((name) => [name, this.countOf(name)]));
  }

  private countOf(table: string): number {
    const row = this.db.get(`SELECT count(*) AS n FROM ${table}`);
    return row === undefined ? 0 : int(row, 'n');
  }
}
