import type { ResourceRef } from '../../validation/arns.ts';
import type { ConfigurationRow } from '../store/tables/configurations.ts';

/** A change of what one resource is associated with, its configurations looked up and checked. */
export interface Change {
  readonly resource: Extract<ResourceRef, { readonly id: string }>;
  readonly added: readonly { readonly configuration: ConfigurationRow; readonly scope: string | undefined }[];
  readonly removed: readonly ConfigurationRow[];
}
