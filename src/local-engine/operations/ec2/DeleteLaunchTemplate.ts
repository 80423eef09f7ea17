import { operation } from '../../operation.ts';
import { ONE_TEMPLATE, oneTemplate, templateAnswer } from '../template.ts';

/** Deletes a launch template with all its versions. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteLaunchTemplate.html */
export default operation({
  name: 'ec2:DeleteLaunchTemplate',
  access: 'write',
  constraints: ONE_TEMPLATE,
  run(tx, input, context) {
    const template = oneTemplate(input, context);
    const LaunchTemplate = templateAnswer(tx, template, context.scope);
    context.here.templates.delete(template.id);
    tx.tags.removeAll(template.id);
    return { LaunchTemplate };
  },
});
