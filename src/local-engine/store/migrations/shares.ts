/** Resource shares, invitations to them, and notices to leave a host that is no longer shared. */
export const SHARES = `
CREATE TABLE resource_share (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- whether it may reach accounts outside the owner's organization
  external INTEGER NOT NULL,
  -- whether an account that leaves the organization keeps what it was given
  retain INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'DELETED')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  purge_at INTEGER
) STRICT;
-- GetResourceShares of the own ones
CREATE INDEX resource_share_scope ON resource_share (account, region, key);
-- the schedule: deleted shares that vanish
CREATE INDEX resource_share_due ON resource_share (purge_at) WHERE purge_at IS NOT NULL;

CREATE TABLE share_entity (
  key INTEGER PRIMARY KEY,
  share_key INTEGER NOT NULL REFERENCES resource_share (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('PRINCIPAL', 'RESOURCE')),
  -- the ARN of a resource; the account id or the ARN of a principal
  entity TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ASSOCIATING', 'ASSOCIATED', 'DISASSOCIATED')),
  -- for principals: outside the owner's organization
  external INTEGER NOT NULL,
  -- for principals: it came in by an invitation that it accepted
  invited INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (share_key, kind, entity)
) STRICT;
-- who may use a resource (every decision); what is shared with an account
CREATE INDEX share_entity_of ON share_entity (entity, kind, share_key);

CREATE TABLE share_invitation (
  key INTEGER PRIMARY KEY,
  share_key INTEGER NOT NULL REFERENCES resource_share (key) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  receiver TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('PENDING', 'ACCEPTED', 'REJECTED', 'EXPIRED')),
  sent_at INTEGER NOT NULL,
  -- when one that is still pending expires
  expires_at INTEGER
) STRICT;
-- GetResourceShareInvitations
CREATE INDEX share_invitation_receiver ON share_invitation (receiver, key);
-- withdrawing what was not answered yet
CREATE INDEX share_invitation_share ON share_invitation (share_key, receiver);
-- the schedule: invitations that expire
CREATE INDEX share_invitation_due ON share_invitation (expires_at) WHERE expires_at IS NOT NULL;

-- management accounts that have let RAM share within their organization
CREATE TABLE organization_sharing (account TEXT PRIMARY KEY, enabled_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
