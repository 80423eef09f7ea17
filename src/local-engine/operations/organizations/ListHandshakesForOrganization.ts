import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import type { HandshakeRow } from '../../store/tables/handshakes.ts';
import { handshakeAnswer } from '../handshake.ts';
import { MANAGED, managed, PAGE } from '../organization.ts';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListHandshakesForOrganization.html */
export default operation({
  name: 'organizations:ListHandshakesForOrganization',
  access: 'read',
  constraints: [...MANAGED, 'page-token-invalid'],
  run(tx, input, context) {
    const { scope, now } = context;
    const organization = managed(tx, context);
    const { ActionType: action } = input.Filter ?? {};
    const wanted = (row: HandshakeRow) => action === undefined || row.action === action;
    const page = pageOf(
      { operation: 'ListHandshakesForOrganization', scope, filters: action, token: input.NextToken },
      input.MaxResults ?? PAGE,
      (after, limit) =>
        tx.organizations.handshakes
          .after(organization.key, Number(after?.[0] ?? 0), Number.MAX_SAFE_INTEGER)
          .filter(wanted)
          .slice(0, limit),
      ({ key }) => [key],
    );
    return {
      Handshakes: page.rows.map((row) => handshakeAnswer(tx, organization, row, now)),
      NextToken: page.nextToken,
    };
  },
});
