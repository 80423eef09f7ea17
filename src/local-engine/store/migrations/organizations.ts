/** Organizations: who belongs to which, what services may reach them, invitations, and accounts that are being made. */
export const ORGANIZATIONS = `
-- every account has an address; those that were here before get one
ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '';
UPDATE account SET email = 'aws+' || id || '@example.com';
-- CreateAccount, InviteAccountToOrganization: an address is one account's
CREATE UNIQUE INDEX account_email ON account (email) WHERE email <> '';

CREATE TABLE organization (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  root_id TEXT NOT NULL,
  management_account TEXT NOT NULL,
  features TEXT NOT NULL CHECK (features IN ('ALL', 'CONSOLIDATED_BILLING')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organizational_unit (
  key INTEGER PRIMARY KEY,
  organization_key INTEGER NOT NULL REFERENCES organization (key) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- ListChildren, and names that are taken
  UNIQUE (parent_id, name)
) STRICT;

-- an account is in one organization at most
CREATE TABLE organization_member (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL UNIQUE REFERENCES account (id),
  organization_key INTEGER NOT NULL REFERENCES organization (key) ON DELETE CASCADE,
  joined_method TEXT NOT NULL CHECK (joined_method IN ('INVITED', 'CREATED')),
  parent_id TEXT NOT NULL,
  joined_at INTEGER NOT NULL
) STRICT;
-- ListAccounts
CREATE INDEX organization_member_of ON organization_member (organization_key, key);
-- ListAccountsForParent
CREATE INDEX organization_member_parent ON organization_member (parent_id, key);

CREATE TABLE service_access (
  organization_key INTEGER NOT NULL REFERENCES organization (key) ON DELETE CASCADE,
  principal TEXT NOT NULL,
  enabled_at INTEGER NOT NULL,
  PRIMARY KEY (organization_key, principal)
) STRICT, WITHOUT ROWID;

CREATE TABLE handshake (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_key INTEGER NOT NULL REFERENCES organization (key) ON DELETE CASCADE,
  action TEXT NOT NULL CHECK (action IN ('INVITE', 'ENABLE_ALL_FEATURES', 'APPROVE_ALL_FEATURES')),
  -- the account that may accept it, and how it was named
  target TEXT,
  target_type TEXT NOT NULL CHECK (target_type IN ('ACCOUNT', 'EMAIL')),
  target_id TEXT NOT NULL,
  notes TEXT,
  state TEXT NOT NULL CHECK (state IN ('REQUESTED', 'OPEN', 'ACCEPTED', 'CANCELED')),
  requested_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
-- ListHandshakesForOrganization, and invitations that are still open
CREATE INDEX handshake_of ON handshake (organization_key, key);

CREATE TABLE account_request (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_key INTEGER NOT NULL REFERENCES organization (key) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  -- when the account is made; null once it was, or could not be
  due_at INTEGER,
  completed_at INTEGER,
  account TEXT,
  failure_reason TEXT
) STRICT;
-- the schedule: accounts to make
CREATE INDEX account_request_due ON account_request (due_at) WHERE due_at IS NOT NULL;
`;
