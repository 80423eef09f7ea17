import type { LicenseConfigurationAssociation } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';
import { findConfiguration } from '../shared/find.ts';
import { everyPage } from '../shared/lists.ts';
import type { CommandContext } from '../types.ts';
import type { Configuration } from './limit.ts';

/** A configuration that was found by name, with its ARN and name certain. */
export interface Found {
  readonly arn: string;
  readonly name: string;
  readonly now: Configuration;
}

/** Reads a configuration whole, tags included. */
export async function read(call: Call, arn: string): Promise<Configuration> {
  return call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn });
}

/** @throws Fault name-not-found or name-ambiguous (exit 5) */
export async function findWhole(ctx: CommandContext, given: string): Promise<Found> {
  const { LicenseConfigurationArn: arn = '' } = await findConfiguration(ctx, given);
  const now = await read(ctx.call, arn);
  return { arn, name: now.Name ?? '', now };
}

/** Everything that is attached to a configuration. */
export const associationsOf = (call: Call, arn: string): Promise<readonly LicenseConfigurationAssociation[]> =>
  everyPage(async (NextToken) => {
    const page = await call('license-manager:ListAssociationsForLicenseConfiguration', {
      LicenseConfigurationArn: arn,
      NextToken,
    });
    return { rows: page.LicenseConfigurationAssociations ?? [], next: page.NextToken };
  });

/** Where a command acts: `sandbox "default", us-east-1`. */
export async function placeWords(ctx: CommandContext): Promise<string> {
  const { kind, scope } = await ctx.backend();
  const where = kind === 'local' ? `sandbox "${ctx.settings.sandbox.value}"` : `account ${scope.account}`;
  return `${where}, ${scope.region}`;
}
