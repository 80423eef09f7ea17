import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsAt } from './aws.ts';
import { textOf } from './members.ts';
import { awsCommand, isLeftOut } from './programs.ts';
import { ACCOUNT, REGION, type Served, serveSandbox } from './server.ts';

const ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:aws-license-manager-service-alerts`;

/** The `aws` command makes a topic and publishes to it: each test goes on where the last one stopped. */
describe.skipIf(isLeftOut(awsCommand))('aws sns', () => {
  let served: Served;
  const sns = (words: string, options?: Readonly<Record<string, string | object>>) =>
    awsAt(served.endpoint)(`sns ${words}`, options);

  beforeAll(async () => {
    served = await serveSandbox();
  });
  afterAll(async () => {
    expect(served.troubles).toEqual([]);
    await served.stop();
  });

  it('makes a topic once, however often it is asked', async () => {
    const name = { name: 'aws-license-manager-service-alerts' };
    const first = await sns('create-topic', { ...name, tags: [{ Key: 'team', Value: 'billing' }] });
    expect(textOf(first.value, 'TopicArn')).toBe(ARN);
    expect(textOf((await sns('create-topic', name)).value, 'TopicArn')).toBe(ARN);
    expect((await sns('list-topics')).value).toEqual({ Topics: [{ TopicArn: ARN }] });
    expect((await sns('create-topic', { name: 'al.erts' })).code).toBe('InvalidParameter');
  });

  it('delivers a message into the file beside the sandbox, with the topic', async () => {
    const { value } = await sns('publish', {
      'topic-arn': ARN,
      subject: 'Licences',
      message: 'two cores & "more" are short',
      'message-attributes': { cores: { DataType: 'Number', StringValue: '2' } },
    });
    const lines = readFileSync(alerts(), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        kind: 'publication',
        topicArn: ARN,
        messageId: textOf(value, 'MessageId'),
        subject: 'Licences',
        message: 'two cores & "more" are short',
        attributes: { cores: { type: 'Number', value: '2' } },
      },
    ]);
  });

  it('deletes it, and then knows it no more', async () => {
    expect((await sns('delete-topic', { 'topic-arn': ARN })).exit).toBe(0);
    expect((await sns('delete-topic', { 'topic-arn': ARN })).exit).toBe(0);
    expect((await sns('publish', { 'topic-arn': ARN, message: 'hello' })).code).toBe('NotFound');
    expect((await sns('publish', { 'topic-arn': 'nonsense', message: 'hello' })).code).toBe('InvalidParameter');
  });

  const alerts = () => join(served.home, 'served.alerts.jsonl');
});
