/** SNS topics. What is published to them waits in the outbox like every alert. */
export const TOPICS = `
CREATE TABLE sns_topic (
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  -- attributes and tags that it was made with, as objects (JSON); made again it must not get others
  attributes TEXT NOT NULL,
  tags TEXT NOT NULL,
  -- also the order of ListTopics
  PRIMARY KEY (account, region, name)
) STRICT, WITHOUT ROWID;
`;
