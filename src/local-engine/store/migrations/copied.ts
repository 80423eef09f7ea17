/** What a sandbox was copied from, where it is a copy of an account: one row, which `lm local status` reads. */
export const COPIED = `
CREATE TABLE copied_from (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at INTEGER NOT NULL,
  report TEXT NOT NULL
) STRICT;
`;
