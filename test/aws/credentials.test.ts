import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshFolder, lm } from '../cli/harness.ts';
import { ENTER, terminal } from '../prompts/terminal.ts';
import { IDENTITY, type Reply, type Scripted, scripted } from './scripted.ts';

const serve = scripted();
const folder = freshFolder();

const SECRET = 'the-secret-that-nobody-may-see';
const SERIAL = 'arn:aws:iam::111122223333:mfa/ops';
const ROLE = 'arn:aws:iam::444455556666:role/licences';

const CONFIG = `
[profile base]
region = us-east-1
aws_access_key_id = AKIABASE
aws_secret_access_key = ${SECRET}

[profile role]
region = us-east-1
role_arn = ${ROLE}
source_profile = base

[profile guarded]
region = us-east-1
role_arn = ${ROLE}
source_profile = base
mfa_serial = ${SERIAL}

[sso-session work]
sso_start_url = https://work.awsapps.com/start
sso_region = us-east-1

[profile sso]
region = us-east-1
sso_session = work
sso_account_id = 444455556666
sso_role_name = licences

[profile old-sso]
region = us-east-1
sso_start_url = https://old.awsapps.com/start
sso_region = us-east-1
sso_account_id = 444455556666
sso_role_name = licences

[profile empty]
region = us-east-1
`;

beforeEach(async () => {
  const config = join(folder(), 'aws-config');
  await writeFile(config, CONFIG);
  vi.stubEnv('AWS_CONFIG_FILE', config);
  // The cached tokens of aws sso login lie under the home folder.
  vi.stubEnv('HOME', folder());
  vi.stubEnv('USERPROFILE', folder());
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
});

const ASSUMED: Reply = {
  body:
    '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>' +
    '<Arn>arn:aws:sts::444455556666:assumed-role/licences/me</Arn><AssumedRoleId>AROA:me</AssumedRoleId></AssumedRoleUser>' +
    `<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>${SECRET}</SecretAccessKey>` +
    `<SessionToken>session-${SECRET}</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>` +
    '</AssumeRoleResult><ResponseMetadata><RequestId>req-5</RequestId></ResponseMetadata></AssumeRoleResponse>',
};

const stsRefusal = (code: string, message: string): Reply => ({
  status: 403,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
});

const LIST: Reply = { body: { LicenseConfigurations: [] } };
const NO_IMAGES: Reply = { body: '<DescribeImagesResponse><imagesSet/></DescribeImagesResponse>' };

/** A line against the server, as a profile; with `--endpoint-url` unless the environment says where. */
const as = ({ endpoint }: Scripted, profile: string, line: string, io: Parameters<typeof lm>[2] = {}) =>
  lm(folder(), `${line} --backend aws --profile ${profile} --endpoint-url ${endpoint}`, io);

const signedBy = ({ sent }: Scripted, operation: string): readonly (string | undefined)[] =>
  sent
    .filter((one) => one.operation === operation)
    .map(({ headers }) => /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1]);

