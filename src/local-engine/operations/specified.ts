import { parseConfigurationArn } from '../../validation/arns.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { guard } from '../../validation/guard.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';

/** What license configurations that an EC2 request names may break. */
export const SPECIFIED_CONSTRAINTS = [
  'license-configuration-arn-malformed',
  'config-region-scoped',
  'launch-unknown-config',
  'launch-config-not-shared',
] as const satisfies readonly ConstraintId[];

/**
 * The configurations that an EC2 request names in LicenseSpecifications, each once, in its order.
 * @throws Fault when one is malformed, of another Region, unknown, or another account's and not shared
 */
export function specified(
  tx: Tx,
  specifications: readonly { readonly LicenseConfigurationArn?: string | undefined }[] | undefined,
  { scope, world }: Pick<Context, 'scope' | 'world'>,
): readonly ConfigurationRow[] {
  const arns = [...new Set((specifications ?? []).map((one) => one.LicenseConfigurationArn ?? ''))];
  const named = arns.map((arn) => {
    const fact = world.configuration(arn);
    return { arn, fact: fact.known ? fact.value : undefined };
  });
  guard(
    arns.flatMap((arn) =>
      check('license-configuration-arn-malformed', { LicenseConfigurationArn: arn, region: scope.region }),
    ),
    arns.flatMap((arn) => check('config-region-scoped', { LicenseConfigurationArn: arn, region: scope.region })),
    named.flatMap(({ arn, fact }) =>
      check('launch-unknown-config', { LicenseConfigurationArn: arn, found: fact !== undefined }),
    ),
    named.flatMap(({ fact }) =>
      fact === undefined
        ? []
        : check('launch-config-not-shared', { ...fact, configuration: fact.name, accountId: scope.account }),
    ),
  );
  return arns.flatMap((arn) => tx.across.configuration(parseConfigurationArn(arn)?.id ?? '') ?? []);
}
