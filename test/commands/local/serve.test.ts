import { describe, expect, it } from 'vitest';
import { freshFolder, lm } from '../../cli/harness.ts';
import { serveOnly } from '../../clients/server.ts';
import { form, json } from '../../server/raw.ts';

const folder = freshFolder();
const WHO = 'Action=GetCallerIdentity&Version=2011-06-15';

/** Runs `lm local serve` with a visitor who comes once it answers; when he leaves, a signal comes. */
async function served(line: string, visit: (endpoint: string) => Promise<void> = async () => undefined) {
  const said = { stdout: '' };
  const stopped = async () => {
    await expect.poll(() => said.stdout).toMatch(/\n$/);
    await visit(/http:\/\/[\w.:[\]]+/.exec(said.stdout)?.[0] ?? '');
  };
  const told = (text: string) => {
    said.stdout += text;
  };
  return lm(folder(), `local serve --port 0 ${line}`, { stopped, told });
}

describe('lm local serve', () => {
  it('says in one line where it answers, and when it is stopped', async () => {
    const { exit, stdout, stderr } = await served('');
    expect(stdout).toMatch(/^serving sandbox "default" at http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C stops it\)\n$/);
    expect(stderr).toMatch(/stopped serving at http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(exit).toBe(0);
  });

  it('says it as one line of JSON', async () => {
    const { stdout } = await served('-o json');
    expect(stdout.trimEnd()).not.toContain('\n');
    const value = JSON.parse(stdout);
    expect(value).toEqual({
      endpoint: `http://127.0.0.1:${value.port}`,
      address: '127.0.0.1',
      port: expect.any(Number),
      sandbox: 'default',
      account: '111122223333',
      region: 'us-east-1',
    });
  });

  it('answers with the sandbox of the command line, and the account that it names', async () => {
    await lm(folder(), 'local account add 222233334444');
    const answers: string[] = [];
    await served('--account 222233334444', async (endpoint) => {
      answers.push((await form({ endpoint }, 'sts', WHO, 'AKIAEXAMPLE')).text);
      answers.push((await form({ endpoint }, 'sts', WHO, '111122223333')).text);
    });
    expect(answers.map((text) => /<Account>(\d+)/.exec(text)?.[1])).toEqual(['222233334444', '111122223333']);
  });

  it('shares the sandbox with other commands, through a reset too', async () => {
    const codes: (string | undefined)[] = [];
    const arn = { text: '' };
    const get = async (endpoint: string) => {
      const { text } = await json({ endpoint }, 'AWSLicenseManager.GetLicenseConfiguration', {
        LicenseConfigurationArn: arn.text,
      });
      const answer = JSON.parse(text);
      codes.push(answer.__type ?? answer.Name);
    };
    await served('', async (endpoint) => {
      const made = await lm(folder(), 'config create win --type vcpu -o json --yes --no-input');
      arn.text = JSON.parse(made.stdout).LicenseConfigurationArn;
      await get(endpoint);
      expect((await lm(folder(), 'local reset --yes')).exit).toBe(0);
      await get(endpoint);
      const again = { Name: 'again', LicenseCountingType: 'vCPU' };
      expect((await json({ endpoint }, 'AWSLicenseManager.CreateLicenseConfiguration', again)).status).toBe(200);
    });
    expect(codes).toEqual(['win', 'InvalidParameterValueException']);
    expect((await lm(folder(), 'config list -o name')).stdout).toBe('again\n');
  });

  it('warns before others may reach it, and not otherwise', async () => {
    expect((await served('--listen 0.0.0.0')).stderr).toMatch(
      /^warning: whoever reaches 0\.0\.0\.0 can read and change/,
    );
    expect((await served('--listen 127.0.0.1')).stderr).not.toContain('warning');
  });

  it('says what to do about a port that is taken', async () => {
    const other = await serveOnly({
      scopeOf: () => ({ account: '', region: '' }),
      call: async () => ({ output: {}, requestId: '' }),
      again: () => undefined,
      glance: () => () => '',
      requestId: () => '',
      flush: () => undefined,
    });
    const { exit, stderr } = await lm(folder(), `local serve --port ${other.port}`);
    await other.stop();
    expect(exit).toBe(6);
    expect(stderr).toContain(`port ${other.port} of 127.0.0.1 is in use`);
    expect(stderr).toContain('--port 0');
  });

  it.each([
    ['an address that is not here', '--listen 192.0.2.1'],
    ['a port that cannot be', '--port 65536'],
  ])('refuses %s', async (_, options) => {
    expect((await lm(folder(), `local serve --port 0 ${options}`)).exit).toBe(2);
  });
});
