/** Report generators, the bucket that they write to, and the reports in it. */
export const REPORTS = `
CREATE TABLE report_bucket (
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  -- while it is deleted; made again it has its old name
  deleted_at INTEGER,
  PRIMARY KEY (account, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_generator (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT,
  -- ReportType as a list (JSON)
  types TEXT NOT NULL,
  period TEXT NOT NULL CHECK (period IN ('DAY', 'WEEK', 'MONTH')),
  created_at INTEGER NOT NULL,
  -- the first run since it was made or changed: periods are counted from there
  anchor_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('scheduled', 'running', 'succeeded', 'failed')),
  failure TEXT,
  reported_at INTEGER,
  -- when the run under way began
  running_since INTEGER,
  due_at INTEGER NOT NULL
) STRICT;
-- ListLicenseManagerReportGenerators, paged by key
CREATE INDEX report_generator_scope ON report_generator (account, region, key);
-- the schedule: the next run, or the end of the one under way
CREATE INDEX report_generator_due ON report_generator (due_at);

-- DeleteLicenseConfiguration, and generators listed by a configuration
CREATE TABLE report_generator_configuration (
  configuration_key INTEGER NOT NULL REFERENCES configuration (key),
  generator_key INTEGER NOT NULL REFERENCES report_generator (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  PRIMARY KEY (configuration_key, generator_key)
) STRICT, WITHOUT ROWID;
-- what a generator reports on, in the order in which it was named
CREATE INDEX report_generator_configuration_place ON report_generator_configuration (generator_key, place);

-- reports between which nothing changed have one body
CREATE TABLE report_body (key INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
CREATE TABLE report_file (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  generator_id TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  object_key TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  -- none while its run is under way
  published_at INTEGER,
  body_key INTEGER NOT NULL REFERENCES report_body (key)
) STRICT;
-- the files of a bucket, paged by key
CREATE INDEX report_file_scope ON report_file (account, region, key);
-- the files of one generator, also of one that is deleted; and the run under way
CREATE INDEX report_file_generator ON report_file (generator_id, key);
-- bodies that no file needs any more
CREATE INDEX report_file_body ON report_file (body_key);
`;
