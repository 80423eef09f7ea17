import type { Host, Image, Instance, LaunchTemplate, LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { LicenseSpecification } from '@aws-sdk/client-license-manager';
import type { Output } from '../../contract/operations.ts';

export type Configuration = Output<'license-manager:GetLicenseConfiguration'>;

/** What the steps of a dry run would have changed so far: later steps read it as if it were so. Nothing of it is sent. */
export class Memory {
  /** Made or changed configurations, whole, by ARN; undefined for one that is deleted. */
  readonly configurations = new Map<string, Configuration | undefined>();
  /** What would be attached to a resource, by its ARN, where a step has changed that. */
  readonly specifications = new Map<string, readonly LicenseSpecification[]>();
  /** Licences that steps would take, by the configuration's ARN. */
  readonly taken = new Map<string, number>();
  /** Made images by id; undefined for one that is deregistered. */
  readonly images = new Map<string, Image | undefined>();
  /** Allocated or changed hosts by id. */
  readonly hosts = new Map<string, Host>();
  readonly instances = new Map<string, Instance>();
  readonly templates = new Map<string, LaunchTemplate>();
  readonly versions: LaunchTemplateVersion[] = [];
  #born = 0;

  /** An id that AWS never gives: its number is the how-manieth of this dry run. */
  id(prefix: string, digits = 17): string {
    this.#born += 1;
    return `${prefix}-${this.#born.toString(16).padStart(digits, '0')}`;
  }

  take(arn: string, licences: number): void {
    this.taken.set(arn, (this.taken.get(arn) ?? 0) + licences);
  }
}
