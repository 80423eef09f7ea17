import { NOT_COPIED } from '../../../contract/copy.ts';
import { generatorArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { generatorNames } from '../../../validation/report-generator.ts';
import { operation } from '../../operation.ts';
import { generatorsOf } from '../../store/reports/generators.ts';
import type { Tx } from '../../store/store.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import { arnOf, owned } from '../configuration.ts';

const SHOWN = 10;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_DeleteLicenseConfiguration.html */
export default operation({
  name: 'license-manager:DeleteLicenseConfiguration',
  access: 'write',
  constraints: [
    'config-not-found',
    'config-edit-owner-only',
    'ami-deregistered-blocks-delete',
    'config-delete-needs-no-associations',
    'config-delete-needs-no-report-generator',
    'config-delete-needs-no-held-affinity',
  ],
  run(tx, input, context) {
    const row = owned(tx, input.LicenseConfigurationArn, context);
    guard(
      lingering(tx, row),
      check('config-delete-needs-no-associations', { configuration: row.name, associated: associated(tx, row) }),
      reported(tx, row),
      held(tx, row),
    );
    tx.tags.removeAll(row.id);
    context.here.configurations.delete(row.id);
    tx.shareEntities.forget(arnOf(row), context.now);
    return {};
  },
});

/** What a copy of an account has for licences without a resource cannot be taken off, and goes with the configuration. */
const associated = (tx: Tx, row: ConfigurationRow): readonly string[] =>
  tx.associations
    .ofConfiguration(row.key, ['', ''], SHOWN)
    .map((association) => association.resourceId)
    .filter((id) => id !== NOT_COPIED);

/** What reports on it, so that it can be deleted first. */
function reported(tx: Tx, row: ConfigurationRow) {
  const found = generatorsOf(tx.db, row.key).map(({ id, name }) => ({
    ReportGeneratorName: name,
    LicenseManagerReportGeneratorArn: generatorArn(row, id),
  }));
  return check('config-delete-needs-no-report-generator', {
    configuration: row.name,
    generators: generatorNames(found),
  });
}

/** AMIs that are deregistered already and wait for the sweep cannot be detached by hand. */
function lingering(tx: Tx, row: ConfigurationRow) {
  const images = tx.associations
    .ofConfiguration(row.key, ['EC2_AMI', ''], SHOWN)
    .filter((association) => association.resourceType === 'EC2_AMI')
    .flatMap((association) => tx.across.image(association.resourceId) ?? [])
    .filter((image) => image.state === 'deregistered');
  return check('ami-deregistered-blocks-delete', {
    configuration: row.name,
    images: images.map((image) => ({ imageId: image.id, sweepAt: new Date(image.sweepAt ?? 0).toISOString() })),
  });
}

/** Licences that an affinity period ties to hosts. */
function held(tx: Tx, row: ConfigurationRow) {
  return check('config-delete-needs-no-held-affinity', {
    configuration: row.name,
    held: tx.charges.ofConfiguration(row.key, '', SHOWN).map((charge) => ({
      hostId: charge.hostId,
      units: charge.units,
      until: new Date(charge.tiedUntil ?? charge.releaseAt ?? 0).toISOString(),
    })),
  });
}
