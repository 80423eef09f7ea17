import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { ConfigurationCopy } from '../../../contract/copy.ts';
import type { Scope } from '../../../contract/ports.ts';
import { allConfigurations, everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/** License configurations with their tags, what is associated with them and what uses them. One after the other: License Manager takes few calls a second. */
export async function readConfigurations(reader: Reader, scope: Scope): Promise<readonly ConfigurationCopy[]> {
  const list = 'license-manager:ListLicenseConfigurations';
  const listed = await reader.read('license configurations', list, (call) => allConfigurations({ call }));
  const copies: ConfigurationCopy[] = [];
  for (const one of listed ?? []) copies.push(await readOne(reader, one, scope));
  return copies;
}

async function readOne(reader: Reader, listed: LicenseConfiguration, scope: Scope): Promise<ConfigurationCopy> {
  const { LicenseConfigurationArn, Name = '' } = listed;
  // Of a shared configuration only its owner sees what is under it.
  if (listed.OwnerAccountId !== scope.account) return { configuration: listed };
  const [configuration, associations, usage] = await Promise.all([
    reader.read(`tags of ${Name}`, 'license-manager:GetLicenseConfiguration', (call) =>
      call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn }),
    ),
    reader.read(`associations of ${Name}`, 'license-manager:ListAssociationsForLicenseConfiguration', (call) =>
      everyPage(async (NextToken) => {
        const input = { LicenseConfigurationArn, NextToken };
        const page = await call('license-manager:ListAssociationsForLicenseConfiguration', input);
        return { rows: page.LicenseConfigurationAssociations ?? [], next: page.NextToken };
      }),
    ),
    reader.read(`usage of ${Name}`, 'license-manager:ListUsageForLicenseConfiguration', (call) =>
      everyPage(async (NextToken) => {
        const page = await call('license-manager:ListUsageForLicenseConfiguration', {
          LicenseConfigurationArn,
          NextToken,
        });
        return { rows: page.LicenseConfigurationUsageList ?? [], next: page.NextToken };
      }),
    ),
  ]);
  return {
    configuration: configuration ?? listed,
    ...(associations === undefined ? {} : { associations }),
    ...(usage === undefined ? {} : { usage }),
  };
}
