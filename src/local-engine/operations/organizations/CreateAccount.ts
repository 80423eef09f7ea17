import { accountReady } from '../../moments.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import { requestAnswer } from '../account-request.ts';
import { MANAGED, managed } from '../organization.ts';

/**
 * The account is made a minute later; until then, and of what became of it, DescribeCreateAccountStatus tells.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
 */
export default operation({
  name: 'organizations:CreateAccount',
  access: 'write',
  constraints: MANAGED,
  run(tx, input, context) {
    const { ids, now } = context;
    const { key } = managed(tx, context);
    const id = ids.next('car');
    tx.organizations.requests.insert({
      id,
      organizationKey: key,
      name: input.AccountName ?? '',
      email: input.Email ?? '',
      requestedAt: now,
      dueAt: accountReady(now),
      account: freeAccount(tx, context),
    });
    const request = tx.organizations.requests.find(key, id);
    return request === undefined ? {} : { CreateAccountStatus: requestAnswer(request) };
  },
});

function freeAccount(tx: Tx, { ids }: Pick<Context, 'ids'>): string {
  const id = ids.accountId();
  return tx.sandbox.account(id) === undefined ? id : freeAccount(tx, { ids });
}
