import type { Violation } from '../../../contract/decision.ts';
import { describe } from '../../../validation/catalogue/index.ts';
import { operation } from '../../operation.ts';
import { foundGroup, GROUP_CONSTRAINTS, groupSettings } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_GetGroupConfiguration.html */
export default operation({
  name: 'resource-groups:GetGroupConfiguration',
  access: 'read',
  decides: true,
  constraints: GROUP_CONSTRAINTS,
  run(tx, input, context) {
    const row = foundGroup(tx, input, context);
    const { proposed, failureReason } = row;
    return {
      GroupConfiguration: {
        ...groupSettings(row),
        ...(proposed === undefined ? {} : { ProposedConfiguration: JSON.parse(proposed) }),
        ...(failureReason === undefined ? {} : { FailureReason: reasonOf(JSON.parse(failureReason)) }),
      },
    };
  },
});

const reasonOf = (violations: readonly Violation[]): string =>
  violations.map((violation) => `${describe(violation).message} (${violation.id})`).join('; ');
