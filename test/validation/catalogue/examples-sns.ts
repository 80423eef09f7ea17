import type { snsRows } from '../../../src/validation/catalogue/sns.ts';
import type { Examples } from './example.ts';

const ARN = 'arn:aws:sns:us-east-1:111122223333:alerts';

/** Topics and what is published to them. */
export const snsExamples: Examples<typeof snsRows> = {
  'sns-topic-name': {
    breaks: { name: 'al.erts' },
    says: '"al.erts" is no name for a topic; it has 7 characters, allowed 1 to 256',
    holds: { name: 'n'.repeat(256) },
  },
  'sns-fifo-not-modelled': {
    breaks: { name: 'alerts.fifo', fifo: false, deduplication: undefined },
    says: 'the topic alerts.fifo is for FIFO topics, which a sandbox does not have',
    holds: { name: 'alerts-fifo', fifo: false, deduplication: undefined },
  },
  'sns-topic-differs': {
    breaks: { name: 'alerts', part: 'tags', given: { team: 'a' }, kept: { team: 'b' } },
    says: 'the topic alerts exists already with other tags: team',
    holds: { name: 'alerts', part: 'tags', given: {}, kept: { team: 'b' } },
  },
  'sns-topic-arn': {
    breaks: { arn: ARN, region: 'eu-west-1' },
    says: `"${ARN}" is not the ARN of a topic in eu-west-1`,
    holds: { arn: ARN, region: 'us-east-1' },
  },
  'sns-topic-owner': {
    breaks: { arn: ARN, account: '222233334444' },
    says: `the topic ${ARN} belongs to account 111122223333, not to 222233334444`,
    holds: { arn: ARN, account: '111122223333' },
  },
  'sns-topic-not-found': {
    breaks: { arn: ARN, found: false },
    says: `there is no topic ${ARN}`,
    holds: { arn: ARN, found: true },
  },
  'sns-publish-target': {
    breaks: { targets: 2 },
    says: 'the message names 2 places to go to, and needs 1',
    holds: { targets: 1 },
  },
  'sns-sms-not-modelled': {
    breaks: { byPhone: true },
    says: 'a sandbox sends no text messages',
    holds: { byPhone: false },
  },
  'sns-message-empty': { breaks: { message: '' }, says: 'the message is empty', holds: { message: ' ' } },
  'sns-message-length': {
    breaks: { message: `${'x'.repeat(262_143)}é` },
    says: 'the message has 262145 bytes, at most 262144',
    holds: { message: `${'x'.repeat(262_142)}é` },
  },
  'sns-message-structure': {
    breaks: { structure: 'json', message: '{"default":1}' },
    says: 'the message is not a JSON object with a text as "default"',
    holds: { structure: 'json', message: '{"default":"1"}' },
  },
  'sns-subject': {
    breaks: { subject: 's'.repeat(100) },
    says: 'the subject has 100 characters, of which SNS takes fewer than 100, in one line of ASCII',
    holds: { subject: 's'.repeat(99) },
  },
  'sns-message-attribute': {
    breaks: { attributes: { cores: { DataType: 'Number', StringValue: 'four' } } },
    says: 'the attribute cores has the type "Number" and no value that fits it',
    holds: { attributes: { cores: { DataType: 'Number.int', StringValue: '4' } } },
  },
};
