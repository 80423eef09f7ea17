import {
  AcceptResourceShareInvitationCommand,
  AssociateResourceShareCommand,
  CreateResourceShareCommand,
  DeleteResourceShareCommand,
  DisassociateResourceShareCommand,
  EnableSharingWithAwsOrganizationCommand,
  GetResourceShareAssociationsCommand,
  GetResourceShareInvitationsCommand,
  GetResourceSharesCommand,
  ListPrincipalsCommand,
  ListResourcesCommand,
  RAMClient,
  RejectResourceShareInvitationCommand,
  UpdateResourceShareCommand,
} from '@aws-sdk/client-ram';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** What is shared between accounts: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'ram'> {
  const client = new RAMClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'ram:CreateResourceShare': async (input, how) =>
        own(await client.send(new CreateResourceShareCommand(input), how)),
      'ram:UpdateResourceShare': async (input, how) =>
        own(await client.send(new UpdateResourceShareCommand(input), how)),
      'ram:DeleteResourceShare': async (input, how) =>
        own(await client.send(new DeleteResourceShareCommand(input), how)),
      'ram:AssociateResourceShare': async (input, how) =>
        own(await client.send(new AssociateResourceShareCommand(input), how)),
      'ram:DisassociateResourceShare': async (input, how) =>
        own(await client.send(new DisassociateResourceShareCommand(input), how)),
      'ram:GetResourceShares': async (input, how) => own(await client.send(new GetResourceSharesCommand(input), how)),
      'ram:GetResourceShareAssociations': async (input, how) =>
        own(await client.send(new GetResourceShareAssociationsCommand(input), how)),
      'ram:GetResourceShareInvitations': async (input, how) =>
        own(await client.send(new GetResourceShareInvitationsCommand(input), how)),
      'ram:AcceptResourceShareInvitation': async (input, how) =>
        own(await client.send(new AcceptResourceShareInvitationCommand(input), how)),
      'ram:RejectResourceShareInvitation': async (input, how) =>
        own(await client.send(new RejectResourceShareInvitationCommand(input), how)),
      'ram:EnableSharingWithAwsOrganization': async (input, how) =>
        own(await client.send(new EnableSharingWithAwsOrganizationCommand(input), how)),
      'ram:ListResources': async (input, how) => own(await client.send(new ListResourcesCommand(input), how)),
      'ram:ListPrincipals': async (input, how) => own(await client.send(new ListPrincipalsCommand(input), how)),
    },
  };
}
