import { expect, it } from 'vitest';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();

it('speaks of machines where a template does not have the version that would say of which type', async () => {
  await sandbox.done(...MAIN_JOB, 'template create web --ami win2022-byol --type m5.8xlarge');
  const { exit, stdout } = await sandbox.lm('check launch --launch-template web:9');
  expect(exit).toBe(3);
  expect(stdout).toMatch(/^BLOCKED {2}1 machine from web:9 on /);
});
