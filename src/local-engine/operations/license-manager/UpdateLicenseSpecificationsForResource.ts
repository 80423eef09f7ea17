import { configurationArn, parseResourceArn, type ResourceRef } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { DEFAULT_QUOTAS } from '../../../validation/quotas.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import type { Change } from '../associate.ts';
import { changeHost } from '../associate-host.ts';
import { changeImage } from '../associate-image.ts';
import { changeInstance } from '../associate-instance.ts';
import { found } from '../configuration.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_UpdateLicenseSpecificationsForResource.html */
export default operation({
  name: 'license-manager:UpdateLicenseSpecificationsForResource',
  access: 'write',
  decides: true,
  constraints: [
    'launch-template-not-via-lm',
    'config-associate-target-kinds',
    'config-not-found',
    'config-region-scoped',
    'config-share-use-precondition',
    'config-deactivate-association-refused',
    'quota-configurations-per-resource-10',
    'ami-accessible-only',
    'ami-shared-scope-current',
    'ami-scope-value',
    'ami-scope-ami-only',
    'ami-deregistered-no-manual',
    'config-associate-state',
    'config-associate-hard-limit',
    'launch-soft-alert',
    'rule-minimum-cores-check',
    'rule-maximum-cores-check',
    'rule-minimum-sockets-check',
    'rule-maximum-sockets-check',
    'rule-minimum-vcpus-check',
    'rule-maximum-vcpus-check',
    'rule-tenancy-launch-check',
    'rule-tenancy-core-socket',
  ],
  run(tx, input, context) {
    const { ResourceArn } = input;
    guard(
      check('launch-template-not-via-lm', { ResourceArn }),
      check('config-associate-target-kinds', { ResourceArn }),
    );
    const resource = parseResourceArn(ResourceArn ?? '');
    const removed = (input.RemoveLicenseSpecifications ?? []).map((one) =>
      found(tx, one.LicenseConfigurationArn, context),
    );
    const added = (input.AddLicenseSpecifications ?? []).map((one) => ({
      configuration: usable(tx, one.LicenseConfigurationArn, context),
      scope: one.AmiAssociationScope,
    }));
    if (resource.kind === 'other') return {};
    guard(
      quota(
        tx,
        resource,
        added.map((one) => one.configuration),
        removed,
      ),
    );
    const leaving = new Set(removed.map((row) => row.key));
    const fresh = added.filter(
      ({ configuration }) => leaving.has(configuration.key) || isNew(tx, configuration, resource.id),
    );
    apply(tx, { resource, added: fresh, removed }, context);
    return {};
  },
});

/** Both lists apply or neither does; what is removed goes first, so that its licences can serve what is added. */
function apply(tx: Tx, change: Change, context: Context): void {
  if (change.resource.kind === 'EC2_AMI') changeImage(tx, change, context);
  else if (change.resource.kind === 'EC2_HOST') changeHost(tx, change, context);
  else changeInstance(tx, change, context);
}

/** A configuration that may be put on something: the caller may use it, and it is active. */
function usable(tx: Tx, arn: string | undefined, context: Context): ConfigurationRow {
  const row = found(tx, arn, context);
  const { account } = context.scope;
  const fact = context.world.configuration(configurationArn(row, row.id));
  const accessible = fact.known && fact.value?.accessible === true;
  guard(
    check('config-share-use-precondition', {
      configuration: row.name,
      ownerId: row.account,
      accountId: account,
      accessible,
    }),
    check('config-deactivate-association-refused', { configuration: row.name, status: row.status }),
  );
  return row;
}

/** Adding what is there already changes nothing and keeps the first time (config-associate-duplicate). */
const isNew = (tx: Tx, configuration: ConfigurationRow, resourceId: string): boolean =>
  tx.associations.find(configuration.key, resourceId) === undefined;

function quota(
  tx: Tx,
  resource: Extract<ResourceRef, { id: string }>,
  added: readonly ConfigurationRow[],
  removed: readonly ConfigurationRow[],
) {
  const leaving = new Set(removed.map((row) => row.key));
  const staying = new Set(
    tx.associations
      .ofResource(resource.id)
      .map((row) => row.configurationKey)
      .filter((key) => !leaving.has(key)),
  );
  return check('quota-configurations-per-resource-10', {
    resource: resource.id,
    existing: staying.size,
    adding: new Set(added.map((row) => row.key).filter((key) => !staying.has(key))).size,
    limit: tx.sandbox.quota('configurations-per-resource') ?? DEFAULT_QUOTAS['configurations-per-resource'],
  });
}
