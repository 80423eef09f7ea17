import { describe, expect, it } from 'vitest';
import { translated } from '../../src/aws/faults.ts';
import { Fault } from '../../src/contract/fault.ts';
import { exitOfCode } from '../../src/render/fault-exit.ts';
import { awsAt, CREDENTIALS, ec2, ec2Refusal, IDENTITY, refusal, scripted } from './scripted.ts';

const serve = scripted();

const ARN = `arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-${'0'.repeat(32)}`;
const THROTTLED = { status: 400, body: refusal('ThrottlingException', 'Rate exceeded') };
const LIST = { body: { LicenseConfigurations: [{ Name: 'win-dc', LicenseConfigurationArn: ARN }] } };
const LAUNCH = { ImageId: 'ami-00000000000000001', MinCount: 1, MaxCount: 1 };

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error: unknown = await work.then(
    () => new Error('it was expected to fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw error;
};

describe('a call', () => {
  it('goes out signed for the Region and account, and the answer is what AWS sent', async () => {
    const server = await serve({ ListLicenseConfigurations: [LIST] });
    const answer = await awsAt(server).call('license-manager:ListLicenseConfigurations', {});
    expect(answer).toEqual(LIST.body);
    expect(server.sent[0]?.headers.authorization).toContain('Credential=111122223333/');
    expect(server.sent[0]?.headers.authorization).toContain('/us-east-1/license-manager/aws4_request');
  });

  it('does not ask who calls', async () => {
    const server = await serve({ ListLicenseConfigurations: [LIST] });
    await awsAt(server).call('license-manager:ListLicenseConfigurations', {});
    expect(server.sent.map((one) => one.operation)).toEqual(['ListLicenseConfigurations']);
  });

  it('is not sent when its form is wrong, and every wrong member is named', async () => {
    const server = await serve({});
    const fault = await faultOf(
      awsAt(server).call('license-manager:CreateLicenseConfiguration', {
        Name: undefined,
        LicenseCountingType: undefined,
      }),
    );
    expect(fault.violations.map((one) => one.path)).toEqual(['Name', 'LicenseCountingType']);
    expect(server.sent).toEqual([]);
  });
});

describe('a service that is busy or broken', () => {
  it('is asked again while it throttles', async () => {
    const server = await serve({ ListLicenseConfigurations: [THROTTLED, LIST] });
    expect(await awsAt(server).call('license-manager:ListLicenseConfigurations', {})).toEqual(LIST.body);
    expect(server.sent).toHaveLength(2);
  });

  it('that throttles to the end is told by its own code, with its request id, as repeatable', async () => {
    const server = await serve({ ListLicenseConfigurations: [THROTTLED] });
    const fault = await faultOf(awsAt(server).call('license-manager:ListLicenseConfigurations', {}));
    expect(fault).toMatchObject({ code: 'ThrottlingException', requestId: 'req-1', retryable: true });
    expect(server.sent).toHaveLength(3);
  });

  it('that cuts the connection in the middle gives no half an answer', async () => {
    const server = await serve({ ListLicenseConfigurations: ['cut'] });
    const fault = await faultOf(awsAt(server).call('license-manager:ListLicenseConfigurations', {}));
    expect(fault).toMatchObject({ code: 'ConnectionFailed', retryable: true });
  });

  it('that cuts it once is asked again', async () => {
    const server = await serve({ ListLicenseConfigurations: ['cut', LIST] });
    expect(await awsAt(server).call('license-manager:ListLicenseConfigurations', {})).toEqual(LIST.body);
  });

  it('that stops in the middle of an answer is given up, and asked again', async () => {
    const server = await serve({ ListLicenseConfigurations: ['stall', LIST] });
    const aws = awsAt(server, { answerMs: 50 });
    expect(await aws.call('license-manager:ListLicenseConfigurations', {})).toEqual(LIST.body);
    expect(server.sent).toHaveLength(2);
  });

  it('that stops there each time is told as slow, exit code 7', async () => {
    const server = await serve({ ListLicenseConfigurations: ['stall'] });
    const aws = awsAt(server, { answerMs: 50, env: { ...CREDENTIALS, AWS_MAX_ATTEMPTS: '1' } });
    const fault = await faultOf(aws.call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.message).toContain('its answer stopped in the middle for 0.05 s');
    expect([exitOfCode(fault.code), fault.retryable]).toEqual([7, true]);
  });

  it('that stops there for longer than --timeout ends the call with exit code 7', async () => {
    const server = await serve({ ListLicenseConfigurations: ['stall'] });
    const fault = await faultOf(awsAt(server, { timeoutMs: 60 }).call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.message).toContain('was not answered within 0.06 s (--timeout)');
  });

  it('that is slower than --timeout ends the call with exit code 7', async () => {
    const server = await serve({ ListLicenseConfigurations: ['silence'] });
    const aws = awsAt(server, { timeoutMs: 60 });
    const fault = await faultOf(aws.call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.message).toContain('was not answered within 0.06 s (--timeout)');
    expect(exitOfCode(fault.code)).toBe(7);
  });
});

describe('what the live backend cannot do', () => {
  it('is said before anything is sent, in a dry run too: the operation exists in a sandbox only', async () => {
    const server = await serve({ GetCallerIdentity: [IDENTITY] });
    const aws = awsAt(server);
    const topic = { Name: 'alerts' };
    const only = (operation: string) => ({
      name: 'UsageError',
      message: expect.stringContaining(`${operation} exists in a sandbox only`),
    });
    await expect(aws.call('sns:ListTopics', {})).rejects.toMatchObject(only('sns:ListTopics'));
    await expect(aws.call('sns:CreateTopic', topic)).rejects.toMatchObject(only('sns:CreateTopic'));
    const rehearsed = aws.rehearse((call) => call('sns:CreateTopic', topic));
    await expect(rehearsed).rejects.toMatchObject(only('sns:CreateTopic'));
    expect(server.sent.map((one) => one.operation)).not.toContain('CreateTopic');
  });

  it('is a matter of the endpoint where that is no URL', async () => {
    const aws = awsAt({ endpoint: 'nonsense', sent: [] });
    const error = { name: 'UsageError', message: 'the endpoint "nonsense" is no URL' };
    await expect(aws.call('license-manager:ListLicenseConfigurations', {})).rejects.toMatchObject(error);
  });
});

describe('an error on the way', () => {
  const AROUND = { operation: 'ec2:DescribeImages', profile: undefined, timeoutMs: undefined };

  it.each([
    new TypeError("Cannot read properties of undefined (reading 'x')"),
    new RangeError('Maximum call stack size exceeded'),
    Object.assign(new TypeError('The "path" argument must be of type string'), { code: 'ERR_INVALID_ARG_TYPE' }),
  ])('of our own making is not told as a failed connection: $message', (bug) => {
    expect(translated(bug, AROUND)).toBe(bug);
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
    Object.assign(new TypeError('x is not iterable'), { $response: {} }),
    new SyntaxError('Unexpected end of JSON input'),
  ])('that the network or the answer made is: $message', (failure) => {
    expect(translated(failure, AROUND)).toMatchObject({ code: 'ConnectionFailed', retryable: true });
  });

  it('is told where a proxy answers with a page of its own', async () => {
    const server = await serve({ ListLicenseConfigurations: [{ body: '<html>please sign in</html>' }] });
    const fault = await faultOf(awsAt(server).call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.code).toBe('ConnectionFailed');
  });
});

describe('a launch whose answer is lost', () => {
  it('was sent with one client token each time, and the message names it', async () => {
    const server = await serve({ RunInstances: ['cut'] });
    const fault = await faultOf(awsAt(server).call('ec2:RunInstances', LAUNCH));
    const launches = server.sent.filter(({ operation }) => operation === 'RunInstances');
    const tokens = launches.map((one) => new URLSearchParams(one.body).get('ClientToken'));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(tokens.length).toBeGreaterThan(1);
    expect(fault.message).toContain('{"ClientToken": "token-1"}');
  });

  it('keeps the token that was given', async () => {
    const server = await serve({ RunInstances: [{ body: ec2('RunInstances', '<instancesSet/>') }] });
    await awsAt(server).call('ec2:RunInstances', { ...LAUNCH, ClientToken: 'mine' });
    const launch = server.sent.find(({ operation }) => operation === 'RunInstances');
    expect(new URLSearchParams(launch?.body).get('ClientToken')).toBe('mine');
  });

  it('that was refused outright names no token: nothing happened', async () => {
    const server = await serve({
      RunInstances: [{ status: 400, body: ec2Refusal('InvalidAMIID.NotFound', 'no such AMI') }],
      GetCallerIdentity: [IDENTITY],
    });
    const fault = await faultOf(awsAt(server).call('ec2:RunInstances', LAUNCH));
    expect(fault).toMatchObject({ code: 'InvalidAMIID.NotFound', message: 'no such AMI', requestId: 'req-1' });
  });
});

describe('alerts of a change', () => {
  const CONFIGURATION = { Name: 'sql', LicenseConfigurationArn: ARN, LicenseCountingType: 'vCPU', LicenseCount: 8 };
  const lower = { LicenseConfigurationArn: ARN, LicenseCount: 4 };
  const update = async (script: Parameters<typeof serve>[0]) => {
    const server = await serve({
      GetCallerIdentity: [IDENTITY],
      UpdateLicenseConfiguration: [{ body: {} }],
      ...script,
    });
    const aws = awsAt(server);
    await aws.call('license-manager:UpdateLicenseConfiguration', lower);
    return { server, alerts: aws.takeAlerts().map(({ id }) => id) };
  };

  it('are found before it is sent, since AWS’s answer carries none', async () => {
    const used = { body: { ...CONFIGURATION, ConsumedLicenses: 6 } };
    const { alerts, server } = await update({ GetLicenseConfiguration: [used] });
    expect(alerts).toEqual(['config-edit-lower-count']);
    expect(server.sent.map(({ operation }) => operation).at(-1)).toBe('UpdateLicenseConfiguration');
  });

  it('are none where nothing is amiss', async () => {
    expect((await update({ GetLicenseConfiguration: [{ body: CONFIGURATION }] })).alerts).toEqual([]);
  });

  it('hold nothing up: where the account may not be read, the change is sent all the same', async () => {
    const denied = { status: 400, body: refusal('AccessDeniedException', 'not authorized') };
    const { alerts, server } = await update({ GetLicenseConfiguration: [denied] });
    expect(alerts).toEqual([]);
    expect(server.sent.map(({ operation }) => operation)).toContain('UpdateLicenseConfiguration');
  });

  it('of a change that AWS refuses are not raised', async () => {
    const refused = { status: 400, body: refusal('InvalidParameterValueException', 'no') };
    const server = await serve({
      GetCallerIdentity: [IDENTITY],
      GetLicenseConfiguration: [{ body: { ...CONFIGURATION, ConsumedLicenses: 6 } }],
      UpdateLicenseConfiguration: [refused],
    });
    const aws = awsAt(server);
    await faultOf(aws.call('license-manager:UpdateLicenseConfiguration', lower));
    expect(aws.takeAlerts()).toEqual([]);
  });
});

describe('credentials', () => {
  it('that have expired exit 4 with the command that mends it', async () => {
    const expired = { status: 400, body: refusal('ExpiredTokenException', 'The security token has expired') };
    const server = await serve({ ListLicenseConfigurations: [expired] });
    const fault = await faultOf(awsAt(server).call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.message).toContain('The security token has expired. To fix: aws configure');
    expect(exitOfCode(fault.code)).toBe(4);
  });

  it('that are missing exit 4 as well, and nothing is sent', async () => {
    const server = await serve({});
    const aws = awsAt(server, { env: { AWS_REGION: 'us-east-1' }, profile: 'prod' });
    const fault = await faultOf(aws.call('license-manager:ListLicenseConfigurations', {}));
    expect(fault.message).toContain('aws configure --profile prod');
    expect(exitOfCode(fault.code)).toBe(4);
    expect(server.sent).toEqual([]);
  });

  it('say who calls, once, and where they come from', async () => {
    const server = await serve({ GetCallerIdentity: [IDENTITY] });
    const aws = awsAt(server);
    await Promise.all([aws.identify(), aws.identify()]);
    expect(aws.scope).toEqual({ account: '111122223333', region: 'us-east-1' });
    expect(aws.credentials).toBe('AWS_ACCESS_KEY_ID');
    expect(server.sent).toHaveLength(1);
  });

  it('of another account than was asked for are refused', async () => {
    const server = await serve({ GetCallerIdentity: [IDENTITY] });
    const fault = await faultOf(awsAt(server, { account: '222233334444' }).identify());
    expect(fault.message).toContain('belong to account 111122223333, and account 222233334444 was asked for');
    expect(exitOfCode(fault.code)).toBe(4);
  });

  it('of another account than was asked for read nothing either', async () => {
    const server = await serve({ GetCallerIdentity: [IDENTITY], ListLicenseConfigurations: [LIST] });
    const read = (account: string) => awsAt(server, { account }).call('license-manager:ListLicenseConfigurations', {});
    expect((await faultOf(read('222233334444'))).code).toBe('AccountMismatch');
    expect(server.sent.map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
    expect(await read('111122223333')).toEqual(LIST.body);
  });

  it('without a Region are a matter of the command line', async () => {
    const server = await serve({});
    const { AWS_REGION: _, ...env } = CREDENTIALS;
    await expect(awsAt(server, { env }).call('license-manager:ListLicenseConfigurations', {})).rejects.toMatchObject({
      name: 'UsageError',
      hint: expect.stringContaining('--region us-east-1'),
    });
  });

  it('take AWS_DEFAULT_REGION too', async () => {
    const server = await serve({ ListLicenseConfigurations: [LIST] });
    const { AWS_REGION: _, ...env } = CREDENTIALS;
    const aws = awsAt(server, { env: { ...env, AWS_DEFAULT_REGION: 'eu-west-1' } });
    await aws.call('license-manager:ListLicenseConfigurations', {});
    expect(server.sent[0]?.headers.authorization).toContain('/eu-west-1/');
  });
});

describe('several calls as one', () => {
  const NOT_FOUND = { status: 400, body: refusal('InvalidParameterValueException', 'no such resource') };

  it('are made in order, and a failure names what was done before it', async () => {
    const server = await serve({
      UpdateLicenseConfiguration: [{ body: {} }],
      UntagResource: [NOT_FOUND],
      GetCallerIdentity: [IDENTITY],
    });
    const fault = await faultOf(
      awsAt(server).atomically(async (call) => {
        await call('license-manager:UpdateLicenseConfiguration', { LicenseConfigurationArn: ARN, LicenseCount: 4 });
        await call('license-manager:UntagResource', { ResourceArn: ARN, TagKeys: ['team'] });
      }),
    );
    expect(fault.message).toContain(
      `Done before it, and not undone: license-manager:UpdateLicenseConfiguration ${ARN}. What was to come after it was not done`,
    );
  });

  it('after a launch, a failure names the machines that run, and asks nobody to repeat the launch', async () => {
    const launched =
      '<RunInstancesResponse><instancesSet><item><instanceId>i-1</instanceId><imageId>ami-1</imageId></item><item><instanceId>i-2</instanceId></item></instancesSet></RunInstancesResponse>';
    const server = await serve({
      RunInstances: [{ body: launched }],
      DescribeInstances: [
        {
          status: 503,
          body: '<Response><Errors><Error><Code>Unavailable</Code><Message>later</Message></Error></Errors></Response>',
        },
      ],
      GetCallerIdentity: [IDENTITY],
    });
    const aws = awsAt(server, { env: { ...CREDENTIALS, AWS_MAX_ATTEMPTS: '1' } });
    await aws.call('ec2:RunInstances', { ImageId: 'ami-1', MinCount: 2, MaxCount: 2 });
    const fault = await faultOf(aws.call('ec2:DescribeInstances', {}));
    expect([fault.code, fault.retryable]).toEqual(['Unavailable', false]);
    expect(fault.message).toBe(
      'later. Done before it, and not undone: ec2:RunInstances i-1, i-2. What was to come after it was not done',
    );
  });

  it('of which the first fails say nothing more', async () => {
    const server = await serve({ UntagResource: [NOT_FOUND], GetCallerIdentity: [IDENTITY] });
    const fault = await faultOf(
      awsAt(server).atomically((call) =>
        call('license-manager:UntagResource', { ResourceArn: ARN, TagKeys: ['team'] }),
      ),
    );
    expect(fault.message).toBe('no such resource');
  });
});
