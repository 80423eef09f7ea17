import type { LicenseConversionTask, ReportGenerator } from '@aws-sdk/client-license-manager';
import type { InventoryResultItem } from '@aws-sdk/client-ssm';
import type { NodeCopy } from '../../../contract/copy.ts';
import type { Call } from '../../../contract/ports.ts';
import { everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/** Licence type conversions, ended or under way. */
export async function readConversions(reader: Reader): Promise<readonly LicenseConversionTask[]> {
  const operation = 'license-manager:ListLicenseConversionTasks';
  const tasks = await reader.read('licence type conversions', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { NextToken });
      return { rows: page.LicenseConversionTasks ?? [], next: page.NextToken };
    }),
  );
  return tasks ?? [];
}

/** Report generators, whatever they report on. */
export async function readGenerators(reader: Reader): Promise<readonly ReportGenerator[]> {
  const operation = 'license-manager:ListLicenseManagerReportGenerators';
  const generators = await reader.read('report generators', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { NextToken });
      return { rows: page.ReportGenerators ?? [], next: page.NextToken };
    }),
  );
  return generators ?? [];
}

/** The types of inventory that decide about licences: that a machine reports, and its applications. */
const TYPES = ['AWS:InstanceInformation', 'AWS:Application'] as const;

/** The machines that report to Systems Manager. */
export async function readNodes(reader: Reader): Promise<readonly NodeCopy[]> {
  const operation = 'ssm:DescribeInstanceInformation';
  const known = await reader.read('machines that report to Systems Manager', operation, (call) =>
    everyPage(async (NextToken) => {
      const page = await call(operation, { NextToken });
      return { rows: page.InstanceInformationList ?? [], next: page.NextToken };
    }),
  );
  if (known === undefined || known.length === 0) return [];
  const reported = await reader.read('inventory', 'ssm:GetInventory', (call) =>
    Promise.all(TYPES.map((type) => readInventory(call, type))),
  );
  return known.map((information) => {
    const items = (reported ?? []).flatMap((ofType) => ofType.get(information.InstanceId ?? '') ?? []);
    return { information, items };
  });
}

/** What every machine has reported of one type, by the machine's id. */
async function readInventory(call: Call, type: string): Promise<ReadonlyMap<string, InventoryResultItem>> {
  const entities = await everyPage(async (NextToken) => {
    const page = await call('ssm:GetInventory', { ResultAttributes: [{ TypeName: type }], NextToken });
    return { rows: page.Entities ?? [], next: page.NextToken };
  });
  const items = new Map<string, InventoryResultItem>();
  for (const { Id = '', Data } of entities) {
    const item = Data?.[type];
    if (item !== undefined) items.set(Id, item);
  }
  return items;
}
