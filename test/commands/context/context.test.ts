import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, lm } from '../../cli/harness.ts';

const folder = freshFolder();
const list = async (): Promise<unknown> => JSON.parse((await lm(folder(), 'context list -o json')).stdout).contexts;

test('create keeps the global options of its line; use makes them the settings from now on', async () => {
  const created = await lm(folder(), 'context create lab --sandbox lab --region eu-west-1');
  expect(created).toEqual({
    exit: 0,
    stdout: '',
    stderr: 'context lab holds sandbox lab, region eu-west-1\nhint: lm context use lab\n',
  });
  expect(await list()).toEqual([{ name: 'lab', current: false, sandbox: 'lab', region: 'eu-west-1' }]);

  const used = await lm(folder(), 'context use lab');
  expect(used.stderr).toBe('context lab is in use: sandbox lab, region eu-west-1\n');
  const { settings } = JSON.parse((await lm(folder(), 'whoami -o json')).stdout);
  expect(settings).toContainEqual({ name: 'region', value: 'eu-west-1', from: 'context lab' });
});

test('create --use does both', async () => {
  await lm(folder(), 'context create lab --region eu-west-1 --use');
  expect(await list()).toEqual([{ name: 'lab', current: true, region: 'eu-west-1' }]);
});

test('set changes what is mentioned and keeps the rest', async () => {
  await lm(folder(), 'context create lab --sandbox lab --region eu-west-1');
  await lm(folder(), 'context set lab --region us-east-1');
  expect(await list()).toEqual([{ name: 'lab', current: false, sandbox: 'lab', region: 'us-east-1' }]);
});

test('what comes from a variable is not kept: only what the line says', async () => {
  await lm(folder(), 'context create lab --sandbox lab', { env: { LM_REGION: 'eu-west-3' } });
  expect(await list()).toEqual([{ name: 'lab', current: false, sandbox: 'lab' }]);
});

test('show without a name shows the one in use', async () => {
  await lm(folder(), 'context create lab --region eu-west-1 --use');
  expect(JSON.parse((await lm(folder(), 'context show -o json')).stdout)).toEqual({
    name: 'lab',
    current: true,
    region: 'eu-west-1',
  });
});

test('use --none and delete leave no context in use', async () => {
  await lm(folder(), 'context create lab --region eu-west-1 --use');
  expect((await lm(folder(), 'context use --none')).stderr).toBe('no context is in use\n');
  expect((await lm(folder(), 'context show')).exit).toBe(2);
  await lm(folder(), 'context use lab');
  expect((await lm(folder(), 'context delete lab')).stderr).toBe('context lab is deleted; it held region eu-west-1\n');
  expect((await lm(folder(), 'context list')).stdout).toContain('no contexts yet');
});

test('a context that the project chooses is marked as in use', async () => {
  await lm(folder(), 'context create lab --region eu-west-1');
  await writeFile(join(folder(), '.lm.json'), '{"context": "lab"}');
  expect(await list()).toEqual([{ name: 'lab', current: true, region: 'eu-west-1' }]);
});

describe('refusals', () => {
  test.each([
    ['create with nothing to keep', 'context create lab', 2, 'for example: lm context create lab --region us-east-1'],
    [
      'create with a name that is none',
      'context create a/b --region us-east-1',
      2,
      '"a/b" cannot be a context\'s name',
    ],
    ['create of a name that is taken', 'context create prod --region us-east-1', 2, 'lm context set prod'],
    ['set with nothing to change', 'context set prod', 2, 'for example: lm context set prod --region us-east-1'],
    ['set of an unknown name', 'context set prdo --region us-east-1', 5, 'did you mean prod?'],
    ['use of an unknown name', 'context use lab', 5, 'there are prod'],
    ['use of nothing', 'context use', 2, 'needs either a name or --none'],
    ['use of both', 'context use prod --none', 2, 'needs either a name or --none'],
    ['show of an unknown name', 'context show lab', 5, 'there is no context "lab"'],
    ['delete of an unknown name', 'context delete lab', 5, 'there is no context "lab"'],
  ])('%s', async (_, line, exit, said) => {
    await lm(folder(), 'context create prod --region eu-west-1');
    const outcome = await lm(folder(), line);
    expect([outcome.exit, outcome.stdout]).toEqual([exit, '']);
    expect(outcome.stderr).toContain(said);
  });
});
