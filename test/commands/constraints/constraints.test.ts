import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/validation/catalogue/index.ts';
import { freshFolder, lm } from '../../cli/harness.ts';

const folder = freshFolder();
const ids = async (line: string): Promise<readonly string[]> =>
  (await lm(folder(), `constraints ${line} -o name`)).stdout.split('\n').filter((id) => id !== '');

test('lists every constraint', async () => {
  expect(await ids('')).toEqual(Object.keys(CATALOGUE));
});

test('by area', async () => {
  const found = await ids('--area tenancy');
  expect(found).toContain('tenancy-matrix-windows-byol');
  expect(found.filter((id) => !id.startsWith('tenancy-'))).toEqual([]);
});

test('by severity', async () => {
  const found = await ids('--severity block');
  expect(found).toContain('launch-hard-block');
  expect(found).not.toContain('tenancy-matrix-linux');
});

test.each(['RunInstances', 'runinstances', 'ec2:RunInstances'])('by operation, written %s', async (operation) => {
  const found = await ids(`--operation ${operation}`);
  expect(found).toContain('launch-hard-block');
  expect(found).not.toContain('ami-name-in-use');
});

test('filters add up', async () => {
  expect(await ids('--area launch --severity block --operation StartInstances')).toContain('launch-hard-block');
});

test.each([
  ['an area', '--area tenanci', 'did you mean tenancy?'],
  ['an operation', '--operation RunInstance', 'did you mean RunInstances'],
  ['a severity', '--severity fatal', '--severity must be block, warn or info'],
])('%s that is not there exits 2', async (_, line, said) => {
  const { exit, stderr } = await lm(folder(), `constraints ${line}`);
  expect([exit, stderr]).toEqual([2, expect.stringContaining(said)]);
});
