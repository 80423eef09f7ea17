import type { LicenseConversionTask } from '@aws-sdk/client-license-manager';
import type { Scope } from '../../contract/ports.ts';
import { instanceArn } from '../../validation/arns.ts';
import type { ConversionRow } from '../store/tables/conversions.ts';

/** A conversion task as GetLicenseConversionTask and ListLicenseConversionTasks show it. */
export const taskAnswer = (row: ConversionRow, scope: Scope): LicenseConversionTask => ({
  LicenseConversionTaskId: row.id,
  ResourceArn: instanceArn(scope, row.instanceId),
  SourceLicenseContext: { UsageOperation: row.source },
  DestinationLicenseContext: { UsageOperation: row.destination },
  Status: row.status,
  ...(row.message === undefined ? {} : { StatusMessage: row.message }),
  StartTime: new Date(row.startedAt),
  ...(row.switchedAt === undefined ? {} : { LicenseConversionTime: new Date(row.switchedAt) }),
  ...(row.endedAt === undefined ? {} : { EndTime: new Date(row.endedAt) }),
});
