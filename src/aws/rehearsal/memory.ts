import type { Host, Image, Instance, LaunchTemplate, LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { LicenseConfigurationUsage, LicenseSpecification, ReportGenerator } from '@aws-sdk/client-license-manager';
import type { ResourceShareAssociation } from '@aws-sdk/client-ram';
import type { GroupConfigurationItem } from '@aws-sdk/client-resource-groups';
import type { Output } from '../../contract/operations.ts';

export type Configuration = Output<'license-manager:GetLicenseConfiguration'>;

/** What steps have changed of one host resource group. */
export interface ChangedGroup {
  text?: { readonly Description?: string };
  /** Settings that a step has asked for. */
  proposed?: GroupConfigurationItem[];
  /** Hosts by their ARN. */
  readonly hosts: Map<string, 'joining' | 'gone'>;
}

/** What the steps of a dry run would have changed so far: later steps read it as if it were so. Nothing of it is sent. */
export class Memory {
  /** Made or changed configurations, whole, by ARN; undefined for one that is deleted. */
  readonly configurations = new Map<string, Configuration | undefined>();
  /** What would be attached to a resource, by its ARN, where a step has changed that. */
  readonly specifications = new Map<string, readonly LicenseSpecification[]>();
  /** Licences that steps would take, by the configuration's ARN. */
  readonly taken = new Map<string, number>();
  /** Hosts that steps would charge whole, as rows of usage by the configuration's ARN. */
  readonly charged = new Map<string, readonly LicenseConfigurationUsage[]>();
  /** Made images by id; undefined for one that is deregistered. */
  readonly images = new Map<string, Image | undefined>();
  /** Allocated or changed hosts by id. */
  readonly hosts = new Map<string, Host>();
  readonly instances = new Map<string, Instance>();
  /** Changed host resource groups by name. */
  readonly groups = new Map<string, ChangedGroup>();
  readonly templates = new Map<string, LaunchTemplate>();
  readonly versions: LaunchTemplateVersion[] = [];
  /** What steps would put into shares (undefined: take out), by the share's ARN and what it is. */
  readonly shared = new Map<string, ResourceShareAssociation | undefined>();
  /** Made or changed report generators by ARN. */
  readonly generators = new Map<string, ReportGenerator>();
  readonly deletedShares = new Set<string>();
  #born = 0;

  /** An id that AWS never gives: its number is the how-manieth of this dry run. */
  id(prefix: string, digits = 17): string {
    this.#born += 1;
    return `${prefix}-${this.#born.toString(16).padStart(digits, '0')}`;
  }

  charge(arn: string, host: string, licences: number): void {
    this.take(arn, licences);
    const row = { ResourceArn: host, ResourceType: 'EC2_HOST', ConsumedLicenses: licences } as const;
    this.charged.set(arn, [...(this.charged.get(arn) ?? []), row]);
  }

  take(arn: string, licences: number): void {
    this.taken.set(arn, (this.taken.get(arn) ?? 0) + licences);
  }
}
