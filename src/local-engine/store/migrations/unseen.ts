/** What a copy of an account knows to be there, and no more: hosts of shared groups, and configurations of other accounts. */
export const UNSEEN = `
ALTER TABLE host ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
-- a launch into a shared group: how many of its hosts nothing is known of
CREATE INDEX host_unseen ON host (group_key) WHERE unseen = 1;
-- AMIs and machines under configurations that the account cannot see; asked by resource
CREATE TABLE unseen_configuration (
  resource_id TEXT NOT NULL,
  arn TEXT NOT NULL,
  PRIMARY KEY (resource_id, arn)
) STRICT, WITHOUT ROWID;
`;
