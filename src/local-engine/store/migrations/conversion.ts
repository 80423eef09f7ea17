/** Licence type conversion, and what it rests on: inventory, roles and permissions. */
export const CONVERSION = `
-- when the billing code was last changed; none while it is the launch's own
ALTER TABLE instance ADD COLUMN usage_operation_at INTEGER;

CREATE TABLE conversion (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  instance_id TEXT NOT NULL,
  source TEXT NOT NULL,
  destination TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('IN_PROGRESS', 'SUCCEEDED', 'FAILED')),
  message TEXT,
  started_at INTEGER NOT NULL,
  switched_at INTEGER,
  ended_at INTEGER,
  due_at INTEGER
) STRICT;
-- ListLicenseConversionTasks, paged by key
CREATE INDEX conversion_scope ON conversion (account, region, key);
-- the conversions of one instance
CREATE INDEX conversion_instance ON conversion (instance_id, key);
-- the schedule: the next step of those under way
CREATE INDEX conversion_due ON conversion (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE managed_node (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL,
  reachable INTEGER NOT NULL,
  registered_at INTEGER NOT NULL,
  reported_at INTEGER NOT NULL,
  purge_at INTEGER NOT NULL,
  UNIQUE (account, region, id)
) STRICT;
-- DescribeInstanceInformation and GetInventory, paged by key
CREATE INDEX managed_node_scope ON managed_node (account, region, key);
-- the schedule: nodes that have not reported for 30 days
CREATE INDEX managed_node_due ON managed_node (purge_at);
CREATE TABLE inventory_item (
  node_key INTEGER NOT NULL REFERENCES managed_node (key) ON DELETE CASCADE,
  type TEXT NOT NULL,
  schema_version TEXT NOT NULL,
  capture_time TEXT NOT NULL,
  content_hash TEXT,
  content TEXT NOT NULL,
  PRIMARY KEY (node_key, type)
) STRICT, WITHOUT ROWID;

-- only what departs from the rule that every account has the core role and nobody is denied anything
CREATE TABLE service_linked_role (
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  present INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE denied_action (
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  PRIMARY KEY (account, action)
) STRICT, WITHOUT ROWID;
-- steps that fail in this sandbox, for trying out what then
CREATE TABLE failing_step (name TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
