import {
  AllocateHostsCommand,
  CopyImageCommand,
  CreateImageCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateCommand,
  DeregisterImageCommand,
  DescribeHostsCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypesCommand,
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  EC2Client,
  ImportImageCommand,
  ModifyHostsCommand,
  ModifyImageAttributeCommand,
  ModifyInstanceAttributeCommand,
  ModifyInstanceCpuOptionsCommand,
  ModifyInstancePlacementCommand,
  RebootInstancesCommand,
  RegisterImageCommand,
  ReleaseHostsCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** Machines, images, hosts and templates: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'ec2'> {
  const client = new EC2Client({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'ec2:RunInstances': async (input, how) => own(await client.send(new RunInstancesCommand(input), how)),
      'ec2:DescribeInstances': async (input, how) => own(await client.send(new DescribeInstancesCommand(input), how)),
      'ec2:StartInstances': async (input, how) => own(await client.send(new StartInstancesCommand(input), how)),
      'ec2:StopInstances': async (input, how) => own(await client.send(new StopInstancesCommand(input), how)),
      'ec2:RebootInstances': async (input, how) => own(await client.send(new RebootInstancesCommand(input), how)),
      'ec2:TerminateInstances': async (input, how) => own(await client.send(new TerminateInstancesCommand(input), how)),
      'ec2:ModifyInstanceAttribute': async (input, how) =>
        own(await client.send(new ModifyInstanceAttributeCommand(input), how)),
      'ec2:ModifyInstanceCpuOptions': async (input, how) =>
        own(await client.send(new ModifyInstanceCpuOptionsCommand(input), how)),
      'ec2:ModifyInstancePlacement': async (input, how) =>
        own(await client.send(new ModifyInstancePlacementCommand(input), how)),
      'ec2:RegisterImage': async (input, how) => own(await client.send(new RegisterImageCommand(input), how)),
      'ec2:ImportImage': async (input, how) => own(await client.send(new ImportImageCommand(input), how)),
      'ec2:CreateImage': async (input, how) => own(await client.send(new CreateImageCommand(input), how)),
      'ec2:CopyImage': async (input, how) => own(await client.send(new CopyImageCommand(input), how)),
      'ec2:ModifyImageAttribute': async (input, how) =>
        own(await client.send(new ModifyImageAttributeCommand(input), how)),
      'ec2:DeregisterImage': async (input, how) => own(await client.send(new DeregisterImageCommand(input), how)),
      'ec2:DescribeImages': async (input, how) => own(await client.send(new DescribeImagesCommand(input), how)),
      'ec2:AllocateHosts': async (input, how) => own(await client.send(new AllocateHostsCommand(input), how)),
      'ec2:DescribeHosts': async (input, how) => own(await client.send(new DescribeHostsCommand(input), how)),
      'ec2:ModifyHosts': async (input, how) => own(await client.send(new ModifyHostsCommand(input), how)),
      'ec2:ReleaseHosts': async (input, how) => own(await client.send(new ReleaseHostsCommand(input), how)),
      'ec2:DescribeInstanceTypes': async (input, how) =>
        own(await client.send(new DescribeInstanceTypesCommand(input), how)),
      'ec2:CreateLaunchTemplate': async (input, how) =>
        own(await client.send(new CreateLaunchTemplateCommand(input), how)),
      'ec2:CreateLaunchTemplateVersion': async (input, how) =>
        own(await client.send(new CreateLaunchTemplateVersionCommand(input), how)),
      'ec2:DescribeLaunchTemplates': async (input, how) =>
        own(await client.send(new DescribeLaunchTemplatesCommand(input), how)),
      'ec2:DescribeLaunchTemplateVersions': async (input, how) =>
        own(await client.send(new DescribeLaunchTemplateVersionsCommand(input), how)),
      'ec2:DeleteLaunchTemplate': async (input, how) =>
        own(await client.send(new DeleteLaunchTemplateCommand(input), how)),
    },
  };
}
