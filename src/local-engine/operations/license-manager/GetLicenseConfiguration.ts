import { operation } from '../../operation.ts';
import { described, visible } from '../configuration.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_GetLicenseConfiguration.html */
export default operation({
  name: 'license-manager:GetLicenseConfiguration',
  access: 'read',
  constraints: ['config-not-found', 'config-region-scoped'],
  run(tx, input, context) {
    const row = visible(tx, input.LicenseConfigurationArn, context);
    return { ...described(tx, row), Tags: [...tx.tags.of(row.id)] };
  },
});
