import {
  CreateLicenseConfigurationCommand,
  CreateLicenseConversionTaskForResourceCommand,
  CreateLicenseManagerReportGeneratorCommand,
  DeleteLicenseConfigurationCommand,
  DeleteLicenseManagerReportGeneratorCommand,
  GetLicenseConfigurationCommand,
  GetLicenseConversionTaskCommand,
  GetLicenseManagerReportGeneratorCommand,
  LicenseManagerClient,
  ListAssociationsForLicenseConfigurationCommand,
  ListFailuresForLicenseConfigurationOperationsCommand,
  ListLicenseConfigurationsCommand,
  ListLicenseConversionTasksCommand,
  ListLicenseManagerReportGeneratorsCommand,
  ListLicenseSpecificationsForResourceCommand,
  ListTagsForResourceCommand,
  ListUsageForLicenseConfigurationCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateLicenseConfigurationCommand,
  UpdateLicenseManagerReportGeneratorCommand,
  UpdateLicenseSpecificationsForResourceCommand,
} from '@aws-sdk/client-license-manager';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** Licence configurations, what they are attached to and reported by: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'license-manager'> {
  const client = new LicenseManagerClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'license-manager:CreateLicenseConfiguration': async (input, how) =>
        own(await client.send(new CreateLicenseConfigurationCommand(input), how)),
      'license-manager:GetLicenseConfiguration': async (input, how) =>
        own(await client.send(new GetLicenseConfigurationCommand(input), how)),
      'license-manager:ListLicenseConfigurations': async (input, how) =>
        own(await client.send(new ListLicenseConfigurationsCommand(input), how)),
      'license-manager:UpdateLicenseConfiguration': async (input, how) =>
        own(await client.send(new UpdateLicenseConfigurationCommand(input), how)),
      'license-manager:DeleteLicenseConfiguration': async (input, how) =>
        own(await client.send(new DeleteLicenseConfigurationCommand(input), how)),
      'license-manager:UpdateLicenseSpecificationsForResource': async (input, how) =>
        own(await client.send(new UpdateLicenseSpecificationsForResourceCommand(input), how)),
      'license-manager:ListLicenseSpecificationsForResource': async (input, how) =>
        own(await client.send(new ListLicenseSpecificationsForResourceCommand(input), how)),
      'license-manager:ListAssociationsForLicenseConfiguration': async (input, how) =>
        own(await client.send(new ListAssociationsForLicenseConfigurationCommand(input), how)),
      'license-manager:ListUsageForLicenseConfiguration': async (input, how) =>
        own(await client.send(new ListUsageForLicenseConfigurationCommand(input), how)),
      'license-manager:ListFailuresForLicenseConfigurationOperations': async (input, how) =>
        own(await client.send(new ListFailuresForLicenseConfigurationOperationsCommand(input), how)),
      'license-manager:TagResource': async (input, how) => own(await client.send(new TagResourceCommand(input), how)),
      'license-manager:UntagResource': async (input, how) =>
        own(await client.send(new UntagResourceCommand(input), how)),
      'license-manager:ListTagsForResource': async (input, how) =>
        own(await client.send(new ListTagsForResourceCommand(input), how)),
      'license-manager:CreateLicenseConversionTaskForResource': async (input, how) =>
        own(await client.send(new CreateLicenseConversionTaskForResourceCommand(input), how)),
      'license-manager:GetLicenseConversionTask': async (input, how) =>
        own(await client.send(new GetLicenseConversionTaskCommand(input), how)),
      'license-manager:ListLicenseConversionTasks': async (input, how) =>
        own(await client.send(new ListLicenseConversionTasksCommand(input), how)),
      'license-manager:CreateLicenseManagerReportGenerator': async (input, how) =>
        own(await client.send(new CreateLicenseManagerReportGeneratorCommand(input), how)),
      'license-manager:GetLicenseManagerReportGenerator': async (input, how) =>
        own(await client.send(new GetLicenseManagerReportGeneratorCommand(input), how)),
      'license-manager:ListLicenseManagerReportGenerators': async (input, how) =>
        own(await client.send(new ListLicenseManagerReportGeneratorsCommand(input), how)),
      'license-manager:UpdateLicenseManagerReportGenerator': async (input, how) =>
        own(await client.send(new UpdateLicenseManagerReportGeneratorCommand(input), how)),
      'license-manager:DeleteLicenseManagerReportGenerator': async (input, how) =>
        own(await client.send(new DeleteLicenseManagerReportGeneratorCommand(input), how)),
    },
  };
}
