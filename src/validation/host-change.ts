import type { Violation } from '../contract/decision.ts';
import { check } from './catalogue/index.ts';
import { familyOf, type HostKind } from './host-kind.ts';

/** A host that is to be changed, with the machines that run on it. */
export interface ChangingHost {
  readonly hostId: string;
  readonly family: string;
  /** The one type that it takes, if it takes one only. */
  readonly instanceType?: string | undefined;
  readonly running: readonly string[];
}

/** Whether a request says which types the host is to take from now on. */
export const changesKind = ({ InstanceType, InstanceFamily }: HostKind): boolean =>
  InstanceType !== undefined || InstanceFamily !== undefined;

/** What keeps ModifyHosts from changing one host: it stays in its family, and takes other types only while it is empty. */
export function modifyHostViolations(host: ChangingHost, kind: HostKind): readonly Violation[] {
  const { hostId, family } = host;
  if (!changesKind(kind)) return [];
  const running = kind.InstanceType === host.instanceType ? [] : host.running;
  return [
    ...check('host-modify-family', { hostId, family, asked: familyOf(kind) }),
    ...check('host-modify-needs-empty', { hostId, running }),
  ];
}

/**
 * What keeps ReleaseHosts from releasing one host.
 * @param hoursAllocated since its allocation
 */
export const releaseHostViolations = (
  { hostId, family, running }: ChangingHost,
  hoursAllocated: number,
): readonly Violation[] => [
  ...check('host-release-needs-empty', { hostId, running }),
  ...check('host-mac-24h', { hostId, family, hoursAllocated }),
];
