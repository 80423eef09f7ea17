import { expect, it } from 'vitest';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();

it('draws the first fifty hosts of a large launch, counts the others, and has all of them as JSON', async () => {
  await sandbox.done(
    ...MAIN_JOB,
    'config update win-dc --count 9000',
    'hrg create big --auto-allocate --license win-dc',
  );
  const launch = (count: number) => `check launch --ami win2022-byol --type m5.8xlarge --hrg big --count ${count}`;
  const { stdout, exit } = await sandbox.lm(launch(180));
  expect(exit).toBe(0);
  expect(stdout.match(/takes 3 {3}/g)).toHaveLength(50);
  expect(stdout).toContain('and 10 more take machines: -o json has all');
  expect((await sandbox.lm(launch(150))).stdout).not.toContain('more take machines');
  expect(await sandbox.json(launch(180))).toMatchObject({ hosts: { length: 60 } });
});
