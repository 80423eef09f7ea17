import { join } from 'node:path';
import type { OperationName } from '../../../src/contract/operations.ts';
import { openLocal } from '../../../src/local-engine/index.ts';
import type { Service } from '../../../src/local-engine/service.ts';
import { serve } from '../../../src/server/index.ts';
import { freshFolder, lm, type Outcome } from '../../cli/harness.ts';
import { START } from '../../support/sandbox.ts';

/** Changes what the account answers; a Fault is thrown. */
export type Meddle = (operation: OperationName, output: object, input: object) => object;

/** Runs `lm local import` from an account: the sandbox `default` of a folder behind AWS's protocols. */
export function anAccount() {
  const folder = freshFolder();
  const env = { AWS_ACCESS_KEY_ID: '111122223333', AWS_SECRET_ACCESS_KEY: 'any', AWS_REGION: 'us-east-1' };
  return {
    folder,
    lm: (line: string | readonly string[]): Promise<Outcome> => lm(folder(), line),
    /** The line runs against the account, whose answers may be meddled with on their way. */
    async import(line: string, meddle: Meddle = (_operation, output) => output): Promise<Outcome> {
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
        return await lm(folder(), `local import ${line}`, { env: given });
      } finally {
        await served.stop();
        local.backend.close();
      }
    },
  };
}
