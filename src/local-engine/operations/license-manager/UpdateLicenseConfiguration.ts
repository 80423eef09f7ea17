import type { Input } from '../../../contract/operations.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { TERMS_CONSTRAINTS, termsViolations } from '../../../validation/configuration.ts';
import { textWarnings } from '../../../validation/free-text.ts';
import { guard } from '../../../validation/guard.ts';
import { retie } from '../../ledger/charge-host.ts';
import { recount, runningUnder } from '../../ledger/recount.ts';
import { operation } from '../../operation.ts';
import type { ConfigurationRow } from '../../store/tables/configurations.ts';
import { owned } from '../configuration.ts';

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_UpdateLicenseConfiguration.html */
export default operation({
  name: 'license-manager:UpdateLicenseConfiguration',
  access: 'write',
  decides: true,
  constraints: [
    ...TERMS_CONSTRAINTS,
    'config-not-found',
    'config-edit-owner-only',
    'rule-affinity-only-later-rule',
    'rule-tenancy-core-socket',
    'config-deactivate-requires-no-running',
    'config-edit-lower-count',
    'config-no-sensitive-text',
  ],
  run(tx, input, context) {
    const { here, now, world } = context;
    const row = owned(tx, input.LicenseConfigurationArn, context);
    const next = merged(row, input);
    const deactivates = row.status === 'AVAILABLE' && next.status === 'DISABLED';
    guard(
      check('rule-affinity-only-later-rule', {
        configuration: row.name,
        present: row.rules,
        LicenseRules: input.LicenseRules,
      }),
      termsViolations(termsOfRow(next, input)),
      deactivates
        ? check('config-deactivate-requires-no-running', { configuration: row.name, running: runningUnder(tx, row) })
        : [],
    );
    here.configurations.update(next);
    if (input.LicenseRules !== undefined) retie(tx, row, next.rules, now);
    if (row.status === 'DISABLED' && next.status === 'AVAILABLE') recount(tx, next, world, now);
    context.alert(
      check('config-edit-lower-count', {
        configuration: next.name,
        LicenseCount: input.LicenseCount,
        consumed: row.consumed,
      }),
    );
    context.alert(textWarnings(input));
    return {};
  },
});

/** What is not mentioned stays as it is; rules may gain or change the affinity only (RULINGS 3, 27). */
function merged(row: ConfigurationRow, input: Input<'license-manager:UpdateLicenseConfiguration'>): ConfigurationRow {
  return {
    ...row,
    name: input.Name ?? row.name,
    description: input.Description ?? row.description,
    licenseCount: input.LicenseCount ?? row.licenseCount,
    hard: input.LicenseCountHardLimit ?? row.hard,
    status: input.LicenseConfigurationStatus ?? row.status,
    rules: withAffinity(row.rules, input.LicenseRules ?? []),
    products: input.ProductInformationList === undefined ? row.products : JSON.stringify(input.ProductInformationList),
    disassociateWhenNotFound: input.DisassociateWhenNotFound ?? row.disassociateWhenNotFound,
    expiry: input.LicenseExpiry ?? row.expiry,
  };
}

const AFFINITY = '#licenseAffinityToHost=';

function withAffinity(present: readonly string[], given: readonly string[]): readonly string[] {
  const affinity = given.filter((rule) => rule.startsWith(AFFINITY));
  return affinity.length === 0 ? present : [...present.filter((rule) => !rule.startsWith(AFFINITY)), ...affinity];
}

function termsOfRow(row: ConfigurationRow, input: Input<'license-manager:UpdateLicenseConfiguration'>) {
  return {
    Name: row.name,
    LicenseCountingType: row.counting,
    LicenseCount: row.licenseCount,
    LicenseCountHardLimit: row.hard,
    LicenseRules: [
      ...new Set([...row.rules, ...(input.LicenseRules ?? []).filter((rule) => !rule.startsWith(AFFINITY))]),
    ],
    ProductInformationList: JSON.parse(row.products),
  };
}
