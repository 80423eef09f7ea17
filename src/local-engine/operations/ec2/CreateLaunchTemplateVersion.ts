import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { operation } from '../../operation.ts';
import { SPECIFIED_CONSTRAINTS, specified } from '../specified.ts';
import { ONE_TEMPLATE, oneTemplate, oneVersion, versionAnswer } from '../template.ts';

/**
 * Adds a version. With SourceVersion it begins as that version, and each member of the request replaces the source's.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplateVersion.html
 */
export default operation({
  name: 'ec2:CreateLaunchTemplateVersion',
  access: 'write',
  decides: true,
  constraints: [...ONE_TEMPLATE, 'template-version-not-found', ...SPECIFIED_CONSTRAINTS, 'client-token-mismatch'],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { here, now, scope } = context;
    const template = oneTemplate(input, context);
    const source: RequestLaunchTemplateData =
      input.SourceVersion === undefined ? {} : JSON.parse(oneVersion(template, input.SourceVersion, context).data);
    const data = { ...source, ...input.LaunchTemplateData };
    specified(tx, data.LicenseSpecifications, context);
    const row = {
      version: template.latestVersion + 1,
      description: input.VersionDescription,
      data: JSON.stringify(data),
      createdAt: now,
    };
    here.templates.addVersion(template.key, row);
    return { LaunchTemplateVersion: versionAnswer(template, row, scope) };
  },
});