describe('a profile that assumes a role', () => {
  it('asks STS at the endpoint that was given, and signs with what it gets', async () => {
    const server = await serve({ AssumeRole: [ASSUMED], GetCallerIdentity: [IDENTITY] });
    const { exit, stdout, stderr } = await as(server, 'role', 'whoami --debug');
    expect({ exit, stderr: /error/i.test(stderr) }).toEqual({ exit: 0, stderr: false });
    expect(signedBy(server, 'AssumeRole')).toEqual(['AKIABASE']);
    expect(new Set(signedBy(server, 'GetCallerIdentity'))).toEqual(new Set(['ASIAROLE']));
    expect(new URLSearchParams(server.sent[0]?.body).get('RoleArn')).toBe(ROLE);
    expect(stdout).toMatch(/credentials +profile role \(assumed role\)/);
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'])('asks STS where %s says', async (name) => {
    const server = await serve({ AssumeRole: [ASSUMED], GetCallerIdentity: [IDENTITY] });
    vi.stubEnv(name, server.endpoint);
    const line = `whoami --backend aws --profile role`;
    const { exit } = await lm(folder(), line, { env: { [name]: server.endpoint } });
    expect(exit).toBe(0);
    expect(signedBy(server, 'AssumeRole')).toEqual(['AKIABASE']);
    expect(new Set(signedBy(server, 'GetCallerIdentity'))).toEqual(new Set(['ASIAROLE']));
  });

  it('that may not be assumed exits 4 with what STS said', async () => {
    const said = `User: arn:aws:iam::111122223333:user/ops is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;
    const server = await serve({ AssumeRole: [stsRefusal('AccessDenied', said)] });
    const { exit, stderr } = await as(server, 'role', 'config list');
    expect(exit).toBe(4);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('is not authorized to perform: sts:AssumeRole');
  });

  it('is assumed once, however many services are asked at the same time', async () => {
    const reads = { ListLicenseConfigurations: [LIST], DescribeImages: [NO_IMAGES], GetCallerIdentity: [IDENTITY] };
    const server = await serve({ AssumeRole: [ASSUMED], ...reads });
    expect((await as(server, 'role', 'ami list')).exit).toBe(0);
    expect(server.sent.filter((one) => one.operation === 'AssumeRole')).toHaveLength(1);
    for (const read of Object.keys(reads)) expect(new Set(signedBy(server, read))).toEqual(new Set(['ASIAROLE']));
  });

  describe('with a code of an MFA device', () => {
    it('asks for it on a terminal, once, and hands it to STS', async () => {
      const reads = { ListLicenseConfigurations: [LIST], DescribeImages: [NO_IMAGES], GetCallerIdentity: [IDENTITY] };
      const server = await serve({ AssumeRole: [ASSUMED], ...reads });
      const person = terminal([`MFA code of ${SERIAL}`, `123456${ENTER}`]);
      const { exit } = await as(server, 'guarded', 'ami list', person.io);
      expect(exit).toBe(0);
      const asked = new URLSearchParams(server.sent[0]?.body);
      expect([asked.get('SerialNumber'), asked.get('TokenCode')]).toEqual([SERIAL, '123456']);
      expect(server.sent.filter((one) => one.operation === 'AssumeRole')).toHaveLength(1);
    });

    it('exits 4 where nobody can type it, and says so', async () => {
      const server = await serve({ AssumeRole: [ASSUMED] });
      const { exit, stderr } = await as(server, 'guarded', 'config list');
      expect(exit).toBe(4);
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`profile guarded needs a code of the MFA device ${SERIAL}`);
      expect(server.sent).toEqual([]);
    });

    it('that is wrong exits 4 with what STS said', async () => {
      const said = 'MultiFactorAuthentication failed with invalid MFA one time pass code.';
      const server = await serve({ AssumeRole: [stsRefusal('AccessDenied', said)] });
      const person = terminal([`MFA code of ${SERIAL}`, `000000${ENTER}`]);
      const { exit, stderr } = await as(server, 'guarded', 'config list', person.io);
      expect(exit).toBe(4);
      expect(stderr).toContain('invalid MFA one time pass code');
    });
  });
});

/** What `aws sso login` leaves behind for a session (or, in the old form, for a start page). */
async function signedIn(session: string, expiresAt: string): Promise<void> {
  const cache = join(folder(), '.aws', 'sso', 'cache');
  await mkdir(cache, { recursive: true });
  const file = join(cache, `${createHash('sha1').update(session).digest('hex')}.json`);
  await writeFile(file, JSON.stringify({ accessToken: `token-${SECRET}`, expiresAt, region: 'us-east-1' }));
}

const LATER = '2999-01-01T00:00:00Z';
const BEFORE = '2020-01-01T00:00:00Z';
const PORTAL = '/federation/credentials';
const FEDERATED: Reply = {
  body: {
    roleCredentials: {
      accessKeyId: 'ASIASSO',
      secretAccessKey: SECRET,
      sessionToken: `session-${SECRET}`,
      expiration: Date.parse(LATER),
    },
  },
};

describe.each([
  ['sso', 'work'],
  ['old-sso', 'https://old.awsapps.com/start'],
])('a profile that signs in through IAM Identity Center (%s)', (profile, session) => {
  it('takes the role of the cached sign-in', async () => {
    await signedIn(session, LATER);
    const server = await serve({ [PORTAL]: [FEDERATED], GetCallerIdentity: [IDENTITY] });
    const { exit, stdout, stderr } = await as(server, profile, 'whoami --debug');
    expect({ exit, failed: /error/i.test(stderr) }).toEqual({ exit: 0, failed: false });
    expect(server.sent[0]?.url).toContain('role_name=licences');
    expect(new Set(signedBy(server, 'GetCallerIdentity'))).toEqual(new Set(['ASIASSO']));
    expect(stdout).toContain(`profile ${profile} (IAM Identity Center)`);
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it.each([
    ['has expired', BEFORE],
    ['was never made', undefined],
  ])('exits 4 where the sign-in %s, with the command that mends it', async (_what, expiresAt) => {
    if (expiresAt !== undefined) await signedIn(session, expiresAt);
    const server = await serve({});
    const { exit, stderr } = await as(server, profile, 'config list');
    expect(exit).toBe(4);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`To fix: aws sso login --profile ${profile} (`);
    expect(server.sent).toEqual([]);
  });

  it('exits 4 where the sign-in was revoked, with the same command', async () => {
    await signedIn(session, LATER);
    const refused: Reply = {
      status: 401,
      body: { __type: 'UnauthorizedException', message: 'Session token not found or invalid' },
    };
    const { exit, stderr } = await as(await serve({ [PORTAL]: [refused] }), profile, 'config list');
    expect(exit).toBe(4);
    const text = stderr.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Session token not found or invalid');
    expect(text).toContain(`aws sso login --profile ${profile}`);
    expect(text).not.toContain(SECRET);
  });
});

describe('no credentials at all', () => {
  it.each([
    ['of a profile', 'empty', 'profile empty gives no AWS credentials'],
    ['of a profile that there is not', 'nobody', 'profile nobody gives no AWS credentials'],
  ])('exits 4, with the command that mends it (%s)', async (_what, profile, words) => {
    const server = await serve({});
    const { exit, stderr } = await as(server, profile, 'config list --region us-east-1');
    expect(exit).toBe(4);
    const text = stderr.replaceAll(/\s+/g, ' ');
    expect(text).toContain(words);
    expect(text).toContain(`To fix: aws configure --profile ${profile}`);
  });
});
