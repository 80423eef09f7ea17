import { expect, test } from 'vitest';
import { freshFolder, lm } from '../../cli/harness.ts';

const folder = freshFolder();

test('says backend, sandbox, account and Region, and where each came from', async () => {
  const { exit, stdout } = await lm(folder(), 'whoami --region eu-west-1', { env: { LM_SANDBOX: 'lab' } });
  expect(exit).toBe(0);
  const rows = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(rows).toContainEqual(['backend', 'local', 'default']);
  expect(rows).toContainEqual(['sandbox', 'lab', 'LM_SANDBOX']);
  expect(rows).toContainEqual(['region', 'eu-west-1', '--region']);
});

test('as data it is what sts:GetCallerIdentity answers, and more', async () => {
  const { stdout } = await lm(folder(), 'whoami -o json');
  expect(JSON.parse(stdout)).toMatchObject({
    backend: 'local',
    Account: expect.stringMatching(/^\d{12}$/),
    Arn: expect.stringMatching(/^arn:aws:/),
    Region: 'us-east-1',
    Sandbox: 'default',
  });
});

test('one member alone', async () => {
  expect((await lm(folder(), 'whoami --query Account -o text')).stdout).toMatch(/^\d{12}\n$/);
});

test('an account that the sandbox does not have is not found', async () => {
  expect((await lm(folder(), 'whoami --account 999999999999')).exit).toBe(5);
});
