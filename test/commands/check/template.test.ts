import { expect, it } from 'vitest';
import { atWork, FILLED, MAIN_JOB } from '../at-work.ts';
import { fixtureWith, put } from './files.ts';

const sandbox = atWork();
const web = (replaced: Readonly<Record<string, string>> = {}) =>
  put(sandbox.folder(), 'web.yaml', fixtureWith('examples/web.yaml', replaced));

it('says that a stack fits, and where its machines are written', async () => {
  await sandbox.done(...MAIN_JOB);
  web();
  expect(await sandbox.json('check template web.yaml')).toMatchObject({
    verdict: 'allowed',
    requested: 2,
    fits: 2,
    launches: [{ address: 'WindowsGroup', file: 'web.yaml', line: 16, column: 3, instanceType: 'm5.8xlarge' }],
  });
});

it('takes the value of a parameter', async () => {
  await sandbox.done(...MAIN_JOB);
  web();
  const { exit, stdout } = await sandbox.lm('check template web.yaml --param Size=m5.xlarge');
  expect(exit).toBe(3);
  expect(stdout).toContain('win-dc: m5.xlarge has 2 cores, minimum 8');
});

it('says how many of a group fit', async () => {
  await sandbox.done(...FILLED);
  web();
  const { exit, stdout } = await sandbox.lm('check template web.yaml');
  expect(exit).toBe(3);
  expect(stdout).toContain('0 of 2 machines fit; the first to break is WindowsGroup');
});

it('words a fix as the template writes it', async () => {
  await sandbox.done(...MAIN_JOB);
  web({ 'Tenancy: host': 'Tenancy: default' });
  const { stdout } = await sandbox.lm('check template web.yaml');
  expect(stdout).toContain('Tenancy: host');
  expect(stdout).not.toContain('--tenancy');
});

it('exits 2 for a parameter that the template lacks', async () => {
  web();
  const { exit, stderr } = await sandbox.lm('check template web.yaml --param Sise=m5.large');
  expect(exit).toBe(2);
  expect(stderr).toContain('web.yaml has no parameter Sise; it has Size');
  expect(stderr).toContain('did you mean Size?');
});

it('exits 2 with line and column for a file that does not parse', async () => {
  put(sandbox.folder(), 'web.yaml', 'Resources:\n  A: [\n');
  const { exit, stderr } = await sandbox.lm('check template web.yaml');
  expect(exit).toBe(2);
  expect(stderr).toMatch(/web\.yaml:\d+:\d+: cannot be read/);
});
