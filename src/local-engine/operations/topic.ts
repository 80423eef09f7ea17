import type { Scope } from '../../contract/ports.ts';
import { parseTopicArn } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';

/** What an ARN that names a topic can be refused with. */
export const TOPIC_ARN_CONSTRAINTS = ['sns-topic-arn', 'sns-topic-owner'] as const;

/**
 * The name of a topic of the caller's, whether or not it is there.
 * @throws Refused (sns-topic-arn, sns-topic-owner)
 */
export function topicNamed(arn: string, { account, region }: Scope): string {
  const topic = parseTopicArn(arn);
  guard(check('sns-topic-arn', { arn, region }));
  guard(check('sns-topic-owner', { arn, account }));
  return topic?.name ?? '';
}
