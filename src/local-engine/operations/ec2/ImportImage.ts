import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { DEFAULT_QUOTAS } from '../../../validation/quotas.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { LICENSE_TYPE, platformOf, usageOperation } from '../../../validation/usage-operations.ts';
import { associate } from '../../ledger/association.ts';
import { operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import { arnOf } from '../configuration.ts';
import { SPECIFIED_CONSTRAINTS, specified } from '../specified.ts';
import { tagsFor } from '../tags.ts';

/**
 * Imports a machine as an AMI; here the task is complete at once. ImportImage has no member for a name: AWS calls the AMI
 * after the task, import-ami-…. Beyond AWS's call, a sandbox takes the name from the task's tag Name, where there is one.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportImage.html
 */
export default operation({
  name: 'ec2:ImportImage',
  access: 'write',
  decides: true,
  constraints: [
    'ami-import-values',
    'ami-import-operation',
    ...TAG_CONSTRAINTS,
    ...SPECIFIED_CONSTRAINTS,
    'config-deactivate-association-refused',
    'quota-configurations-per-resource-10',
    'ami-name-in-use',
    'client-token-mismatch',
  ],
  token: (input) => input.ClientToken,
  run(tx, input, context) {
    const { here, ids, now, scope } = context;
    const tags = tagsFor('import-image-task', input.TagSpecifications);
    guard(check('ami-import-values', input), check('ami-import-operation', input), tagViolations(tags));
    const configurations = specified(tx, input.LicenseSpecifications, context);
    const ImportTaskId = ids.next('import-ami');
    const ImageId = ids.next('ami');
    const name = tags.find((tag) => tag.Key === 'Name')?.Value || ImportTaskId;
    guard(
      configurations.flatMap((row) =>
        check('config-deactivate-association-refused', { configuration: row.name, status: row.status }),
      ),
      quota(tx, ImageId, configurations),
      check('ami-name-in-use', { name, usedBy: here.images.named(name)?.id }),
    );
    const code = billingCode(input);
    const { Description, Architecture = 'x86_64', LicenseType } = input;
    here.images.insert({
      id: ImageId,
      name,
      description: Description,
      architecture: Architecture,
      usageOperation: code,
      platformDetails: usageOperation(code)?.platformDetails ?? '',
      source: 'imported',
      sourceId: ImportTaskId,
      public: false,
      createdAt: now,
    });
    for (const row of configurations) associate(tx, row, { type: 'EC2_AMI', id: ImageId, owner: scope.account }, now);
    return {
      ImportTaskId,
      ImageId,
      Status: 'completed',
      Architecture,
      Description,
      LicenseType,
      Platform: platformOf(code) === 'windows' ? 'Windows' : 'Linux',
      UsageOperation: code,
      LicenseSpecifications: configurations.map((row) => ({ LicenseConfigurationArn: arnOf(row) })),
      Tags: [...tags],
    };
  },
});

/** Who licenses the system: the code given, or what the licence type means for the platform. */
function billingCode({ UsageOperation, LicenseType, Platform }: Input<'ec2:ImportImage'>): string {
  const type = LicenseType === 'BYOL' ? 'BYOL' : 'AWS';
  return UsageOperation ?? LICENSE_TYPE[Platform === 'Windows' ? 'Windows' : 'Linux'][type];
}

const quota = (tx: Tx, resource: string, configurations: readonly ConfigurationRow[]) =>
  check('quota-configurations-per-resource-10', {
    resource,
    existing: 0,
    adding: configurations.length,
    limit: tx.sandbox.quota('configurations-per-resource') ?? DEFAULT_QUOTAS['configurations-per-resource'],
  });
