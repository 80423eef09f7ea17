import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextStore } from '../../src/settings/contexts.ts';
import { readProjectFile, readUserFile } from '../../src/settings/files.ts';
import { places } from '../../src/settings/paths.ts';
import { freshFolder } from '../cli/harness.ts';

const folder = freshFolder();

test.each([
  ['LM_HOME', { LM_HOME: '/h', XDG_CONFIG_HOME: '/c' }, 'linux', '/h/config.json', '/h'],
  ['XDG', { HOME: '/me', XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, 'linux', '/c/lm/config.json', '/d/lm'],
  ['Linux', { HOME: '/me' }, 'linux', '/me/.config/lm/config.json', '/me/.local/share/lm'],
  ['macOS', { HOME: '/me' }, 'darwin', '/me/.config/lm/config.json', '/me/Library/Application Support/lm'],
  ['Windows', { APPDATA: '/r', LOCALAPPDATA: '/l', HOME: '/me' }, 'win32', '/r/lm/config.json', '/l/lm'],
])('where things stand: %s', (_, env, system, settingsFile, data) => {
  expect(places(env, system)).toEqual({ settingsFile, data });
});

describe('the project file', () => {
  test('is the nearest one upwards', async () => {
    await mkdir(join(folder(), 'a', 'b', 'c'), { recursive: true });
    await writeFile(join(folder(), '.lm.json'), '{"region": "eu-west-1"}');
    await writeFile(join(folder(), 'a', '.lm.json'), '{"region": "eu-west-2", "context": "lab"}');
    const found = readProjectFile(join(folder(), 'a', 'b', 'c'));
    expect(found).toMatchObject({
      file: join(folder(), 'a', '.lm.json'),
      values: { region: 'eu-west-2' },
      context: 'lab',
    });
  });

  test.each([
    ['no JSON', '{', 'cannot be understood'],
    ['no object', '[]', 'it must hold JSON objects'],
    ['an unknown key', '{"regoin": "eu-west-1"}', 'regoin in'],
    ['a bad value', '{"backend": "gcp"}', 'must be one of local, aws'],
    ['a context that is no name', '{"context": 3}', '"context" must be the name of a context'],
  ])('with %s is refused and named', async (_, content, said) => {
    const file = join(folder(), '.lm.json');
    await writeFile(file, content);
    expect(() => readProjectFile(folder())).toThrow(said);
    expect(() => readProjectFile(folder())).toThrow(file);
  });
});

test('a settings file that does not exist holds nothing, and reading makes no folder', async () => {
  const file = join(folder(), 'deep', 'config.json');
  expect(readUserFile(file)).toEqual({ file, values: {}, contexts: [] });
  await expect(readFile(join(folder(), 'deep'))).rejects.toThrow('ENOENT');
});

test('contexts are kept beside the settings, which stay as they are', async () => {
  const file = join(folder(), 'lm', 'config.json');
  await mkdir(join(folder(), 'lm'));
  await writeFile(file, '{"output": "json"}');
  const store = contextStore(file, {}, undefined);
  await store.save('lab', { sandbox: 'lab' });
  await store.save('v1.2', { region: 'eu-west-1' });
  await store.use('lab');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    output: 'json',
    context: 'lab',
    contexts: { lab: { sandbox: 'lab' }, 'v1.2': { region: 'eu-west-1' } },
  });
  expect(store.current).toEqual({ name: 'lab', origin: { kind: 'user', file } });
  await store.remove('lab');
  expect([store.current, store.list().map(({ name }) => name)]).toEqual([undefined, ['v1.2']]);
});

test('a place that cannot be written is named', async () => {
  await writeFile(join(folder(), 'file'), '');
  const store = contextStore(join(folder(), 'file', 'config.json'), {}, undefined);
  await expect(store.save('lab', {})).rejects.toThrow('cannot be written');
});
