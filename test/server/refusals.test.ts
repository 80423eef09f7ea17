import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveSandbox } from '../clients/server.ts';
import { form, json, post, signature } from './raw.ts';

/** What is answered to a request that no operation ever sees, protocol by protocol; each row has its near miss. */

let served: Served;
beforeAll(async () => {
  served = await serveSandbox();
});
afterAll(async () => {
  expect(served.troubles).toEqual([]);
  await served.stop();
});

const LIST = 'AWSLicenseManager.ListLicenseConfigurations';
const CREATE = 'AWSLicenseManager.CreateLicenseConfiguration';
const HOSTS = 'Action=DescribeHosts&Version=2016-11-15';
const WHO = 'Action=GetCallerIdentity&Version=2011-06-15';

describe('AWS JSON 1.1', () => {
  it.each([
    ['an operation it does not have', 'AWSLicenseManager.MakeCoffee', '{}', 'UnknownOperationException'],
    ['a service it does not have', 'AmazonSQS.ListQueues', '{}', 'UnknownOperationException'],
    ['a target without a dot', 'ListLicenseConfigurations', '{}', 'UnknownOperationException'],
    ['a body that is no JSON', LIST, '{"MaxResults": ', 'SerializationException'],
    ['a body that is no object', LIST, '[]', 'SerializationException'],
    ['a text for a number', LIST, '{"MaxResults":"ten"}', 'SerializationException'],
    ['a fraction for a whole number', LIST, '{"MaxResults":1.5}', 'SerializationException'],
    ['a number for a text', LIST, '{"NextToken":1}', 'SerializationException'],
    ['a text for a list', LIST, '{"LicenseConfigurationArns":"arn"}', 'SerializationException'],
    ['a list for a structure', LIST, '{"Filters":[[]]}', 'SerializationException'],
    ['a text for a truth', CREATE, '{"LicenseCountHardLimit":"true"}', 'SerializationException'],
    ['a missing member', CREATE, '{"Name":"a"}', 'InvalidParameterValueException'],
    ['a word that is no choice', CREATE, '{"Name":"a","LicenseCountingType":"GPU"}', 'InvalidParameterValueException'],
    ['an unknown member', LIST, '{"Maximum":1}', 'InvalidParameterValueException'],
  ])('%s', async (_, target, body, code) => {
    const { status, headers, text } = await json(served, target, body);
    expect([status, headers.get('content-type'), headers.get('x-amzn-errortype')]).toEqual([
      400,
      'application/x-amz-json-1.1',
      code,
    ]);
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(text)).toEqual({ __type: code, message: expect.stringMatching(/\w/) });
  });

  it.each([
    ['no body at all', ''],
    ['an empty object', '{}'],
    ['null for an absent member', '{"MaxResults":null}'],
  ])('takes %s', async (_, body) => {
    expect((await json(served, LIST, body)).status).toBe(200);
  });

  it('names the member that has the wrong type', async () => {
    const { text } = await json(served, LIST, '{"Filters":[{"Name":1}]}');
    expect(JSON.parse(text).message).toBe('Filters[0].Name: NUMBER_VALUE can not be converted to a String');
  });
});

describe('EC2 Query', () => {
  it.each([
    ['an operation it does not have', 'Action=MakeCoffee&Version=2016-11-15', 'InvalidAction', 400],
    ['no operation', 'Version=2016-11-15', 'InvalidAction', 400],
    ['a broken escape', `${HOSTS}&HostId.1=%zz`, 'MalformedQueryString', 400],
    ['an empty word in a name', `${HOSTS}&HostId..1=h-1`, 'MalformedQueryString', 400],
    ['a parameter given twice', `${HOSTS}&MaxResults=5&MaxResults=6`, 'MalformedQueryString', 400],
    ['a text for a number', `${HOSTS}&MaxResults=ten`, 'InvalidParameterValue', 400],
    ['a number beyond 32 bits', `${HOSTS}&MaxResults=2147483648`, 'InvalidParameterValue', 400],
    ['a text for a truth', 'Action=DescribeInstances&Version=2016-11-15&DryRun=1', 'InvalidParameterValue', 400],
    ['a text for a list', `${HOSTS}&HostId=h-1`, 'InvalidParameterValue', 400],
    ['a list with words for numbers', `${HOSTS}&HostId.one=h-1`, 'InvalidParameterValue', 400],
    ['members where a text belongs', `${HOSTS}&NextToken.1=a`, 'InvalidParameterValue', 400],
    ['a missing member', 'Action=StopInstances&Version=2016-11-15', 'MissingParameter', 400],
    ['an unknown parameter', `${HOSTS}&Colour=red`, 'UnknownParameter', 400],
  ])('%s', async (_, body, code, expected) => {
    const { status, headers, text } = await form(served, 'ec2', body);
    expect([status, headers.get('content-type')]).toEqual([expected, 'text/xml;charset=UTF-8']);
    const error = `<Errors><Error><Code>${code}</Code><Message>`;
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<Response>/);
    expect(text).toContain(error);
    expect(text).toMatch(/<RequestID>[0-9a-f-]{36}<\/RequestID><\/Response>$/);
  });

  it.each([
    ['a list whose numbers have gaps', `${HOSTS}&Filter.2.Name=state&Filter.2.Value.7=available`],
    ['truth in capitals, as Python writes it', 'Action=DescribeInstances&Version=2016-11-15&DryRun=False'],
    ['the parameters of an older signature', `${HOSTS}&SignatureVersion=2&Timestamp=2026-11-21T03%3A00%3A00Z`],
    ['a blank written as plus', `${HOSTS}&Filter.1.Name=tag:a+b&Filter.1.Value.1=c`],
  ])('takes %s', async (_, body) => {
    expect((await form(served, 'ec2', body)).status).toBe(200);
  });
});

