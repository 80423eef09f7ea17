import {
  CreateServiceLinkedRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  IAMClient,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** The roles that services make for themselves: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'iam'> {
  const client = new IAMClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'iam:CreateServiceLinkedRole': async (input, how) =>
        own(await client.send(new CreateServiceLinkedRoleCommand(input), how)),
      'iam:GetRole': async (input, how) => own(await client.send(new GetRoleCommand(input), how)),
      'iam:ListRoles': async (input, how) => own(await client.send(new ListRolesCommand(input), how)),
      'iam:DeleteServiceLinkedRole': async (input, how) =>
        own(await client.send(new DeleteServiceLinkedRoleCommand(input), how)),
      'iam:GetServiceLinkedRoleDeletionStatus': async (input, how) =>
        own(await client.send(new GetServiceLinkedRoleDeletionStatusCommand(input), how)),
    },
  };
}
