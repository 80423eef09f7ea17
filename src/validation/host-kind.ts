import type { Violation } from '../contract/decision.ts';
import { type ConstraintId, check } from './catalogue/index.ts';
import { hostFamily } from './host-families.ts';
import { families, instanceType, instanceTypesOf, nearestInstanceTypes } from './instance-types.ts';
import { nearest } from './nearest.ts';

export const HOST_KIND_CONSTRAINTS = [
  'ec2-instance-type-unknown',
  'host-type-unsupported',
  'host-multi-type-nitro',
] as const satisfies readonly ConstraintId[];

/** What a host is to take: one type, or the types of a family. */
export interface HostKind {
  readonly InstanceType?: string | undefined;
  readonly InstanceFamily?: string | undefined;
}

/** What is known of a kind of host. */
export interface HostKindFacts {
  /** Whether there is such a type or family. */
  readonly known: boolean;
  /** Whether any of it runs on Dedicated Hosts. */
  readonly dedicatedHosts: boolean;
  /** Whether one host takes several of its types. */
  readonly mixed: boolean;
}

export const familyOf = ({ InstanceType, InstanceFamily }: HostKind): string =>
  InstanceFamily ?? InstanceType?.split('.')[0] ?? '';

/** The facts of the project's own tables. */
export function hostKindFacts(kind: HostKind): HostKindFacts {
  const { InstanceType } = kind;
  const family = familyOf(kind);
  const types = InstanceType === undefined ? instanceTypesOf(family) : [instanceType(InstanceType)];
  const facts = hostFamily(family);
  return {
    known: types.some((type) => type !== undefined),
    dedicatedHosts: facts !== undefined && types.some((type) => type?.dedicatedHosts === true),
    mixed: facts?.mixedInstanceTypes ?? false,
  };
}

/** What a host is to take, a type or a family, must be known, able to run on hosts, and (a family) mix its types on one. */
export function hostKindViolations(kind: HostKind, facts: HostKindFacts): readonly Violation[] {
  const { InstanceType, InstanceFamily } = kind;
  const asked = InstanceType ?? familyOf(kind);
  const suggestions = InstanceType === undefined ? nearest(asked, families()) : nearestInstanceTypes(InstanceType);
  const unknown = check('ec2-instance-type-unknown', {
    instanceType: asked,
    known: facts.known,
    nearest: suggestions,
  });
  if (unknown.length > 0) return unknown;
  const unsupported = check('host-type-unsupported', { instanceType: asked, dedicatedHosts: facts.dedicatedHosts });
  return unsupported.length > 0 ? unsupported : check('host-multi-type-nitro', { InstanceFamily, mixed: facts.mixed });
}
