/** The tables that a sandbox began with. */
export const FIRST = `
CREATE TABLE sandbox (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  clock_offset INTEGER NOT NULL,
  last_applied INTEGER NOT NULL,
  next_due INTEGER,
  id_time INTEGER NOT NULL,
  id_counter INTEGER NOT NULL,
  default_account TEXT NOT NULL,
  default_region TEXT NOT NULL,
  charging TEXT NOT NULL CHECK (charging IN ('per-host', 'per-machine'))
) STRICT;
CREATE TABLE quota (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE account (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE configuration (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT,
  counting TEXT NOT NULL,
  license_count INTEGER,
  hard INTEGER NOT NULL,
  status TEXT NOT NULL,
  rules TEXT NOT NULL,
  products TEXT NOT NULL,
  disassociate_when_not_found INTEGER NOT NULL,
  expiry INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
-- ListLicenseConfigurations, and the quota of an account and Region
CREATE INDEX configuration_scope ON configuration (account, region, key);

CREATE TABLE total (
  configuration_key INTEGER NOT NULL REFERENCES configuration (key) ON DELETE CASCADE,
  resource_type TEXT NOT NULL,
  consumed INTEGER NOT NULL,
  associated INTEGER NOT NULL,
  PRIMARY KEY (configuration_key, resource_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE association (
  configuration_key INTEGER NOT NULL REFERENCES configuration (key) ON DELETE CASCADE,
  resource_type TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('manual', 'launch', 'discovered')),
  scope TEXT,
  associated_at INTEGER NOT NULL,
  consumed INTEGER NOT NULL,
  PRIMARY KEY (configuration_key, resource_type, resource_id)
) STRICT, WITHOUT ROWID;
-- the configurations of one resource: launch, start, stop, terminate, ListLicenseSpecificationsForResource
CREATE INDEX association_resource ON association (resource_id, associated_at);

CREATE TABLE host_charge (
  configuration_key INTEGER NOT NULL REFERENCES configuration (key),
  host_id TEXT NOT NULL,
  units INTEGER NOT NULL,
  running INTEGER NOT NULL,
  by_hand INTEGER NOT NULL,
  charged_at INTEGER NOT NULL,
  tied_until INTEGER,
  release_at INTEGER,
  PRIMARY KEY (configuration_key, host_id)
) STRICT, WITHOUT ROWID;
-- what a host is charged to: placement
CREATE INDEX host_charge_host ON host_charge (host_id);
-- the schedule: charges that come free
CREATE INDEX host_charge_due ON host_charge (release_at) WHERE release_at IS NOT NULL;

CREATE TABLE image (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT,
  architecture TEXT NOT NULL,
  usage_operation TEXT NOT NULL,
  platform_details TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('amazon', 'registered', 'imported', 'created', 'copied')),
  source_id TEXT,
  public INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('available', 'deregistered')),
  created_at INTEGER NOT NULL,
  sweep_at INTEGER
) STRICT;
-- DescribeImages by owner, and a name taken in an account and Region
CREATE INDEX image_scope ON image (account, region, name);
-- the schedule: deregistered images to sweep
CREATE INDEX image_due ON image (sweep_at) WHERE sweep_at IS NOT NULL;
CREATE TABLE image_permission (
  image_key INTEGER NOT NULL REFERENCES image (key) ON DELETE CASCADE,
  account TEXT NOT NULL,
  PRIMARY KEY (image_key, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE host (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,
  instance_type TEXT,
  zone TEXT NOT NULL,
  state TEXT NOT NULL,
  auto_placement INTEGER NOT NULL,
  host_recovery INTEGER NOT NULL,
  host_maintenance INTEGER NOT NULL,
  cores INTEGER NOT NULL,
  sockets INTEGER NOT NULL,
  vcpus INTEGER,
  capacity_units INTEGER NOT NULL,
  used_units INTEGER NOT NULL,
  used_cores INTEGER NOT NULL,
  running INTEGER NOT NULL,
  allocated_at INTEGER NOT NULL,
  released_at INTEGER
) STRICT;
-- DescribeHosts; placement by family
CREATE INDEX host_scope ON host (account, region, family, key);

CREATE TABLE instance (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  reservation_id TEXT NOT NULL,
  launch_index INTEGER NOT NULL,
  image_id TEXT NOT NULL,
  instance_type TEXT NOT NULL,
  state TEXT NOT NULL,
  tenancy TEXT NOT NULL,
  affinity TEXT NOT NULL,
  host_id TEXT,
  zone TEXT NOT NULL,
  core_count INTEGER,
  threads_per_core INTEGER,
  usage_operation TEXT NOT NULL,
  platform_details TEXT NOT NULL,
  launched_at INTEGER NOT NULL,
  state_changed_at INTEGER NOT NULL,
  purge_at INTEGER
) STRICT;
-- DescribeInstances, paged by key
CREATE INDEX instance_scope ON instance (account, region, key);
-- the machines of a host
CREATE INDEX instance_host ON instance (host_id) WHERE host_id IS NOT NULL;
-- the schedule: terminated machines that vanish
CREATE INDEX instance_due ON instance (purge_at) WHERE purge_at IS NOT NULL;

CREATE TABLE launch_template (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  default_version INTEGER NOT NULL,
  latest_version INTEGER NOT NULL,
  UNIQUE (account, region, name)
) STRICT;
CREATE TABLE launch_template_version (
  template_key INTEGER NOT NULL REFERENCES launch_template (key) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  description TEXT,
  data TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (template_key, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  resource_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (resource_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE failure (
  key INTEGER PRIMARY KEY,
  configuration_key INTEGER NOT NULL REFERENCES configuration (key) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  resource_arn TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  operation TEXT NOT NULL,
  owner TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX failure_configuration ON failure (configuration_key, key);

CREATE TABLE alert (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('soft', 'refused')),
  operation TEXT NOT NULL,
  caller TEXT NOT NULL,
  violation TEXT NOT NULL
) STRICT;
CREATE INDEX alert_scope ON alert (account, region, key);

CREATE TABLE event (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  at INTEGER NOT NULL,
  operation TEXT NOT NULL,
  read_only INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  request TEXT NOT NULL,
  error_code TEXT,
  error_message TEXT
) STRICT;
CREATE INDEX event_scope ON event (account, region, key);

CREATE TABLE client_token (
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  operation TEXT NOT NULL,
  token TEXT NOT NULL,
  input TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, region, operation, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  -- never used twice, so that a message sent again is known by its key
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
`;
