/** Hosts that fail: when their assessment ends, and which host a replacement stands in for. */
export const HOST_FAILURES = `
-- when the assessment of a failed host ends, or the recovery onto a replacement is complete
ALTER TABLE host ADD COLUMN recovery_at INTEGER;
-- the failed host whose machines a replacement takes, until the recovery is complete
ALTER TABLE host ADD COLUMN replaces TEXT;
-- the schedule: assessments and recoveries that end
CREATE INDEX host_recovery_due ON host (recovery_at) WHERE recovery_at IS NOT NULL;
`;
