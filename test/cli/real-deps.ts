import { nouns, open } from '../../src/cli/deps.ts';

/** The nouns and backends of the real program. */
export const deps = { version: '1.2.3', nouns, open };
