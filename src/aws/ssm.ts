import {
  DeregisterManagedInstanceCommand,
  DescribeInstanceInformationCommand,
  GetInventoryCommand,
  ListInventoryEntriesCommand,
  PutInventoryCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** What machines report to Systems Manager: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'ssm'> {
  const client = new SSMClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'ssm:PutInventory': async (input, how) => own(await client.send(new PutInventoryCommand(input), how)),
      'ssm:GetInventory': async (input, how) => own(await client.send(new GetInventoryCommand(input), how)),
      'ssm:ListInventoryEntries': async (input, how) =>
        own(await client.send(new ListInventoryEntriesCommand(input), how)),
      'ssm:DescribeInstanceInformation': async (input, how) =>
        own(await client.send(new DescribeInstanceInformationCommand(input), how)),
      'ssm:DeregisterManagedInstance': async (input, how) =>
        own(await client.send(new DeregisterManagedInstanceCommand(input), how)),
    },
  };
}
