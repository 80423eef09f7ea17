import type * as sns from '@aws-sdk/client-sns';
import type { Operation } from './operation.ts';

/** Topics and what is published to them: a part of the list of operations. */
export interface SnsOperations {
  'sns:CreateTopic': Operation<sns.CreateTopicCommandInput, sns.CreateTopicCommandOutput>;
  'sns:ListTopics': Operation<sns.ListTopicsCommandInput, sns.ListTopicsCommandOutput>;
  'sns:DeleteTopic': Operation<sns.DeleteTopicCommandInput, sns.DeleteTopicCommandOutput>;
  'sns:Publish': Operation<sns.PublishCommandInput, sns.PublishCommandOutput>;
}
