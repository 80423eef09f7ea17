import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { SPECIFIED_CONSTRAINTS, specified } from '../specified.ts';
import { tagsFor } from '../tags.ts';
import { templateAnswer } from '../template.ts';

/**
 * Makes a launch template, its version 1 the default. License configurations in it are looked up now, so that a launch from
 * it does not fail later. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html
 */
export default operation({
  name: 'ec2:CreateLaunchTemplate',
  access: 'write',
  decides: true,
  constraints: [
    'template-name-syntax',
    'template-name-in-use',
    ...TAG_CONSTRAINTS,
    ...SPECIFIED_CONSTRAINTS,
    'client-token-mismatch',
  ],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { here, ids, now, scope } = context;
    const { LaunchTemplateName: name = '', LaunchTemplateData: data = {} } = input;
    const tags = tagsFor('launch-template', input.TagSpecifications);
    guard(
      check('template-name-syntax', input),
      check('template-name-in-use', { LaunchTemplateName: name, taken: here.templates.named(name) !== undefined }),
      tagViolations(tags),
    );
    specified(tx, data.LicenseSpecifications, context);
    const template = { id: ids.next('lt'), name, createdAt: now, defaultVersion: 1, latestVersion: 1 };
    const key = here.templates.insert(template);
    const description = input.VersionDescription;
    here.templates.addVersion(key, { version: 1, description, data: JSON.stringify(data), createdAt: now });
    tx.tags.put([template.id], tags);
    return { LaunchTemplate: templateAnswer(tx, { ...template, key }, scope) };
  },
});
