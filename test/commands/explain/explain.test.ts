import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/validation/catalogue/index.ts';
import { freshFolder, lm } from '../../cli/harness.ts';

const folder = freshFolder();

test('says the statement, how firm it is, its source, exit, fault, fix and operations', async () => {
  const { exit, stdout } = await lm(folder(), 'explain launch-hard-block');
  expect(exit).toBe(0);
  for (const said of [
    /^id +launch-hard-block$/m,
    /^severity +block$/m,
    /^basis +stated: AWS states it$/m,
    /^source +License Manager User Guide, /m,
    /^exit code +3$/m,
    /lm config update <configuration> --count <limit \+ short>/,
    /ec2:RunInstances/,
  ]) {
    expect(stdout).toMatch(said);
  }
});

test('the same as data', async () => {
  const { stdout } = await lm(folder(), 'explain launch-hard-block -o json');
  expect(JSON.parse(stdout)).toMatchObject({
    id: 'launch-hard-block',
    basis: 'stated',
    severity: 'block',
    source: { document: 'License Manager User Guide' },
    exitCode: 3,
    fault: 'LicenseUsageException',
    operations: ['ec2:RunInstances', 'ec2:StartInstances'],
  });
});

test('an unknown id exits 5 and names the nearest', async () => {
  const { exit, stderr } = await lm(folder(), 'explain launch-hard-blok');
  expect([exit, stderr]).toEqual([5, expect.stringContaining('did you mean launch-hard-block')]);
});

test.each(Object.keys(CATALOGUE))('%s can be explained, and no text of it has a hole', async (id) => {
  const { exit, stdout } = await lm(folder(), ['explain', id]);
  expect(exit).toBe(0);
  expect(stdout).not.toMatch(/undefined|NaN|\[object/);
});
