import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import type { AccountCopy, NodeCopy } from '../../contract/copy.ts';
import { parseResourceArn } from '../../validation/arns.ts';
import { SERVICE_ROLES } from '../../validation/service-roles.ts';
import { conversionEnd, conversionSwitch, inventoryPurge } from '../moments.ts';
import type { ConversionRow } from '../store/tables/conversions.ts';
import type { CopiedInstance } from '../store/tables/instances.ts';
import type { CopiedNode, ItemRow } from '../store/tables/nodes.ts';
import type { Assumed } from './assumed.ts';

/** A role of a service that the account has, or has not. */
export interface CopiedRole {
  readonly name: string;
  readonly present: boolean;
  readonly at: number;
}

/** The licence type conversions of a copy, in the order in which they were begun. */
export function copiedConversions(
  { conversions }: AccountCopy,
  now: number,
  assumed: Assumed,
): readonly Omit<ConversionRow, 'key' | 'account' | 'region'>[] {
  return conversions
    .map((task) => conversion(task, now, assumed))
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

function conversion(task: LicenseConversionTask, now: number, assumed: Assumed) {
  const { LicenseConversionTaskId: id = '', ResourceArn = '', Status, StartTime } = task;
  const resource = parseResourceArn(ResourceArn);
  const status = Status === 'SUCCEEDED' || Status === 'FAILED' ? Status : ('IN_PROGRESS' as const);
  const startedAt = StartTime?.getTime() ?? now;
  const switchedAt = task.LicenseConversionTime?.getTime();
  if (status === 'IN_PROGRESS') assumed.note('conversion-step', id);
  const next = switchedAt === undefined ? conversionSwitch(startedAt) : conversionEnd(switchedAt);
  return {
    id,
    instanceId: resource.kind === 'other' ? '' : resource.id,
    source: task.SourceLicenseContext?.UsageOperation ?? '',
    destination: task.DestinationLicenseContext?.UsageOperation ?? '',
    status,
    message: task.StatusMessage,
    startedAt,
    switchedAt,
    endedAt: task.EndTime?.getTime(),
    dueAt: status === 'IN_PROGRESS' ? Math.max(now, next) : undefined,
  };
}

/** The machines that report to Systems Manager, in the order in which they came to be known. */
export function copiedNodes(
  { nodes }: AccountCopy,
  machines: ReadonlyMap<string, CopiedInstance>,
  now: number,
  assumed: Assumed,
): readonly CopiedNode[] {
  return nodes
    .map((one) => node(one, machines, now, assumed))
    .sort((a, b) => a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1));
}

function node(
  { information, items }: NodeCopy,
  machines: ReadonlyMap<string, CopiedInstance>,
  now: number,
  assumed: Assumed,
): CopiedNode {
  const { InstanceId: id = '', PingStatus, LastPingDateTime, RegistrationDate } = information;
  const state = machines.get(id)?.state;
  // The agent of a machine that does not run answers nobody, so nothing is told of it.
  const isTold = state === undefined || state === 'running';
  if (!isTold) assumed.note('node-agent', id);
  const reportedAt = LastPingDateTime?.getTime() ?? now;
  return {
    id,
    reachable: !isTold || PingStatus === 'Online',
    registeredAt: RegistrationDate?.getTime() ?? reportedAt,
    reportedAt,
    purgeAt: inventoryPurge(reportedAt),
    items: items.map(
      (item): ItemRow => ({
        type: item.TypeName ?? '',
        schemaVersion: item.SchemaVersion ?? '',
        captureTime: item.CaptureTime ?? '',
        contentHash: item.ContentHash,
        content: JSON.stringify(item.Content ?? []),
      }),
    ),
  };
}

/** Which of the roles that License Manager makes the account has; none is said where they could not be read. */
export function copiedRoles({ roles }: AccountCopy, now: number): readonly CopiedRole[] {
  if (roles === undefined) return [];
  return SERVICE_ROLES.map(({ name }) => {
    const role = roles.find(({ RoleName }) => RoleName === name);
    return { name, present: role !== undefined, at: role?.CreateDate?.getTime() ?? now };
  });
}
