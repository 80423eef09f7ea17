import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Serving } from '../../src/contract/serving.ts';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import type { Service } from '../../src/local-engine/service.ts';
import { serve } from '../../src/server/index.ts';

/** The account of the first sandbox, and one that is added to it. */
export const ACCOUNT = '111122223333';
export const OTHER = '222233334444';
export const REGION = 'us-east-1';

export interface Served extends Serving {
  readonly local: Local;
  /** The folder of the sandbox. */
  readonly home: string;
  /** Errors that the server itself had; a test expects none. */
  readonly troubles: readonly unknown[];
}

/** Serves a fresh sandbox of two accounts in a folder of its own. */
export async function serveSandbox(): Promise<Served> {
  const home = await mkdtemp(join(tmpdir(), 'lm-clients-'));
  const local = await openLocal({ home, sandbox: 'served', wall: () => Date.now() });
  local.sandbox.addAccount(OTHER, 'other');
  const served = await serveOnly(local.service);
  return {
    ...served,
    local,
    home,
    stop: async () => {
      await served.stop();
      local.backend.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Serves a service that the test made up. */
export async function serveOnly(service: Service): Promise<Serving & Pick<Served, 'troubles'>> {
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown) => void troubles.push(error);
  return { ...(await serve(service, { address: '127.0.0.1', port: 0, onTrouble })), troubles };
}
