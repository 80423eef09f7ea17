import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'sts'> = {
  'sts:GetCallerIdentity': () => import('./GetCallerIdentity.ts'),
};
