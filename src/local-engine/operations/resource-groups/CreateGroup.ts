import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { SETTINGS_CONSTRAINTS, settingsViolations } from '../../../validation/licensing/decide-group.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { groupAnswer, groupArnOf, groupSettings, ownGroup, tagMap, tagRows } from '../group.ts';

/** https://docs.aws.amazon.com/ARG/latest/APIReference/API_CreateGroup.html */
export default operation({
  name: 'resource-groups:CreateGroup',
  access: 'write',
  decides: true,
  constraints: [
    'hrg-name-format',
    'hrg-description-format',
    ...TAG_CONSTRAINTS,
    ...SETTINGS_CONSTRAINTS,
    'hrg-name-in-use',
  ],
  run(tx, input, context) {
    const { here, now, world } = context;
    const { Name = '', Description, Configuration = [], Criticality, Owner, DisplayName } = input;
    const tags = tagRows(input.Tags);
    guard(
      [...check('hrg-name-format', { Name }), ...check('hrg-description-format', { Description })],
      tagViolations(tags),
      settingsViolations(input, world),
      check('hrg-name-in-use', { taken: here.groups.named(Name)?.name }),
    );
    here.groups.insert({
      name: Name,
      description: Description,
      criticality: Criticality,
      owner: Owner,
      displayName: DisplayName,
      configuration: JSON.stringify(Configuration),
      createdAt: now,
    });
    const row = ownGroup(tx, { Group: Name }, context);
    tx.tags.put([groupArnOf(row)], tags);
    return {
      Group: groupAnswer(row),
      GroupConfiguration: groupSettings(row),
      ...(tags.length === 0 ? {} : { Tags: tagMap(tags) }),
    };
  },
});
