import { join } from 'node:path';
import { vi } from 'vitest';
import { openLocal } from '../../src/local-engine/index.ts';
import { serve } from '../../src/server/index.ts';

/** Profiles as a person has them, with credentials that are nobody's. */
const CONFIG = join(import.meta.dirname, '../fixtures/aws/config');

/** Where the account is, and its time. */
interface Where {
  readonly home: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Stands in for an AWS account while the work lasts: the sandbox `default` of a folder behind AWS's protocols.
 * @param work gets the environment in which the account is found
 */
export async function withAccount<T>(
  { home, now }: Where,
  work: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const local = await openLocal({ home: join(home, 'sandboxes'), sandbox: 'default', wall: () => now });
  const served = await serve(local.service, { address: '127.0.0.1', port: 0, onTrouble: () => undefined });
  // The SDK looks for profiles by the environment of the process.
  vi.stubEnv('AWS_CONFIG_FILE', CONFIG);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  try {
    return await work({ AWS_ENDPOINT_URL: served.endpoint });
  } finally {
    vi.unstubAllEnvs();
    await served.stop();
    local.backend.close();
  }
}
