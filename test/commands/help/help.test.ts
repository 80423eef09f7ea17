import { expect, test } from 'vitest';
import { EXIT } from '../../../src/contract/exit.ts';
import { KEYS } from '../../../src/settings/keys.ts';
import { freshFolder, lm } from '../../cli/harness.ts';

const folder = freshFolder();

test('exit-codes names every exit code', async () => {
  const { stdout } = await lm(folder(), 'help exit-codes');
  for (const code of Object.values(EXIT)) expect(stdout).toMatch(new RegExp(`^ +${code}  \\w`, 'm'));
});

test('environment names the variable of every setting', async () => {
  const { stdout } = await lm(folder(), 'help environment');
  for (const { env } of Object.values(KEYS)) expect(stdout).toContain(env);
});

test.each(['output', 'counting', 'reports'])('%s', async (topic) => {
  const { exit, stdout } = await lm(folder(), `help ${topic}`);
  expect([exit, stdout.split('\n').length > 5]).toEqual([0, true]);
});

test('an unknown topic names the nearest', async () => {
  const { exit, stderr } = await lm(folder(), 'help exit-code');
  expect([exit, stderr]).toEqual([2, expect.stringContaining('did you mean exit-codes?')]);
});

test('config-terminology: words names every name that AWS has given a license configuration', async () => {
  const { stdout } = await lm(folder(), 'help words');
  expect(stdout).toMatch(/license configuration/);
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/customer managed license, and now calls it self-managed license/);
});

test('config-compliance-disclaimer: lm claims no compliance', async () => {
  const { stdout } = await lm(folder(), 'help words');
  expect(stdout).toContain('nothing here says that you comply');
});

test('launch-first-steps, launch-marketplace-key: the first journey, in its order', async () => {
  const { stdout } = await lm(folder(), 'help first-steps');
  const steps = [...stdout.matchAll(/^ +\d {2}lm (\w+ \w+)/gm)].map(([, command]) => command);
  expect(steps).toEqual(['config create', 'ami attach', 'check launch', 'instance run', 'config usage']);
  expect(stdout).toContain("its seller's");
});
