import type { ConfigurationCopy } from '../../contract/copy.ts';
import type { Scope } from '../../contract/ports.ts';
import { parseResourceArn } from '../../validation/arns.ts';
import { RESOURCE_TYPES, type ResourceType } from '../store/tables/associations.ts';

/** A resource that AWS lists under a configuration: as associated, as using licences, or as both. */
export interface Listed {
  readonly type: ResourceType;
  readonly id: string;
  readonly owner: string;
  /** Whether it is in the list of associations. */
  readonly associated: boolean;
  readonly scope: string | undefined;
  readonly at: number;
  /** Licences that AWS counts for it. */
  readonly consumed: number;
}

/** What both lists say of a resource. */
interface Named {
  readonly ResourceArn?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceOwnerId?: string | undefined;
  readonly AssociationTime?: Date | undefined;
}

/** Both of AWS's lists as one, by resource; what uses licences need not be associated, and the other way round. */
export function listedUnder(
  { associations = [], usage = [] }: ConfigurationCopy,
  scope: Scope,
  now: number,
): readonly Listed[] {
  const found = new Map<string, Listed>();
  for (const one of associations) {
    const listed = listedOf(one, scope, now);
    if (listed !== undefined) found.set(listed.id, { ...listed, associated: true, scope: one.AmiAssociationScope });
  }
  for (const one of usage) {
    const listed = listedOf(one, scope, now);
    if (listed === undefined) continue;
    found.set(listed.id, { ...listed, ...found.get(listed.id), consumed: one.ConsumedLicenses ?? 0 });
  }
  return [...found.values()];
}

function listedOf(named: Named, scope: Scope, now: number): Listed | undefined {
  const { ResourceArn = '', ResourceType, ResourceOwnerId, AssociationTime } = named;
  const type = RESOURCE_TYPES.find((one) => one === ResourceType);
  if (type === undefined) return undefined;
  const parsed = parseResourceArn(ResourceArn);
  const id = parsed.kind === 'other' ? (ResourceArn.split(/[:/]/).at(-1) ?? '') : parsed.id;
  // An AMI comes under a configuration for the account that associated it, whoever owns the AMI.
  const owner = type === 'EC2_AMI' ? scope.account : (ResourceOwnerId ?? scope.account);
  const at = AssociationTime?.getTime() ?? now;
  return { type, id, owner, associated: false, scope: undefined, at, consumed: 0 };
}
