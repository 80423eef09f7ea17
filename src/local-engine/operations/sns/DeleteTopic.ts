import { operation } from '../../operation.ts';
import { TOPIC_ARN_CONSTRAINTS, topicNamed } from '../topic.ts';

/**
 * A topic that is not there is deleted already.
 * https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
 */
export default operation({
  name: 'sns:DeleteTopic',
  access: 'write',
  constraints: [...TOPIC_ARN_CONSTRAINTS],
  run(_tx, { TopicArn: arn = '' }, { here, scope }) {
    here.topics.delete(topicNamed(arn, scope));
    return {};
  },
});
