import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { prepared } from '../golden/play.ts';
import { playAws, playLocal } from './player.ts';

const ORGANIZED = ['lm org create', 'lm share enable-organization'];

let world = '';
beforeAll(async () => {
  // Nothing of this machine may be found, and nothing but the loopback server asked.
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
  world = await prepared([
    'lm local account add 444455556666 --name partner',
    ...ORGANIZED,
    'lm config create win --type core --count 96',
    'lm config create own --type core --count 96',
    'lm hrg create prod --license win',
    'lm config share win --with 444455556666,organization',
    'lm hrg share prod --with organization',
  ]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(world, { recursive: true, force: true });
});

const LINES = ['lm config show win', 'lm config show own', 'lm hrg show prod'];

it('what is shared says with whom, beside the members of AWS, in a sandbox as on AWS', async () => {
  const [local, aws] = [await playLocal({ lines: LINES, world }), await playAws({ lines: LINES, world })];
  const organization = expect.stringContaining(':organization/o-');
  for (const { answers } of [local, aws]) {
    expect(answers.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(answers[0]?.data).toMatchObject({
      Name: 'win',
      sharedWith: [
        { principal: '444455556666', status: 'invited', external: true, resourceShareName: 'win' },
        { principal: organization, status: 'shared', external: false },
      ],
    });
    expect(answers[1]?.data).toMatchObject({ Name: 'own', sharedWith: [] });
    expect(answers[2]?.data).toMatchObject({ Group: { Name: 'prod' }, sharedWith: [{ principal: organization }] });
  }
  const shared = ({ answers }: typeof local) =>
    answers.map(({ data }) => JSON.stringify(data).match(/"sharedWith".*/)?.[0]);
  expect(shared(aws)).toEqual(shared(local));
});
