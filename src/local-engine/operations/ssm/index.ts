import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'ssm'> = {
  'ssm:PutInventory': () => import('./PutInventory.ts'),
  'ssm:GetInventory': () => import('./GetInventory.ts'),
  'ssm:ListInventoryEntries': () => import('./ListInventoryEntries.ts'),
  'ssm:DescribeInstanceInformation': () => import('./DescribeInstanceInformation.ts'),
  'ssm:DeregisterManagedInstance': () => import('./DeregisterManagedInstance.ts'),
};
