/** What became of deletions of service-linked roles. */
export const ROLE_DELETIONS = `
CREATE TABLE role_deletion (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  -- why the role stayed; null where it went
  reason TEXT,
  -- what it still serves, as ARNs (JSON)
  resources TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
