import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { type AwsOptions, clientConfig } from '../../src/aws/options.ts';
import { credentialsSource } from '../../src/aws/sources.ts';
import { exitOfCode } from '../../src/render/fault-exit.ts';
import { freshFolder } from '../cli/harness.ts';
import { awsAt, IDENTITY, scripted } from './scripted.ts';

const options = (given: Partial<AwsOptions>): AwsOptions => ({
  env: {},
  askMfaCode: async () => undefined,
  token: () => 'token',
  wall: () => 0,
  tell: () => undefined,
  ...given,
});

const of = (given: Partial<AwsOptions>) => clientConfig(options(given), 'ec2', undefined);

describe('the Region is the one of', () => {
  it.each<[string, Partial<AwsOptions>, string | undefined]>([
    ['--region before all', { region: 'eu-west-1', env: { AWS_REGION: 'us-east-1' } }, 'eu-west-1'],
    ['AWS_REGION', { env: { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' } }, 'us-east-1'],
    ['AWS_DEFAULT_REGION', { env: { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' } }, 'us-west-2'],
    ['the profile: left to the SDK', {}, undefined],
  ])('%s', (_, given, region) => expect(of(given).region).toBe(region));
});

describe('requests go to', () => {
  it.each<[string, Partial<AwsOptions>, string | undefined]>([
    ['--endpoint-url before all', { endpointUrl: 'http://a', env: { AWS_ENDPOINT_URL: 'http://b' } }, 'http://a'],
    [
      'the variable of the service',
      { env: { AWS_ENDPOINT_URL_EC2: 'http://c', AWS_ENDPOINT_URL: 'http://b' } },
      'http://c',
    ],
    ['the variable of all', { env: { AWS_ENDPOINT_URL_STS: 'http://d', AWS_ENDPOINT_URL: 'http://b' } }, 'http://b'],
    [
      'AWS where variables are to be ignored',
      { env: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', AWS_ENDPOINT_URL: 'http://b' } },
      undefined,
    ],
    ['AWS', {}, undefined],
  ])('%s', (_, given, endpoint) => expect(of(given).endpoint).toBe(endpoint));
});

describe('an agent for TLS', () => {
  it.each([
    ['http://127.0.0.1:4586', false],
    ['https://127.0.0.1:4586', true],
    [undefined, true],
  ])('is left to the SDK unless requests go out in clear text: %s', (endpointUrl, left) => {
    const { requestHandler } = of({ endpointUrl });
    expect(requestHandler).toMatchObject({ connectionTimeout: 10_000, requestTimeout: 60_000 });
    expect(Reflect.has(Object(requestHandler), 'httpsAgent')).toBe(!left);
  });
});

describe('an answer', () => {
  const read = (stream: unknown) => of({}).streamCollector?.(stream);

  it('is read to its end', async () => {
    const bytes = await read(Readable.from([Buffer.from('one '), Buffer.from('two')]));
    expect(Buffer.from(bytes ?? []).toString()).toBe('one two');
  });

  it('that breaks off in the middle is none', async () => {
    const stream = new Readable({ read: () => undefined });
    const answer = read(stream);
    stream.push('one ');
    stream.destroy(new Error('cut'));
    await expect(answer).rejects.toThrow('cut');
  });

  it('that is no stream of Node is refused', async () => {
    await expect(read('text')).rejects.toThrow(TypeError);
  });
});

describe('credentials are those of', () => {
  const KEYS = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' };

  it('the environment, with its session', () => {
    expect(of({ env: { ...KEYS, AWS_SESSION_TOKEN: 'C' } }).credentials).toEqual({
      accessKeyId: 'A',
      secretAccessKey: 'B',
      sessionToken: 'C',
    });
  });

  it.each<[string, Partial<AwsOptions>]>([
    ['a profile that is named', { profile: 'prod', env: KEYS }],
    ['a profile that AWS_PROFILE names', { env: { ...KEYS, AWS_PROFILE: 'prod' } }],
    ['the rest of the chain, where half a pair is set', { env: { AWS_ACCESS_KEY_ID: 'A' } }],
  ])('%s', (_, given) => expect(of(given).credentials).toBeUndefined());
});

describe('an assumed role that wants an MFA code', () => {
  it('asks for the code of its device', async () => {
    const config = of({ askMfaCode: async (serial) => (serial === 'arn:mfa' ? '123456' : undefined) });
    expect(await config.mfaCodeProvider?.('arn:mfa')).toBe('123456');
  });

  it('exits 4 where nobody can be asked, and names the device and what to do', async () => {
    const failed = of({ profile: 'prod' }).mfaCodeProvider?.('arn:mfa');
    await expect(failed).rejects.toMatchObject({
      message: expect.stringMatching(/profile prod .*arn:mfa.*in a terminal/),
    });
    expect(exitOfCode('CredentialsProviderError')).toBe(4);
  });
});

describe('a profile of the AWS configuration', () => {
  const folder = freshFolder();
  const serve = scripted();

  it('gives credentials and Region', async () => {
    const file = join(folder(), 'config');
    const lines = [
      '[profile prod]',
      'region = eu-west-1',
      'aws_access_key_id = 111122223333',
      'aws_secret_access_key = x',
    ];
    await writeFile(file, `${lines.join('\n')}\n`);
    vi.stubEnv('AWS_CONFIG_FILE', file);
    const server = await serve({ GetCallerIdentity: [IDENTITY] });
    const aws = awsAt(server, { env: {}, profile: 'prod' });
    await aws.identify();
    expect(aws.scope.region).toBe('eu-west-1');
    expect(aws.credentials).toBe('profile prod');
  });
});

describe('where credentials come from, in words', () => {
  const found = (...marks: readonly string[]) => ({
    accessKeyId: 'A',
    secretAccessKey: 'B',
    $source: Object.fromEntries(marks.map((mark) => [mark, 'x'])),
  });

  it.each([
    [['CREDENTIALS_PROFILE', 'CREDENTIALS_STS_ASSUME_ROLE'], 'prod', 'profile prod (assumed role)'],
    [['CREDENTIALS_PROFILE_SSO', 'CREDENTIALS_SSO'], 'prod', 'profile prod (IAM Identity Center)'],
    [['CREDENTIALS_PROFILE'], undefined, 'profile default'],
    [['CREDENTIALS_IMDS'], undefined, 'instance role'],
    [['CREDENTIALS_HTTP'], undefined, 'container role'],
    [[], undefined, 'AWS_ACCESS_KEY_ID'],
  ] as const)('%s', (marks, profile, words) => expect(credentialsSource(found(...marks), profile)).toBe(words));
});
