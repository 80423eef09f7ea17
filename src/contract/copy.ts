import type { Host, Image, LaunchTemplate, LaunchTemplateVersion, Reservation } from '@aws-sdk/client-ec2';
import type { Role } from '@aws-sdk/client-iam';
import type {
  LicenseConfigurationAssociation,
  LicenseConfigurationUsage,
  LicenseConversionTask,
  ReportGenerator,
} from '@aws-sdk/client-license-manager';
import type { Account, EnabledServicePrincipal, Organization } from '@aws-sdk/client-organizations';
import type { ResourceShare, ResourceShareAssociation, ResourceShareInvitation } from '@aws-sdk/client-ram';
import type { GroupConfiguration, GroupIdentifier, ListGroupResourcesItem } from '@aws-sdk/client-resource-groups';
import type { InstanceInformation, InventoryResultItem } from '@aws-sdk/client-ssm';
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

/** A machine that reports to Systems Manager, with what it has reported. */
export interface NodeCopy {
  readonly information: InstanceInformation;
  readonly items: readonly InventoryResultItem[];
}

/** A resource share of the account, with what is in it and whom it is for. */
export interface ShareCopy {
  readonly share: ResourceShare;
  readonly resources: readonly ResourceShareAssociation[];
  readonly principals: readonly ResourceShareAssociation[];
}

/** A resource share of another account that lets this one use something. */
export interface ReceivedCopy {
  readonly share: ResourceShare;
  /** ARNs of what it lets use. */
  readonly resources: readonly string[];
  /** Whether its owner is outside the account's organization. */
  readonly external: boolean;
}

/** What is shared with other accounts, and by them. */
export interface SharingCopy {
  readonly own: readonly ShareCopy[];
  readonly received: readonly ReceivedCopy[];
  /** Those that the account has received. */
  readonly invitations: readonly ResourceShareInvitation[];
}

/** The organization that the account is in, as far as it may look: its management account sees all of it. */
export interface OrganizationCopy {
  readonly organization: Organization;
  readonly rootId?: string;
  readonly units: readonly { readonly id: string; readonly parentId: string }[];
  readonly accounts: readonly { readonly account: Account; readonly parentId?: string }[];
  /** The services that it trusts; absent where that could not be read. */
  readonly services?: readonly EnabledServicePrincipal[];
}

/** A resource under a configuration that the account cannot see. */
export interface UnseenCopy {
  readonly resourceArn: string;
  readonly configurationArn: string;
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
  readonly conversions: readonly LicenseConversionTask[];
  readonly nodes: readonly NodeCopy[];
  readonly generators: readonly ReportGenerator[];
  /** The roles of services; absent where they could not be read. */
  readonly roles?: readonly Role[];
  readonly sharing: SharingCopy;
  /** Absent for an account that is in none, and where it could not be read. */
  readonly organization?: OrganizationCopy;
  /** AMIs and machines under configurations that the account cannot see. */
  readonly unseen: readonly UnseenCopy[];
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
  'conversion-step',
  'eviction-deadline',
  'foreign-machine',
  'host-capacity',
  'host-group',
  'image-sharing',
  'image-source',
  'image-unseen',
  'in-transition',
  'instance-type',
  'node-agent',
  'organization-members',
  'organization-sharing',
  'pending-invitation',
  'quota',
  'report-generator',
  'share-way',
  'shared-configuration',
  'shared-group-hosts',
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
