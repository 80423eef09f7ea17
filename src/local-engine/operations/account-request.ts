import type { CreateAccountStatus } from '@aws-sdk/client-organizations';
import type { AccountRequestRow } from '../store/tables/account-requests.ts';

/** A request for an account as the service shows it; the account's id only once there is one. */
export function requestAnswer(row: AccountRequestRow): CreateAccountStatus {
  const { id, name, requestedAt, completedAt, account, failureReason } = row;
  return {
    Id: id,
    AccountName: name,
    State: stateOf(row),
    RequestedTimestamp: new Date(requestedAt),
    ...(completedAt === undefined ? {} : { CompletedTimestamp: new Date(completedAt) }),
    ...(completedAt === undefined || account === undefined ? {} : { AccountId: account }),
    ...(failureReason === undefined ? {} : { FailureReason: failureReason }),
  };
}

function stateOf({ completedAt, failureReason }: AccountRequestRow): 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' {
  if (completedAt === undefined) return 'IN_PROGRESS';
  return failureReason === undefined ? 'SUCCEEDED' : 'FAILED';
}
