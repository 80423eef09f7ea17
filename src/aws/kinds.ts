import type { OperationName } from '../contract/operations.ts';

/** Whether an operation only reads; AWS names those Get, List and Describe. */
export const isRead = (operation: OperationName): boolean => /:(Get|List|Describe)[A-Z]/.test(operation);
