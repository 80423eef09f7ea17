import type { Database, RawRow } from '../database.ts';
import { int, text, word } from '../rows.ts';
import { AccountRequests } from './account-requests.ts';
import { Handshakes } from './handshakes.ts';
import { OrganizationalUnits } from './organizational-units.ts';

/** An organization as it is stored. */
export interface OrganizationRow {
  readonly key: number;
  readonly id: string;
  readonly arn: string;
  /** The root under which all accounts and organizational units stand. */
  readonly rootId: string;
  readonly managementAccount: string;
  readonly features: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly createdAt: number;
}

/** An organization with the accounts in it, the management account among them, in the order in which they joined. */
export interface Organization extends OrganizationRow {
  readonly members: readonly string[];
}

export interface MemberRow {
  readonly key: number;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly joinedMethod: 'INVITED' | 'CREATED';
  /** The root or the organizational unit that it stands in. */
  readonly parentId: string;
  readonly joinedAt: number;
}

/** A service that the organization trusts. */
export interface ServiceAccessRow {
  readonly principal: string;
  readonly enabledAt: number;
}

const organization = (row: RawRow): OrganizationRow => {
  const [id, managementAccount] = [text(row, 'id'), text(row, 'management_account')];
  return {
    key: int(row, 'key'),
    id,
    arn: `arn:aws:organizations::${managementAccount}:organization/${id}`,
    rootId: text(row, 'root_id'),
    managementAccount,
    features: word(row, 'features', ['ALL', 'CONSOLIDATED_BILLING']),
    createdAt: int(row, 'created_at'),
  };
};

const member = (row: RawRow): MemberRow => ({
  key: int(row, 'key'),
  account: text(row, 'account'),
  name: text(row, 'name'),
  email: text(row, 'email'),
  joinedMethod: word(row, 'joined_method', ['INVITED', 'CREATED']),
  parentId: text(row, 'parent_id'),
  joinedAt: int(row, 'joined_at'),
});

const MEMBER =
  'SELECT member.*, account.name, account.email FROM organization_member AS member JOIN account ON account.id = member.account';

/** The organizations of the sandbox. The service is global: its rows belong to no Region. */
export class Organizations {
  readonly handshakes: Handshakes;
  readonly requests: AccountRequests;
  readonly units: OrganizationalUnits;

  constructor(private readonly db: Database) {
    this.handshakes = new Handshakes(db);
    this.requests = new AccountRequests(db);
    this.units = new OrganizationalUnits(db);
  }

  /** The organization that an account is in, with everybody in it. */
  of(account: string): Organization | undefined {
    const found = this.db.get(
      `SELECT organization.* FROM organization_member AS member
       JOIN organization ON organization.key = member.organization_key WHERE member.account = $account`,
      { account },
    );
    if (found === undefined) return undefined;
    const row = organization(found);
    return { ...row, members: this.members(row.key).map((one) => one.account) };
  }

  /** Whether two accounts are in one organization. */
  areTogether(one: string, other: string): boolean {
    const row = this.db.get(
      `SELECT a.key FROM organization_member AS a JOIN organization_member AS b ON b.organization_key = a.organization_key
       WHERE a.account = $one AND b.account = $other`,
      { one, other },
    );
    return row !== undefined;
  }

  byKey(key: number): OrganizationRow | undefined {
    const row = this.db.get('SELECT * FROM organization WHERE key = $key', { key });
    return row && organization(row);
  }

  insert(row: Pick<OrganizationRow, 'id' | 'rootId' | 'managementAccount' | 'features' | 'createdAt'>): number {
    return this.db.run(
      `INSERT INTO organization (id, root_id, management_account, features, created_at)
       VALUES ($id, $rootId, $managementAccount, $features, $createdAt)`,
      { ...row },
    ).lastRowId;
  }

  /** With its members, units, handshakes and everything else that belongs to it. */
  delete(key: number): void {
    this.db.run('DELETE FROM organization WHERE key = $key', { key });
  }

  enableAllFeatures(key: number): void {
    this.db.run("UPDATE organization SET features = 'ALL' WHERE key = $key", { key });
  }

  /** @param after the key of the last one that is known already */
  members(key: number, after = 0, limit = Number.MAX_SAFE_INTEGER): readonly MemberRow[] {
    return this.db
      .all(`${MEMBER} WHERE member.organization_key = $key AND member.key > $after ORDER BY member.key LIMIT $limit`, {
        key,
        after,
        limit,
      })
      .map(member);
  }

  membersIn(parentId: string, after: number, limit: number): readonly MemberRow[] {
    return this.db
      .all(`${MEMBER} WHERE member.parent_id = $parentId AND member.key > $after ORDER BY member.key LIMIT $limit`, {
        parentId,
        after,
        limit,
      })
      .map(member);
  }

  member(key: number, account: string): MemberRow | undefined {
    const row = this.db.get(`${MEMBER} WHERE member.account = $account AND member.organization_key = $key`, {
      key,
      account,
    });
    return row && member(row);
  }

  addMember(key: number, row: Pick<MemberRow, 'account' | 'joinedMethod' | 'parentId' | 'joinedAt'>): void {
    this.db.run(
      `INSERT INTO organization_member (organization_key, account, joined_method, parent_id, joined_at)
       VALUES ($key, $account, $joinedMethod, $parentId, $joinedAt)`,
      { key, ...row },
    );
  }

  moveMember(account: string, parentId: string): void {
    this.db.run('UPDATE organization_member SET parent_id = $parentId WHERE account = $account', { account, parentId });
  }

  removeMember(account: string): void {
    this.db.run('DELETE FROM organization_member WHERE account = $account', { account });
  }

  /** The services that the organization trusts, by their principals in the order of the alphabet. */
  services(key: number): readonly ServiceAccessRow[] {
    return this.db
      .all('SELECT principal, enabled_at FROM service_access WHERE organization_key = $key ORDER BY principal', { key })
      .map((row) => ({ principal: text(row, 'principal'), enabledAt: int(row, 'enabled_at') }));
  }

  trusts(key: number, principal: string): boolean {
    const sql = 'SELECT 1 FROM service_access WHERE organization_key = $key AND principal = $principal';
    return this.db.get(sql, { key, principal }) !== undefined;
  }

  /** What is trusted already stays as it was. */
  trust(key: number, principal: string, at: number): void {
    this.db.run(
      `INSERT INTO service_access (organization_key, principal, enabled_at) VALUES ($key, $principal, $at)
       ON CONFLICT DO NOTHING`,
      { key, principal, at },
    );
  }

  distrust(key: number, principal: string): void {
    this.db.run('DELETE FROM service_access WHERE organization_key = $key AND principal = $principal', {
      key,
      principal,
    });
  }
}
