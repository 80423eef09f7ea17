import { changeViolations } from '../../../validation/group-change.ts';
import { guard } from '../../../validation/guard.ts';
import { hostGroupSettings } from '../../../validation/host-group.ts';
import { SETTINGS_CONSTRAINTS, settingsViolations } from '../../../validation/licensing/decide-group.ts';
import { applyMoment } from '../../moments.ts';
import { operation } from '../../operation.ts';
import { groupFact, OWN_GROUP_CONSTRAINTS, ownGroup } from '../group.ts';

/**
 * New settings are proposed, and the schedule applies them; another proposal before that takes the place of the first.
 * https://docs.aws.amazon.com/ARG/latest/APIReference/API_PutGroupConfiguration.html
 */
export default operation({
  name: 'resource-groups:PutGroupConfiguration',
  access: 'write',
  decides: true,
  constraints: [...OWN_GROUP_CONSTRAINTS, ...SETTINGS_CONSTRAINTS, 'hrg-host-limit', 'hrg-family-removal'],
  run(tx, input, context) {
    const { Configuration = [] } = input;
    const row = ownGroup(tx, input, context);
    guard(settingsViolations(input, context.world));
    const { running } = groupFact(row, context);
    guard(
      changeViolations(
        { group: row.name, present: tx.members.count(row.key), running },
        hostGroupSettings(Configuration),
      ),
    );
    tx.members.propose(row.key, JSON.stringify(Configuration), applyMoment(context.now));
    return {};
  },
});
