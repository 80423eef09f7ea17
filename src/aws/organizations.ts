import {
  AcceptHandshakeCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  DeleteOrganizationCommand,
  DescribeAccountCommand,
  DescribeCreateAccountStatusCommand,
  DescribeOrganizationCommand,
  DisableAWSServiceAccessCommand,
  EnableAllFeaturesCommand,
  EnableAWSServiceAccessCommand,
  InviteAccountToOrganizationCommand,
  LeaveOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListChildrenCommand,
  ListHandshakesForOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
  RemoveAccountFromOrganizationCommand,
} from '@aws-sdk/client-organizations';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** Organizations, which accounts are in them and which services they trust: AWS's own client with the commands that `lm` sends. */
export function open(config: ClientConfig): AwsClient<'organizations'> {
  const client = new OrganizationsClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'organizations:CreateOrganization': async (input, how) =>
        own(await client.send(new CreateOrganizationCommand(input), how)),
      'organizations:DescribeOrganization': async (input, how) =>
        own(await client.send(new DescribeOrganizationCommand(input), how)),
      'organizations:DeleteOrganization': async (input, how) =>
        own(await client.send(new DeleteOrganizationCommand(input), how)),
      'organizations:EnableAllFeatures': async (input, how) =>
        own(await client.send(new EnableAllFeaturesCommand(input), how)),
      'organizations:ListAccounts': async (input, how) => own(await client.send(new ListAccountsCommand(input), how)),
      'organizations:DescribeAccount': async (input, how) =>
        own(await client.send(new DescribeAccountCommand(input), how)),
      'organizations:CreateAccount': async (input, how) => own(await client.send(new CreateAccountCommand(input), how)),
      'organizations:DescribeCreateAccountStatus': async (input, how) =>
        own(await client.send(new DescribeCreateAccountStatusCommand(input), how)),
      'organizations:InviteAccountToOrganization': async (input, how) =>
        own(await client.send(new InviteAccountToOrganizationCommand(input), how)),
      'organizations:AcceptHandshake': async (input, how) =>
        own(await client.send(new AcceptHandshakeCommand(input), how)),
      'organizations:ListHandshakesForOrganization': async (input, how) =>
        own(await client.send(new ListHandshakesForOrganizationCommand(input), how)),
      'organizations:RemoveAccountFromOrganization': async (input, how) =>
        own(await client.send(new RemoveAccountFromOrganizationCommand(input), how)),
      'organizations:LeaveOrganization': async (input, how) =>
        own(await client.send(new LeaveOrganizationCommand(input), how)),
      'organizations:EnableAWSServiceAccess': async (input, how) =>
        own(await client.send(new EnableAWSServiceAccessCommand(input), how)),
      'organizations:DisableAWSServiceAccess': async (input, how) =>
        own(await client.send(new DisableAWSServiceAccessCommand(input), how)),
      'organizations:ListAWSServiceAccessForOrganization': async (input, how) =>
        own(await client.send(new ListAWSServiceAccessForOrganizationCommand(input), how)),
      'organizations:ListRoots': async (input, how) => own(await client.send(new ListRootsCommand(input), how)),
      'organizations:CreateOrganizationalUnit': async (input, how) =>
        own(await client.send(new CreateOrganizationalUnitCommand(input), how)),
      'organizations:ListChildren': async (input, how) => own(await client.send(new ListChildrenCommand(input), how)),
      'organizations:ListAccountsForParent': async (input, how) =>
        own(await client.send(new ListAccountsForParentCommand(input), how)),
      'organizations:MoveAccount': async (input, how) => own(await client.send(new MoveAccountCommand(input), how)),
    },
  };
}
