import { describe, expect, test } from 'vitest';
import { originWords } from '../../src/contract/settings.ts';
import type { SettingsFile } from '../../src/settings/files.ts';
import { resolveSettings, type Sources } from '../../src/settings/resolve.ts';

const contexts = [{ name: 'lab', values: { region: 'eu-west-3' } }];
const user = (values = {}, context?: string): SettingsFile => ({ file: '/u/config.json', values, contexts, context });
const project = (values = {}, context?: string): SettingsFile => ({
  file: '/p/.lm.json',
  values,
  contexts: [],
  context,
});
const none: Sources = { flags: {}, env: {}, project: undefined, user: user() };

describe('flag > variable > project file > context > user file > default', () => {
  const flags = { region: 'eu-west-1' };
  const env = { LM_REGION: 'eu-west-2' };
  const inProject = project({ region: 'eu-central-1' });
  const inUser = user({ region: 'eu-north-1' }, 'lab');
  test.each([
    ['all of them', { flags, env, project: inProject, user: inUser }, 'eu-west-1', '--region'],
    ['all but the flag', { flags: {}, env, project: inProject, user: inUser }, 'eu-west-2', 'LM_REGION'],
    ['files alone', { flags: {}, env: {}, project: inProject, user: inUser }, 'eu-central-1', '/p/.lm.json'],
    ['the user file and its context', { ...none, user: inUser }, 'eu-west-3', 'context lab'],
    ['the user file', { ...none, user: user({ region: 'eu-north-1' }) }, 'eu-north-1', '/u/config.json'],
    ['a context of LM_CONTEXT', { ...none, env: { LM_CONTEXT: 'lab' } }, 'eu-west-3', 'context lab'],
    ['a context of the project', { ...none, project: project({}, 'lab') }, 'eu-west-3', 'context lab'],
    ['an empty LM_CONTEXT', { ...none, env: { LM_CONTEXT: '' }, user: user({}, 'lab') }, undefined, 'default'],
    ['an empty variable', { ...none, env: { LM_REGION: '' } }, undefined, 'default'],
    ['nothing', none, undefined, 'default'],
  ])('%s', (_, sources, value, from) => {
    const { region } = resolveSettings(sources);
    expect([region.value, originWords(region.origin)]).toEqual([value, from]);
  });
});

test('the defaults', () => {
  const { backend, sandbox, output } = resolveSettings(none);
  expect([backend.value, sandbox.value, output.value]).toEqual(['local', 'default', 'table']);
});

test.each([
  ['a flag', { ...none, flags: { account: '123' } }, '--account is "123", but it must be an account id of 12 digits'],
  ['a variable', { ...none, env: { LM_BACKEND: 'gcp' } }, 'LM_BACKEND is "gcp", but it must be one of local, aws'],
  ['a sandbox that is a path', { ...none, flags: { sandbox: '../x' } }, '--sandbox is "../x"'],
  ['a Region', { ...none, flags: { region: 'useast' } }, '--region is "useast", but it must be a Region'],
  ['a context that is not there', { ...none, env: { LM_CONTEXT: 'lap' } }, 'there is no context "lap"'],
])('refuses %s that cannot be, and names it', (_, sources, said) => {
  expect(() => resolveSettings(sources)).toThrow(said);
});

test.each([
  ['--account', { account: '111122223333' }],
  ['--sandbox', { sandbox: 'lab-2.old' }],
  ['--region', { region: 'us-gov-west-1' }],
  ['--endpoint-url', { endpointUrl: 'http://127.0.0.1:4566' }],
])('takes a good %s', (_, flags) => {
  expect(() => resolveSettings({ ...none, flags })).not.toThrow();
});
