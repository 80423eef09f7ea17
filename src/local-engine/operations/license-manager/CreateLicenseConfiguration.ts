import { configurationArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { TERMS_CONSTRAINTS, termsViolations } from '../../../validation/configuration.ts';
import { textWarnings } from '../../../validation/free-text.ts';
import { guard } from '../../../validation/guard.ts';
import { DEFAULT_QUOTAS } from '../../../validation/quotas.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';
import { fullTags } from '../tags.ts';

const DAY = 86_400_000;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_CreateLicenseConfiguration.html */
export default operation({
  name: 'license-manager:CreateLicenseConfiguration',
  access: 'write',
  constraints: [
    ...TERMS_CONSTRAINTS,
    'rule-tenancy-core-socket',
    ...TAG_CONSTRAINTS,
    'config-no-sensitive-text',
    'quota-configurations-25',
    'quota-configurations-per-day',
  ],
  run(tx, input, context) {
    const { here, now, ids, scope } = context;
    guard(termsViolations(input), tagViolations(input.Tags), quotas(tx, context));
    const id = ids.next('lic', 32);
    here.configurations.insert({
      id,
      name: input.Name ?? '',
      description: input.Description,
      counting: input.LicenseCountingType ?? 'vCPU',
      licenseCount: input.LicenseCount,
      hard: input.LicenseCountHardLimit ?? false,
      status: 'AVAILABLE',
      rules: input.LicenseRules ?? [],
      products: JSON.stringify(input.ProductInformationList ?? []),
      disassociateWhenNotFound: input.DisassociateWhenNotFound ?? false,
      expiry: input.LicenseExpiry,
      createdAt: now,
    });
    tx.tags.put([id], fullTags(input.Tags));
    context.alert(textWarnings(input));
    return { LicenseConfigurationArn: configurationArn(scope, id) };
  },
});

/** 25 in an account and Region, deactivated ones included; a limit per day where the sandbox sets one (RULINGS 8, 12). */
function quotas(tx: Tx, { here, now }: Context) {
  const limitOf = (name: 'configurations' | 'configurations-per-day') => tx.sandbox.quota(name) ?? DEFAULT_QUOTAS[name];
  const dayStart = Math.floor(now / DAY) * DAY;
  return [
    ...check('quota-configurations-25', { existing: here.configurations.count(), limit: limitOf('configurations') }),
    ...check('quota-configurations-per-day', {
      existing: here.configurations.createdSince(dayStart),
      limit: limitOf('configurations-per-day'),
    }),
  ];
}
