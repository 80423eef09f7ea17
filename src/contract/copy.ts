import type { Host, Image, LaunchTemplate, LaunchTemplateVersion, Reservation } from '@aws-sdk/client-ec2';
import type { LicenseConfigurationAssociation, LicenseConfigurationUsage } from '@aws-sdk/client-license-manager';
import type { GroupConfiguration, GroupIdentifier, ListGroupResourcesItem } from '@aws-sdk/client-resource-groups';
import type { Output } from './operations.ts';
import type { Scope } from './ports.ts';

/** A license configuration as AWS tells it; a list is absent where it could not be read. */
export interface ConfigurationCopy {
  readonly configuration: Output<'license-manager:GetLicenseConfiguration'>;
  readonly associations?: readonly LicenseConfigurationAssociation[];
  readonly usage?: readonly LicenseConfigurationUsage[];
}

export interface TemplateCopy {
  readonly template: LaunchTemplate;
  readonly versions: readonly LaunchTemplateVersion[];
}

/** A host resource group with what is in force, what an update proposes, and the hosts that are in it or joining. */
export interface GroupCopy {
  readonly group: GroupIdentifier;
  readonly settings: GroupConfiguration;
  readonly members: readonly ListGroupResourcesItem[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Something that the caller may not read. */
export interface Unread {
  /** What was to be read, for a person: "usage of win-dc". */
  readonly what: string;
  /** The IAM action that is missing. */
  readonly permission: string;
}

/** All that was read of an account in a Region, in AWS's own shapes. */
export interface AccountCopy {
  readonly scope: Scope;
  readonly configurations: readonly ConfigurationCopy[];
  /** The account's own AMIs, those shared with it, and those that its machines and templates name. */
  readonly images: readonly Image[];
  readonly hosts: readonly Host[];
  readonly reservations: readonly Reservation[];
  readonly groups: readonly GroupCopy[];
  readonly templates: readonly TemplateCopy[];
  /** ARNs of configurations that resources stand under and that the account cannot see. */
  readonly unseen: readonly string[];
  readonly unread: readonly Unread[];
}

/** Stands among the resources of a copy for licences that AWS counts and names no resource for. */
export const NOT_COPIED = 'not-copied';

/** What AWS does not tell, by kind: the word is the same in JSON, in the sandbox and in the documentation. */
export const ASSUMPTIONS = [
  'affinity-clock',
  'association-origin',
  'charging',
  'configuration-created',
  'foreign-machine',
  'host-capacity',
  'host-group',
  'image-sharing',
  'image-source',
  'image-unseen',
  'in-transition',
  'instance-type',
  'quota',
  'shared-configuration',
  'unseen-configuration',
  'usage-unread',
] as const;
export type AssumptionKind = (typeof ASSUMPTIONS)[number];

/** One kind of thing that was taken to be so, because AWS has no call that tells it. */
export interface Assumption {
  readonly kind: AssumptionKind;
  /** For how many things it was assumed. */
  readonly count: number;
  readonly statement: string;
  /** A few of them by name. */
  readonly of: readonly string[];
}

/** A figure of AWS that the copy does not show alike, or shows without the resources behind it. */
export interface Difference {
  readonly configuration: string;
  readonly aws: number;
  readonly copy: number;
  readonly why: string;
}

/** What a sandbox was copied from; kept in it. */
export interface CopyReport {
  readonly account: string;
  readonly region: string;
  readonly at: Date;
  /** How many were copied, by the kinds that the status of a sandbox counts. */
  readonly copied: Readonly<Record<string, number>>;
  readonly assumed: readonly Assumption[];
  readonly differences: readonly Difference[];
  readonly unread: readonly Unread[];
}
