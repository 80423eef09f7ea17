import {
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  GetGroupConfigurationCommand,
  GetTagsCommand,
  GroupResourcesCommand,
  ListGroupResourcesCommand,
  ListGroupsCommand,
  PutGroupConfigurationCommand,
  ResourceGroupsClient,
  TagCommand,
  UngroupResourcesCommand,
  UntagCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-resource-groups';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** Host resource groups: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'resource-groups'> {
  const client = new ResourceGroupsClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'resource-groups:CreateGroup': async (input, how) => own(await client.send(new CreateGroupCommand(input), how)),
      'resource-groups:GetGroup': async (input, how) => own(await client.send(new GetGroupCommand(input), how)),
      'resource-groups:ListGroups': async (input, how) => own(await client.send(new ListGroupsCommand(input), how)),
      'resource-groups:UpdateGroup': async (input, how) => own(await client.send(new UpdateGroupCommand(input), how)),
      'resource-groups:DeleteGroup': async (input, how) => own(await client.send(new DeleteGroupCommand(input), how)),
      'resource-groups:GetGroupConfiguration': async (input, how) =>
        own(await client.send(new GetGroupConfigurationCommand(input), how)),
      'resource-groups:PutGroupConfiguration': async (input, how) =>
        own(await client.send(new PutGroupConfigurationCommand(input), how)),
      'resource-groups:GroupResources': async (input, how) =>
        own(await client.send(new GroupResourcesCommand(input), how)),
      'resource-groups:UngroupResources': async (input, how) =>
        own(await client.send(new UngroupResourcesCommand(input), how)),
      'resource-groups:ListGroupResources': async (input, how) =>
        own(await client.send(new ListGroupResourcesCommand(input), how)),
      'resource-groups:Tag': async (input, how) => own(await client.send(new TagCommand(input), how)),
      'resource-groups:Untag': async (input, how) => own(await client.send(new UntagCommand(input), how)),
      'resource-groups:GetTags': async (input, how) => own(await client.send(new GetTagsCommand(input), how)),
    },
  };
}
