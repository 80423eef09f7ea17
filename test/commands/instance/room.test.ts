import { expect, test } from 'vitest';
import { atWork } from '../at-work.ts';

const sandbox = atWork();

/** The first way out of a line that is refused for want of room. */
async function wayOut(line: string): Promise<string> {
  const { exit, stderr } = await sandbox.lm(`${line} -o json`);
  expect(exit).toBe(3);
  const [{ id = '', fix = [] } = {}] = JSON.parse(stderr).error.violations;
  expect(id).toBe('launch-host-needs-capacity');
  return fix[0];
}

test('launch-host-needs-capacity: the way out can be pasted where the zone is known, and opens the room it speaks of', async () => {
  const run = 'instance run --ami amazon-linux-2023 --tenancy host';
  await sandbox.done(
    'host allocate --family m5 --zone us-east-1b --name full',
    `${run} --type m5.24xlarge --name a`,
    'instance stop a',
    `${run} --type m5.24xlarge --name b`,
  );
  const start = await wayOut('instance start a');
  expect(start).toBe('lm host allocate --family m5 --zone us-east-1b');
  await sandbox.done(start.replace('lm ', ''), 'instance start a');
  expect(await wayOut(`${run} --type m5d.large`)).toBe('lm host allocate --type m5d.large --zone ZONE');
  expect(await wayOut(`${run} --type r5.large --zone us-east-1c`)).toBe(
    'lm host allocate --family r5 --zone us-east-1c',
  );
});
