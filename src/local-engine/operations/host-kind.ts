import type { Violation } from '../../contract/decision.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import { hostFamily } from '../../validation/host-families.ts';
import { families, instanceType, instanceTypesOf, nearestInstanceTypes } from '../../validation/instance-types.ts';
import { nearest } from '../../validation/nearest.ts';

export const HOST_KIND_CONSTRAINTS = [
  'ec2-instance-type-unknown',
  'host-type-unsupported',
  'host-multi-type-nitro',
] as const satisfies readonly ConstraintId[];

interface HostKind {
  readonly InstanceType?: string | undefined;
  readonly InstanceFamily?: string | undefined;
}

/** What a host is to take, a type or a family, must be known, able to run on hosts, and (a family) mix its types on one. */
export function hostKindViolations({ InstanceType, InstanceFamily }: HostKind): readonly Violation[] {
  const family = InstanceFamily ?? InstanceType?.split('.')[0] ?? '';
  const asked = InstanceType ?? family;
  const known = InstanceType === undefined ? families().includes(family) : instanceType(InstanceType) !== undefined;
  const suggestions = InstanceType === undefined ? nearest(family, families()) : nearestInstanceTypes(InstanceType);
  const unknown = check('ec2-instance-type-unknown', { instanceType: asked, known, nearest: suggestions });
  if (unknown.length > 0) return unknown;
  const facts = hostFamily(family);
  const capable =
    InstanceType === undefined
      ? instanceTypesOf(family).some((type) => type.dedicatedHosts)
      : instanceType(InstanceType)?.dedicatedHosts;
  const unsupported = check('host-type-unsupported', {
    instanceType: asked,
    dedicatedHosts: facts !== undefined && capable === true,
  });
  return unsupported.length > 0
    ? unsupported
    : check('host-multi-type-nitro', { InstanceFamily, mixed: facts?.mixedInstanceTypes ?? false });
}
