/** Notices to move machines off a host that has left a shared group. */
export const EVICTIONS = `
CREATE TABLE eviction (
  key INTEGER PRIMARY KEY,
  instance_id TEXT NOT NULL,
  host_id TEXT NOT NULL,
  group_arn TEXT NOT NULL,
  notified_at INTEGER NOT NULL,
  deadline INTEGER NOT NULL,
  -- the deadline, until its passing has been told
  due_at INTEGER,
  UNIQUE (instance_id, host_id)
) STRICT;
-- the notices of a host: its owner looks, or it joins a group again
CREATE INDEX eviction_host ON eviction (host_id);
-- the notices of a group: its owner looks
CREATE INDEX eviction_group ON eviction (group_arn);
-- the schedule: deadlines that pass
CREATE INDEX eviction_due ON eviction (due_at) WHERE due_at IS NOT NULL;
`;
