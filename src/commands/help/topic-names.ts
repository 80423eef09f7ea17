/** What lm help explains, besides the commands themselves. */
export const TOPIC_NAMES = [
  'first-steps',
  'words',
  'counting',
  'reports',
  'output',
  'environment',
  'exit-codes',
] as const;
