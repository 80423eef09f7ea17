import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lm } from '../../cli/harness.ts';
import { json } from '../../server/raw.ts';
import { atWork, FILLED } from '../at-work.ts';

const at = atWork();
const EVERYTHING = ['config list', 'instance list', 'host list', 'ami list --owner self', 'local account list'];
const everything = () => Promise.all(EVERYTHING.map((line) => at.json(line)));
const kept = (name: string) => join(at.folder(), 'sandboxes', 'snapshots', `${name}.db`);

describe('lm local snapshot', () => {
  it('brings back all that was there when it was saved', async () => {
    await at.done(...FILLED, 'local snapshot save full');
    const before = await everything();
    const used = await at.done('config show win-dc -o json');
    await at.done('local reset --yes', 'config create other --type vcpu', 'local snapshot load full --yes');
    expect(await everything()).toEqual(before);
    expect(await at.done('config show win-dc -o json')).toBe(used);
  });

  it('keeps it for its owner alone, beside the sandboxes', async () => {
    await at.done('local snapshot save mine');
    expect(statSync(kept('mine')).mode & 0o777).toBe(0o600);
    expect(statSync(join(kept('mine'), '..')).mode & 0o777).toBe(0o700);
  });

  it('lists those that were saved by name', async () => {
    expect(await at.json('local snapshot list')).toMatchObject({ snapshots: [] });
    await at.done('local snapshot save b', 'local snapshot save a', 'local snapshot save ./c.db');
    expect(await at.ids('local snapshot list')).toEqual(['a', 'b']);
    expect(await at.json('local snapshot list')).toMatchObject({
      snapshots: [
        { name: 'a', file: kept('a'), savedAt: '2026-11-21T03:00:00.000Z', sizeBytes: expect.any(Number) },
        {},
      ],
    });
  });

  it('goes from one sandbox to another', async () => {
    await at.done(
      'config create win --type vcpu',
      'local snapshot save win',
      '--sandbox lab local snapshot load win --yes',
    );
    expect((await at.lm('--sandbox lab config list -o name')).stdout).toBe('win\n');
  });

  it('saves into a file and loads from it, wherever it stands', async () => {
    await at.done('config create win --type vcpu', 'local snapshot save ./licences.db', 'local reset --yes');
    expect(existsSync(join(at.folder(), 'licences.db'))).toBe(true);
    await at.done(`local snapshot load ${join(at.folder(), 'licences.db')} --yes`);
    expect(await at.done('config list -o name')).toBe('win\n');
  });

  it('is served at once by a server that has the sandbox open, and nothing it answers is lost', async () => {
    await at.done('config create before --type vcpu', 'local snapshot save before', 'local reset --yes');
    const names: unknown[] = [];
    const said = { stdout: '' };
    await lm(at.folder(), 'local serve --port 0', {
      told: (text) => {
        said.stdout += text;
      },
      stopped: async () => {
        await expect.poll(() => said.stdout).toMatch(/\n$/);
        const served = { endpoint: /http:\S+/.exec(said.stdout)?.[0] ?? '' };
        const create = (Name: string) =>
          json(served, 'AWSLicenseManager.CreateLicenseConfiguration', { Name, LicenseCountingType: 'vCPU' });
        expect((await create('lost')).status).toBe(200);
        await at.done('local snapshot load before --yes');
        expect((await create('after')).status).toBe(200);
        const { text } = await json(served, 'AWSLicenseManager.ListLicenseConfigurations', {});
        names.push(...JSON.parse(text).LicenseConfigurations.map(({ Name }: { Name: string }) => Name));
      },
    });
    expect(names.sort()).toEqual(['after', 'before']);
    expect((await at.ids('config list')).toSorted()).toEqual(['after', 'before']);
  });
});

describe('lm local snapshot save', () => {
  it('does not replace one of that name, unless told to', async () => {
    await at.done('local snapshot save a', 'config create win --type vcpu');
    const refused = await at.lm('local snapshot save a');
    expect(refused.exit).toBe(6);
    expect(refused.stderr).toContain('snapshot "a" exists already');
    expect(refused.stderr).toContain('--overwrite');
    await at.done('local snapshot save a --overwrite', 'local reset --yes', 'local snapshot load a --yes');
    expect(await at.done('config list -o name')).toBe('win\n');
    expect(readdirSync(join(kept('a'), '..'))).toEqual(['a.db']);
  });

  it('never replaces a file, least of all a sandbox', async () => {
    await at.done('config create win --type vcpu');
    const refused = await at.lm('local snapshot save sandboxes/default.db --overwrite');
    expect(refused.exit).toBe(6);
    expect(refused.stderr).toContain('lm does not overwrite it');
    expect(await at.done('config list -o name')).toBe('win\n');
  });

  it('says when there is no folder for the file', async () => {
    const refused = await at.lm('local snapshot save none/a.db');
    expect([refused.exit, refused.stderr.includes('there is no folder')]).toEqual([5, true]);
  });

  it.each([['before upgrade'], ['-x'], [''], ['./']])('takes no name like "%s"', async (name) => {
    expect((await at.lm(['local', 'snapshot', 'save', name])).exit).toBe(2);
  });
});

describe('lm local snapshot load', () => {
  it('asks first', async () => {
    await at.done('config create win --type vcpu', 'local snapshot save a', 'config create sql --type vcpu');
    const refused = await at.lm('local snapshot load a');
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('loses 2 license configurations');
    expect(await at.ids('config list')).toHaveLength(2);
  });

  it('says which snapshot may be meant', async () => {
    await at.done('local snapshot save before-upgrade');
    const close = await at.lm('local snapshot load before-upgrad --yes');
    expect([close.exit, close.stderr.includes('did you mean before-upgrade?')]).toEqual([5, true]);
    const far = await at.lm('local snapshot load zzz --yes');
    expect([far.exit, far.stderr.includes('lm local snapshot list')]).toEqual([5, true]);
    const file = await at.lm('local snapshot load ./none.db --yes');
    expect([file.exit, file.stderr.includes('there is no snapshot ./none.db')]).toEqual([5, true]);
  });

  it('refuses what is no snapshot, and leaves the sandbox as it was', async () => {
    await at.done(...FILLED);
    const before = await everything();
    writeFileSync(join(at.folder(), 'letter.db'), 'Dear aunt, '.repeat(1000));
    const refused = await at.lm('local snapshot load letter.db --yes');
    expect(refused.exit).toBe(1);
    expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain('is not a snapshot of lm. The sandbox was not changed.');
    expect(await everything()).toEqual(before);
  });

  it('is no matter of AWS', async () => {
    const refused = await at.lm('--backend aws local snapshot list');
    expect(refused.exit).toBe(2);
  });
});
