import type { LicenseSpecification } from '@aws-sdk/client-license-manager';
import type { Input } from '../../contract/operations.ts';
import { configurationArn } from '../../validation/arns.ts';
import { everyPage } from '../../world/reading.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

const SUMMARIES = ['EC2_INSTANCE', 'EC2_HOST', 'EC2_AMI', 'SYSTEMS_MANAGER_MANAGED_INSTANCE'] as const;

export function createConfiguration(
  input: Input<'license-manager:CreateLicenseConfiguration'>,
  { scope }: Asking,
  memory: Memory,
) {
  const id = memory.id('lic', 32);
  const LicenseConfigurationArn = configurationArn(scope, id);
  const { Tags = [], ...terms } = input;
  memory.configurations.set(LicenseConfigurationArn, {
    ...terms,
    LicenseConfigurationId: id,
    LicenseConfigurationArn,
    LicenseCountHardLimit: input.LicenseCountHardLimit ?? false,
    LicenseRules: input.LicenseRules ?? [],
    DisassociateWhenNotFound: input.DisassociateWhenNotFound ?? false,
    ConsumedLicenses: 0,
    Status: 'AVAILABLE',
    OwnerAccountId: scope.account,
    ConsumedLicenseSummaryList: SUMMARIES.filter((type) => type !== 'EC2_AMI').map((ResourceType) => ({
      ResourceType,
      ConsumedLicenses: 0,
    })),
    ManagedResourceSummaryList: SUMMARIES.map((ResourceType) => ({ ResourceType, AssociationCount: 0 })),
    Tags,
  });
  return { LicenseConfigurationArn };
}

const AFFINITY = '#licenseAffinityToHost=';

export async function updateConfiguration(
  input: Input<'license-manager:UpdateLicenseConfiguration'>,
  { call }: Asking,
  memory: Memory,
) {
  const { LicenseConfigurationArn, LicenseConfigurationStatus, LicenseRules = [], ...terms } = input;
  const now = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn });
  const given = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
  const affinity = LicenseRules.filter((rule) => rule.startsWith(AFFINITY));
  const present = now.LicenseRules ?? [];
  memory.configurations.set(LicenseConfigurationArn ?? '', {
    ...now,
    ...given,
    ...(LicenseConfigurationStatus === undefined ? {} : { Status: LicenseConfigurationStatus }),
    LicenseRules:
      affinity.length === 0 ? present : [...present.filter((rule) => !rule.startsWith(AFFINITY)), ...affinity],
  });
  return {};
}

export async function updateSpecifications(
  input: Input<'license-manager:UpdateLicenseSpecificationsForResource'>,
  { call }: Asking,
  memory: Memory,
) {
  const { ResourceArn } = input;
  const now = await everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseSpecificationsForResource', { ResourceArn, NextToken });
    return { rows: page.LicenseSpecifications, next: page.NextToken };
  });
  const removed = new Set((input.RemoveLicenseSpecifications ?? []).map((one) => one.LicenseConfigurationArn));
  const after = new Map<string, LicenseSpecification>();
  for (const one of now)
    if (!removed.has(one.LicenseConfigurationArn)) after.set(one.LicenseConfigurationArn ?? '', one);
  for (const one of input.AddLicenseSpecifications ?? [])
    if (!after.has(one.LicenseConfigurationArn ?? '')) after.set(one.LicenseConfigurationArn ?? '', one);
  memory.specifications.set(ResourceArn ?? '', [...after.values()]);
  return {};
}

/** Adds or replaces tags, and removes the named ones. */
export async function changeTags(
  arn: string | undefined,
  {
    Tags = [],
    TagKeys = [],
  }: Pick<Input<'license-manager:TagResource'>, 'Tags'> & { readonly TagKeys?: string[] | undefined },
  { call }: Asking,
  memory: Memory,
) {
  const now = await call('license-manager:GetLicenseConfiguration', { LicenseConfigurationArn: arn });
  const gone = new Set([...TagKeys, ...Tags.map(({ Key }) => Key)]);
  const kept = (now.Tags ?? []).filter(({ Key }) => !gone.has(Key));
  memory.configurations.set(arn ?? '', { ...now, Tags: [...kept, ...Tags] });
  return {};
}
