import { join } from 'node:path';
import type { OperationName } from '../../../src/contract/operations.ts';
import { openLocal } from '../../../src/local-engine/index.ts';
import type { Service } from '../../../src/local-engine/service.ts';
import { serve } from '../../../src/server/index.ts';
import { freshFolder, lm, type Outcome } from '../../cli/harness.ts';
import { START } from '../../support/sandbox.ts';

/** Changes what the account answers; a Fault is thrown. */
export type Meddle = (operation: OperationName, output: object, input: object) => object;

/**
 * Runs `lm local import` from an account: the sandbox `default` of a folder behind AWS's protocols.
 * @param id the account whose credentials are used
 */
export function anAccount(id = '111122223333') {
  const folder = freshFolder();
  const env = { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: 'any', AWS_REGION: 'us-east-1' };
  return {
    folder,
    lm: (line: string | readonly string[]): Promise<Outcome> => lm(folder(), line),
    import: (line: string, meddle?: Meddle): Promise<Outcome> => against(`local import ${line}`, meddle),
    /** Any line, with AWS as its backend. */
    live: (line: string): Promise<Outcome> => against(`--backend aws ${line}`),
  };

  /** The line runs against the account, whose answers may be meddled with on their way. */
  async function against(line: string, meddle: Meddle = (_operation, output) => output): Promise<Outcome> {
    const local = await openLocal({ home: join(folder(), 'sandboxes'), sandbox: 'default', wall: () => START });
    const service: Service = {
      ...local.service,
      call: async (operation, input, scope) => {
        const answered = await local.service.call(operation, input, scope);
        return { ...answered, output: meddle(operation, answered.output, input) };
      },
    };
    const served = await serve(service, { address: '127.0.0.1', port: 0, onTrouble: () => undefined });
    try {
      const given = { ...env, AWS_ENDPOINT_URL: served.endpoint };
      return await lm(folder(), line, { env: given });
    } finally {
      await served.stop();
      local.backend.close();
    }
  }
}
