import { topicArn } from '../../../validation/arns.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html */
export default operation({
  name: 'sns:ListTopics',
  access: 'read',
  constraints: ['page-token-invalid'],
  run(_tx, { NextToken: token }, { here, scope }) {
    const page = pageOf(
      { operation: 'ListTopics', scope, filters: undefined, token },
      PAGE,
      (after, limit) => here.topics.namesAfter(String(after?.[0] ?? ''), limit),
      (name) => [name],
    );
    return { Topics: page.rows.map((name) => ({ TopicArn: topicArn(scope, name) })), NextToken: page.nextToken };
  },
});
