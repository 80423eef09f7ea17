import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Violation } from '../../src/contract/decision.ts';
import { Fault } from '../../src/contract/fault.ts';
import { inputShape } from '../../src/contract/shapes/index.ts';
import { operationNames } from '../../src/contract/shapes/names.ts';
import type { Service } from '../../src/local-engine/service.ts';
import { type BoundaryCase, boundaryCases } from './boundary-cases.ts';
import { type SdkClients, sdkClients } from './sdk.ts';
import { type Served, serveOnly, serveSandbox } from './server.ts';

/** How many cases there were when this was last looked at; the number may only rise. */
const BASELINE: { readonly cases: number } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'boundaries.baseline.json'), 'utf8'),
);

let sandbox: Served;
let served: Pick<Served, 'endpoint' | 'stop' | 'troubles'>;
let clients: SdkClients;
/** What refused the last call, as the engine knows it; the wire carries a code and words only. */
let violations: readonly Violation[] = [];
const tally = { cases: 0, passed: 0 };

beforeAll(async () => {
  sandbox = await serveSandbox();
  const { service } = sandbox.local;
  const watched: Service = {
    ...service,
    call: async (...call) => {
      try {
        return await service.call(...call);
      } catch (error) {
        if (error instanceof Fault) ({ violations } = error);
        throw error;
      }
    },
  };
  served = await serveOnly(watched);
  clients = sdkClients(served.endpoint);
});
afterAll(async () => {
  await served.stop();
  await sandbox.stop();
  process.stdout.write(
    `boundaries: ${tally.passed} of ${tally.cases} cases pass (at least ${BASELINE.cases} expected)\n`,
  );
});

/** By service, as the SDK names its errors; EC2 has several. */
const MALFORMED: Readonly<Record<string, string>> = {
  'license-manager': 'InvalidParameterValueException',
  sts: 'ValidationError',
  iam: 'ValidationError',
  sns: 'InvalidParameterException',
  organizations: 'InvalidInputException',
  'resource-groups': 'BadRequestException',
  ram: 'InvalidParameterException',
  ssm: 'ValidationException',
};

/** AWS's code for a request that does not have the operation's shape, by service. */
function documentedCode({ operation, bound }: BoundaryCase): string {
  const [service = ''] = operation.split(':');
  const code = MALFORMED[service];
  if (code !== undefined) return code;
  return bound === 'must be present' ? 'MissingParameter' : 'InvalidParameterValue';
}

/** The error code and the members that the shape check named; nothing where the call succeeded. */
async function sent({ operation, input }: BoundaryCase): Promise<{ code: string; members: readonly string[] }> {
  violations = [];
  const code = await clients.send(operation, input).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
  const shaped = violations.filter(({ id }) => id.startsWith('shape-'));
  return { code, members: shaped.map(({ path }) => path ?? '') };
}

/** Services whose requests are forms; JSON can say everything. */
const FORMS = ['ec2', 'sts', 'iam', 'sns'];
const sayable = (operation: string) => ({ empty: !FORMS.some((service) => operation.startsWith(`${service}:`)) });

describe.each(operationNames)('%s', (operation) => {
  it('takes what is just inside each bound, and answers the documented code just outside', async () => {
    const shape = await inputShape(operation);
    const failed: string[] = [];
    for (const one of boundaryCases(operation, shape, sayable(operation))) {
      const { code, members } = await sent(one);
      const named = members.includes(one.path);
      const good = one.side === 'inside' ? !named : named && code === documentedCode(one);
      tally.cases += 1;
      if (good) tally.passed += 1;
      else failed.push(`${one.path} ${one.bound}, ${one.side}: ${code || 'no error'}, naming ${members.join(', ')}`);
    }
    expect(failed).toEqual([]);
  });
});

it('there are no fewer cases than there were', () => {
  expect(tally.cases).toBeGreaterThanOrEqual(BASELINE.cases);
  expect(tally.passed).toBe(tally.cases);
  expect(served.troubles).toEqual([]);
});
