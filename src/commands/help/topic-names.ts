/** What lm help explains, besides the commands themselves. */
export const TOPIC_NAMES = ['first-steps', 'words', 'counting', 'output', 'environment', 'exit-codes'] as const;
