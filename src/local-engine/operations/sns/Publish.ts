import type { MessageAttributeValue, PublishCommandInput } from '@aws-sdk/client-sns';
import type { Scope } from '../../../contract/ports.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { defaultMessage } from '../../../validation/topic-message.ts';
import { publish } from '../../ledger/publish.ts';
import { operation } from '../../operation.ts';
import type { ScopedStore } from '../../store/store.ts';
import { TOPIC_ARN_CONSTRAINTS, topicNamed } from '../topic.ts';

/**
 * The message leaves the sandbox as an alert does, beside its file; nothing is sent anywhere else.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export default operation({
  name: 'sns:Publish',
  access: 'write',
  sends: true,
  constraints: [
    'sns-publish-target',
    'sns-sms-not-modelled',
    ...TOPIC_ARN_CONSTRAINTS,
    'sns-fifo-not-modelled',
    'sns-message-empty',
    'sns-message-length',
    'sns-message-structure',
    'sns-subject',
    'sns-message-attribute',
    'sns-topic-not-found',
  ],
  run(tx, input, { here, now, ids, scope }) {
    const { Message: whole = '', Subject: subject = '', MessageStructure: structure } = input;
    const topicArn = targetOf(input, here, scope);
    const messageId = ids.uuid();
    const message = structure === 'json' ? (defaultMessage(whole) ?? '') : whole;
    publish(tx, { topicArn, messageId, subject, message, attributes: attributesOf(input), at: now });
    return { MessageId: messageId };
  },
});

/** The topic that a publication goes to. @throws Refused */
function targetOf(input: PublishCommandInput, here: ScopedStore, scope: Scope): string {
  const { TopicArn, TargetArn, PhoneNumber, Message: message = '', Subject: subject } = input;
  const targets = [TopicArn, TargetArn, PhoneNumber].filter((target) => target !== undefined);
  guard(
    check('sns-publish-target', { targets: targets.length }),
    check('sns-sms-not-modelled', { byPhone: PhoneNumber !== undefined }),
  );
  const arn = TopicArn ?? TargetArn ?? '';
  const name = topicNamed(arn, scope);
  guard(
    check('sns-fifo-not-modelled', { name, fifo: false, deduplication: input.MessageDeduplicationId }),
    check('sns-message-empty', { message }),
    check('sns-message-length', { message }),
    check('sns-message-structure', { structure: input.MessageStructure, message }),
    check('sns-subject', { subject }),
    check('sns-message-attribute', { attributes: input.MessageAttributes ?? {} }),
    check('sns-topic-not-found', { arn, found: here.topics.find(name) !== undefined }),
  );
  return arn;
}

function attributesOf({ MessageAttributes = {} }: PublishCommandInput) {
  const entries = Object.entries(MessageAttributes);
  return Object.fromEntries(entries.map(([name, one]) => [name, { type: one.DataType ?? '', value: textOf(one) }]));
}

const textOf = ({ StringValue, BinaryValue = new Uint8Array() }: MessageAttributeValue): string =>
  StringValue ?? btoa(Array.from(BinaryValue, (byte) => String.fromCharCode(byte)).join(''));
