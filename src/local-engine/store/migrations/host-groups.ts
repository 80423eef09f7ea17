/** Host resource groups, their hosts, and the machines that are placed through them. */
export const HOST_GROUPS = `
CREATE TABLE host_group (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  -- the configuration items in force, and those that an update proposes, as the caller gave them (JSON)
  configuration TEXT NOT NULL,
  proposed TEXT,
  status TEXT NOT NULL CHECK (status IN ('UPDATING', 'UPDATE_COMPLETE', 'UPDATE_FAILED')),
  failure_reason TEXT,
  -- when a proposed configuration is to be applied
  apply_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (account, region, name)
) STRICT;
-- ListGroups
CREATE INDEX host_group_scope ON host_group (account, region, key);
-- the schedule: configurations to apply
CREATE INDEX host_group_due ON host_group (apply_at) WHERE apply_at IS NOT NULL;

-- the group that a host is a member of, or joining until \`joins_at\`
ALTER TABLE host ADD COLUMN group_key INTEGER REFERENCES host_group (key);
ALTER TABLE host ADD COLUMN joins_at INTEGER;
-- a launch into a group: hosts with room; ListGroupResources
CREATE INDEX host_of_group ON host (group_key, family, capacity_units - used_units) WHERE group_key IS NOT NULL;
-- a launch into a group: which kinds run in it already
CREATE INDEX host_group_kind ON host (group_key, family, instance_type) WHERE group_key IS NOT NULL AND running > 0;
-- the schedule: hosts that become members
CREATE INDEX host_joining ON host (joins_at) WHERE joins_at IS NOT NULL;

-- the group that a machine's placement names; it stays when its host leaves the group
ALTER TABLE instance ADD COLUMN group_arn TEXT;
CREATE INDEX instance_group ON instance (group_arn) WHERE group_arn IS NOT NULL;
`;
