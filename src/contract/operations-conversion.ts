import type * as lm from '@aws-sdk/client-license-manager';
import type * as ssm from '@aws-sdk/client-ssm';
import type { Operation } from './operation.ts';

/** Licence type conversion, and the inventory of Systems Manager that it rests on: a part of the list of operations. */
export interface ConversionOperations {
  'license-manager:CreateLicenseConversionTaskForResource': Operation<
    lm.CreateLicenseConversionTaskForResourceCommandInput,
    lm.CreateLicenseConversionTaskForResourceCommandOutput
  >;
  'license-manager:GetLicenseConversionTask': Operation<
    lm.GetLicenseConversionTaskCommandInput,
    lm.GetLicenseConversionTaskCommandOutput
  >;
  'license-manager:ListLicenseConversionTasks': Operation<
    lm.ListLicenseConversionTasksCommandInput,
    lm.ListLicenseConversionTasksCommandOutput
  >;
  'ssm:PutInventory': Operation<ssm.PutInventoryCommandInput, ssm.PutInventoryCommandOutput>;
  'ssm:GetInventory': Operation<ssm.GetInventoryCommandInput, ssm.GetInventoryCommandOutput>;
  'ssm:ListInventoryEntries': Operation<ssm.ListInventoryEntriesCommandInput, ssm.ListInventoryEntriesCommandOutput>;
  'ssm:DescribeInstanceInformation': Operation<
    ssm.DescribeInstanceInformationCommandInput,
    ssm.DescribeInstanceInformationCommandOutput
  >;
  'ssm:DeregisterManagedInstance': Operation<
    ssm.DeregisterManagedInstanceCommandInput,
    ssm.DeregisterManagedInstanceCommandOutput
  >;
}
