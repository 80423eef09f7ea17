import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'sns'> = {
  'sns:CreateTopic': () => import('./CreateTopic.ts'),
  'sns:ListTopics': () => import('./ListTopics.ts'),
  'sns:DeleteTopic': () => import('./DeleteTopic.ts'),
  'sns:Publish': () => import('./Publish.ts'),
};
