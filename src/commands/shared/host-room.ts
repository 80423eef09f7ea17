import type { Host } from '@aws-sdk/client-ec2';
import { capacityUnits, unitsOf } from '../../validation/hosts-table.ts';
import { instanceType } from '../../validation/instance-types.ts';

/** How full a host is. A unit is a physical core, except where AWS counts machines by size (t3, m4): a slot. */
export interface Room {
  readonly unit: 'cores' | 'slots';
  readonly total: number;
  readonly used: number;
  readonly machines: readonly { readonly instanceId: string; readonly instanceType: string; readonly takes: number }[];
}

/** Reads a host's room from what DescribeHosts says of it and the table of sizes. */
export function roomOf({ HostProperties, Instances = [] }: Host): Room {
  const only = HostProperties?.InstanceType;
  const cores = HostProperties?.Cores ?? 0;
  const total = capacityUnits(familyOf({ HostProperties }), only) ?? cores;
  const machines = Instances.map(({ InstanceId = '', InstanceType = '' }) => {
    const units = unitsOf(InstanceType);
    const takes = Number.isFinite(units) ? units : (instanceType(InstanceType)?.cores ?? 0);
    return { instanceId: InstanceId, instanceType: InstanceType, takes };
  });
  const used = machines.reduce((sum, { takes }) => sum + takes, 0);
  return { unit: total === cores ? 'cores' : 'slots', total, used, machines };
}

/** `16/48`, or `5/22 slots`. */
export const roomWords = ({ used, total, unit }: Room): string =>
  `${used}/${total}${unit === 'cores' ? '' : ` ${unit}`}`;

/** The family whose types a host takes. */
export const familyOf = ({ HostProperties }: Pick<Host, 'HostProperties'>): string =>
  HostProperties?.InstanceFamily ?? HostProperties?.InstanceType?.split('.')[0] ?? '';

/** What a host takes: its one type, or its family. */
export const takesWords = ({ HostProperties }: Host): string =>
  HostProperties?.InstanceType ?? HostProperties?.InstanceFamily ?? '';
