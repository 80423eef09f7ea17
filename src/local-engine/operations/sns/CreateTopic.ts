import { topicArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';

/**
 * Makes a topic, or answers with the one that has the name. Its attributes are kept and compared; in a sandbox they do nothing.
 * https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export default operation({
  name: 'sns:CreateTopic',
  access: 'write',
  constraints: ['sns-fifo-not-modelled', 'sns-topic-name', ...TAG_CONSTRAINTS, 'sns-topic-differs'],
  run(_tx, { Name: name = '', Attributes = {}, Tags, DataProtectionPolicy }, { here, scope }) {
    const attributes = { ...Attributes, ...(DataProtectionPolicy === undefined ? {} : { DataProtectionPolicy }) };
    const tags = Object.fromEntries((Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
    guard(
      check('sns-fifo-not-modelled', { name, fifo: Attributes['FifoTopic'] === 'true', deduplication: undefined }),
      check('sns-topic-name', { name }),
      tagViolations(Tags),
    );
    const present = here.topics.find(name);
    if (present === undefined) here.topics.insert({ name, attributes, tags });
    else
      guard(
        check('sns-topic-differs', {
          name,
          part: 'attributes',
          given: attributes,
          kept: present.attributes,
        }),
        check('sns-topic-differs', { name, part: 'tags', given: tags, kept: present.tags }),
      );
    return { TopicArn: topicArn(scope, name) };
  },
});
