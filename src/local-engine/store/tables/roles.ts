import type { Database } from '../database.ts';
import { flag, int, optionalText, strings, text } from '../rows.ts';

/** Roles that a new account has without anybody's doing. */
const FROM_THE_START: readonly string[] = ['AWSServiceRoleForAWSLicenseManagerRole'];

/** What became of the deletion of a role. */
export interface RoleDeletion {
  readonly account: string;
  /** The id of its task. */
  readonly id: string;
  /** Why the role stayed; none where it went. */
  readonly reason: string | undefined;
  /** What it still serves, as ARNs. */
  readonly resources: readonly string[];
}

/** Service-linked roles of the accounts. License Manager's core role is there until it is deleted. */
export class Roles {
  constructor(private readonly db: Database) {}

  has(account: string, name: string): boolean {
    const row = this.db.get('SELECT present FROM service_linked_role WHERE account = $account AND name = $name', {
      account,
      name,
    });
    return row === undefined ? FROM_THE_START.includes(name) : flag(row, 'present');
  }

  /** When a role came to be, in milliseconds; one that is there from the start, with its account. */
  since(account: string, name: string): number {
    const row = this.db.get(
      `SELECT coalesce((SELECT changed_at FROM service_linked_role WHERE account = $account AND name = $name),
                       (SELECT created_at FROM account WHERE id = $account), 0) AS at`,
      { account, name },
    );
    return row === undefined ? 0 : int(row, 'at');
  }

  deletion(account: string, id: string): RoleDeletion | undefined {
    const row = this.db.get('SELECT * FROM role_deletion WHERE id = $id AND account = $account', { id, account });
    return row && { account, id, reason: optionalText(row, 'reason'), resources: strings(row, 'resources') };
  }

  addDeletion({ account, id, reason, resources }: RoleDeletion): void {
    this.db.run(
      'INSERT INTO role_deletion (id, account, reason, resources) VALUES ($id, $account, $reason, $resources)',
      {
        id,
        account,
        reason: reason ?? null,
        resources: JSON.stringify(resources),
      },
    );
  }

  /** Creates or deletes a role; times in milliseconds. */
  set(account: string, name: string, present: boolean, at: number): void {
    this.db.run(
      `INSERT INTO service_linked_role (account, name, present, changed_at) VALUES ($account, $name, $present, $at)
       ON CONFLICT DO UPDATE SET present = excluded.present, changed_at = excluded.changed_at`,
      { account, name, present, at },
    );
  }
}

/** Actions that callers of an account are denied: `ssm:SendCommand`, or `ssm:*` for all of a service. */
export class Permissions {
  constructor(private readonly db: Database) {}

  denied(account: string): readonly string[] {
    return this.db
      .all('SELECT action FROM denied_action WHERE account = $account ORDER BY action', { account })
      .map((row) => text(row, 'action'));
  }

  allows(account: string, action: string): boolean {
    return !this.denied(account).some((one) => one === action || one === `${action.replace(/:.*/, '')}:*`);
  }

  deny(account: string, action: string): void {
    this.db.run('INSERT OR IGNORE INTO denied_action (account, action) VALUES ($account, $action)', {
      account,
      action,
    });
  }

  allow(account: string, action: string): void {
    this.db.run('DELETE FROM denied_action WHERE account = $account AND action = $action', { account, action });
  }
}

/** Steps of AWS's own work that fail in this sandbox, by name. */
export class FailingSteps {
  constructor(private readonly db: Database) {}

  all(): readonly string[] {
    return this.db.all('SELECT name FROM failing_step ORDER BY name').map((row) => text(row, 'name'));
  }

  has(name: string): boolean {
    return this.all().includes(name);
  }

  /** @param since milliseconds */
  fail(name: string, since: number): void {
    this.db.run('INSERT OR IGNORE INTO failing_step (name, since) VALUES ($name, $since)', { name, since });
  }

  mend(name: string): void {
    this.db.run('DELETE FROM failing_step WHERE name = $name', { name });
  }
}
