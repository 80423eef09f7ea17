import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../rolldown.config.ts';
import { type SdkClients, sdkClients } from './sdk.ts';

/** The program itself, as it is built and as a person runs it: `lm local serve` in a process of its own. */

const dir = mkdtempSync(join(tmpdir(), 'lm-program-'));

beforeAll(async () => {
  const { output, ...input } = config;
  if (output === undefined || Array.isArray(output)) throw new Error('rolldown.config.ts should have one output.');
  const bundle = await rolldown({ ...input, logLevel: 'silent' });
  await bundle.write({ ...output, dir: join(dir, 'dist') });
  await bundle.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Running {
  readonly process: ChildProcess;
  readonly clients: SdkClients;
  readonly port: number;
  /** The exit code, or the signal that it died of. */
  readonly ended: Promise<unknown>;
}

async function start(sandbox: string): Promise<Running> {
  const line = ['local', 'serve', '--sandbox', sandbox, '--port', '0', '-o', 'json', '--quiet'];
  const child = spawn(process.execPath, [join(dir, 'dist', 'main.js'), ...line], {
    // The bundle stands outside the project; the native package does not.
    env: { PATH: process.env.PATH, LM_HOME: join(dir, 'home'), NODE_PATH: resolve('node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const [first] = await once(createInterface({ input: child.stdout }), 'line');
  const { endpoint, port } = JSON.parse(first);
  return { process: child, clients: sdkClients(endpoint), port, ended };
}

describe('lm local serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s, while a client holds its connection', async (signal) => {
    const server = await start('signals');
    await server.clients.send('sts:GetCallerIdentity', {});
    server.process.kill(signal);
    expect(await server.ended).toBe(0);
  });

  it('never gives out more licences than a hard limit has, to 40 launches at once through two servers', async () => {
    const [one, two] = await Promise.all([start('limit'), start('limit')]);
    const { LicenseConfigurationArn } = await one.clients.lm.send(
      new (await import('@aws-sdk/client-license-manager')).CreateLicenseConfigurationCommand({
        Name: 'ten',
        LicenseCountingType: 'Instance',
        LicenseCount: 10,
        LicenseCountHardLimit: true,
      }),
    );
    const { RegisterImageCommand } = await import('@aws-sdk/client-ec2');
    const { ImageId } = await two.clients.ec2.send(new RegisterImageCommand({ Name: 'web' }));
    const launch = { ImageId, MinCount: 1, MaxCount: 1, InstanceType: 'm5.large' };
    const request = { ...launch, LicenseSpecifications: [{ LicenseConfigurationArn }] };
    const ended = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? one : two).clients.send('ec2:RunInstances', request)),
    );
    const refused = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.name] : []));
    expect(refused).toEqual(Array.from({ length: 30 }, () => 'LicenseUsageException'));
    for (const { process } of [one, two]) process.kill('SIGTERM');
    await Promise.all([one.ended, two.ended]);
  });

  it('is found by the endpoint of the profile that is named', async () => {
    const server = await start('profiles');
    const config = join(dir, 'aws-config');
    const keys = 'aws_access_key_id = 111122223333\naws_secret_access_key = any';
    writeFileSync(
      config,
      `[profile here]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:${server.port}\n${keys}\n`,
    );
    const words = [join(dir, 'dist', 'main.js'), '--backend', 'aws', '--profile', 'here', 'whoami', '-o', 'json'];
    const { stdout } = await promisify(execFile)(process.execPath, words, {
      env: {
        PATH: process.env.PATH,
        LM_HOME: join(dir, 'home'),
        NODE_PATH: resolve('node_modules'),
        AWS_CONFIG_FILE: config,
      },
    });
    expect(JSON.parse(stdout)).toMatchObject({ Account: '111122223333' });
    server.process.kill('SIGTERM');
    await server.ended;
  });

  it('killed in the middle keeps what it has acknowledged', async () => {
    const server = await start('killed');
    const made: string[] = [];
    const work = async (): Promise<void> => {
      for (;;) {
        const answer = await server.clients.send('ec2:RegisterImage', { Name: `image-${made.length}` });
        made.push(Reflect.get(answer, 'ImageId'));
        if (made.length === 20) server.process.kill('SIGKILL');
      }
    };
    await expect(work()).rejects.toThrow();
    expect(await server.ended).toBe('SIGKILL');
    const again = await start('killed');
    const found = await again.clients.send('ec2:DescribeImages', { ImageIds: made });
    expect(Reflect.get(found, 'Images')).toHaveLength(made.length);
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});
