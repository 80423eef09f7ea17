import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../src/contract/ports.ts';
import { type Local, openLocal } from '../../src/local-engine/index.ts';
import type { Answered } from '../../src/local-engine/service.ts';
import { START } from '../support/sandbox.ts';

/**
 * Two processes change one sandbox in any order while a server answers reads from what it kept: whatever it still gives
 * away is what it would find if it looked, to the byte.
 */
const HOUR = 3_600_000;
const READS = [
  'license-manager:ListLicenseConfigurations',
  'ec2:DescribeInstances',
  'ec2:DescribeImages',
  'ec2:DescribeHosts',
] as const;

const launch = async (call: Call) => {
  const { Images = [] } = await call('ec2:DescribeImages', {});
  return call('ec2:RunInstances', {
    ImageId: Images[0]?.ImageId,
    InstanceType: 'm5.large',
    MinCount: 1,
    MaxCount: 1,
  });
};

const terminate = async (call: Call) => {
  const { Reservations = [] } = await call('ec2:DescribeInstances', {});
  const ids = Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId ?? ''));
  if (ids.length > 0) await call('ec2:TerminateInstances', { InstanceIds: ids });
};

const configure = (call: Call) =>
  call('license-manager:CreateLicenseConfiguration', { Name: 'web', LicenseCountingType: 'vCPU' });

const CHANGES: Readonly<Record<string, (by: Local) => unknown>> = {
  launch: ({ backend }) => launch(backend.call),
  terminate: ({ backend }) => terminate(backend.call),
  configure: ({ backend }) => configure(backend.call),
  rehearse: ({ backend }) => backend.rehearse(launch),
  read: ({ backend, service }) => backend.call('ec2:DescribeHosts', {}).then(() => service.flush()),
  reset: ({ sandbox }) => sandbox.reset(),
  'advance the clock': ({ sandbox }) => sandbox.advanceClock(HOUR),
};

/** Who does what; `wait` lets an hour pass. */
const step = fc.tuple(fc.constantFrom('this', 'other'), fc.constantFrom('wait', 'rest', ...Object.keys(CHANGES)));

async function played(steps: readonly (readonly [string, string])[]): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), 'lm-reads-'));
  let wall = START;
  const open = () => openLocal({ home, sandbox: 'shared', wall: () => wall });
  const [server, other] = [await open(), await open()];
  const caller = server.service.scopeOf({ account: undefined, region: undefined });
  const answers = new Map<string, Answered>();
  let given = 0;
  for (const [who, what] of steps) {
    if (what === 'wait') wall += HOUR;
    await CHANGES[what]?.(who === 'this' ? server : other);
    for (const read of READS) {
      const before = answers.get(read);
      const holds = before?.kept !== undefined && server.service.again(before.kept) !== undefined;
      const now = await server.service.call(read, {}, caller);
      if (holds) expect(now.output, `${read} after ${who} did ${what}`).toEqual(before.output);
      given += holds ? 1 : 0;
      answers.set(read, now);
    }
  }
  server.backend.close();
  other.backend.close();
  await rm(home, { recursive: true });
  return given;
}

test('an answer that is given again is the answer of now', async () => {
  let given = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      given += await played(steps);
    }),
    { numRuns: 25 },
  );
  expect(given).toBeGreaterThan(0);
});