describe('AWS Query', () => {
  it.each([
    ['an operation it does not have', 'Action=MakeCoffee&Version=2011-06-15', 'InvalidAction'],
    ['an unknown parameter', `${WHO}&Colour=red`, 'ValidationError'],
  ])('%s', async (_, body, code) => {
    const { status, text } = await form(served, 'sts', body);
    expect(status).toBe(400);
    expect(text).toContain(
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>',
    );
    expect(text).toContain(`<Code>${code}</Code>`);
  });

  it('answers who calls', async () => {
    const { status, text } = await form(served, 'sts', WHO);
    expect(status).toBe(200);
    expect(text).toContain('<GetCallerIdentityResult>');
    expect(text).toContain('<Account>111122223333</Account>');
  });
});

describe('REST JSON', () => {
  const asked = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${served.endpoint}${path}`, { method: 'POST', headers, body: '{}' });
    return { answer, body: JSON.parse(await answer.text()) };
  };
  const signed = (service: string, key?: string) => ({ authorization: signature(service, key) });

  it.each([
    ['a path that the service does not have', '/coffee', signed('resource-groups'), 404, 'UnknownOperationException'],
    ['no path', '/', signed('ram'), 404, 'UnknownOperationException'],
  ])('%s', async (_, path, headers, status, code) => {
    const { answer, body } = await asked(path, headers);
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([status, code]);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({ message: expect.stringMatching(/\w/) });
  });
});

describe('credentials', () => {
  const who = (authorization?: string) =>
    post(served, { ...(authorization ? { authorization } : {}) }, WHO).then(({ status, text }) => ({
      status,
      code: /<Code>(\w+)</.exec(text)?.[1],
    }));

  it.each([
    ['none', undefined, 403, 'MissingAuthenticationToken'],
    ['of another kind', 'Basic YTpi', 400, 'IncompleteSignature'],
    ['without a scope', 'AWS4-HMAC-SHA256 SignedHeaders=host', 400, 'IncompleteSignature'],
    ['with half a scope', signature('sts').replace('/aws4_request', ''), 400, 'IncompleteSignature'],
    ['for no Region', signature('sts', '111122223333', 'moon'), 400, 'IncompleteSignature'],
    ['for another service', signature('ec2'), 403, 'SignatureDoesNotMatch'],
    ['of an account that is not here', signature('sts', '999999999999'), 403, 'InvalidClientTokenId'],
    ['of a known account', signature('sts', '222233334444'), 200, undefined],
    ['of nobody in particular', signature('sts', 'AKIAIOSFODNN7EXAMPLE'), 200, undefined],
  ])('%s', async (_, authorization, status, code) => {
    expect(await who(authorization)).toEqual({ status, code });
  });

  it('may stand in the query instead', async () => {
    const credential = encodeURIComponent('222233334444/20261121/us-east-1/sts/aws4_request');
    const answer = await fetch(`${served.endpoint}/?${WHO}&X-Amz-Credential=${credential}`);
    expect(await answer.text()).toContain('<Account>222233334444</Account>');
  });

  it('name the Region of the call', async () => {
    const create = (region: string) =>
      post(
        served,
        { authorization: signature('license-manager', '111122223333', region), 'x-amz-target': CREATE },
        '{"Name":"here","LicenseCountingType":"vCPU"}',
      );
    expect((await create('eu-west-1')).text).toContain('arn:aws:license-manager:eu-west-1:111122223333:');
  });
});

describe('web pages', () => {
  const asked = (headers: Readonly<Record<string, string>>) =>
    post(served, { authorization: signature('license-manager'), 'x-amz-target': LIST, ...headers }, '{}');

  it.each([
    ['a request that a page sends', { origin: 'https://example.com' }],
    ['a request of a page without an origin', { origin: 'null' }],
  ])('%s is not answered', async (_, headers) => {
    const { status, text } = await asked(headers);
    expect([status, JSON.parse(text).__type]).toEqual([403, 'AccessDeniedException']);
  });

  it('the same request of a program is', async () => {
    expect((await asked({ 'user-agent': 'aws-cli' })).status).toBe(200);
  });
});
