import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsClient, type ClientConfig, own } from './client.ts';

/** Who calls: AWS's own client with the commands that `lm` sends, and nothing else of it. */
export function open(config: ClientConfig): AwsClient<'sts'> {
  const client = new STSClient({ ...config });
  return {
    config: client.config,
    close: () => client.destroy(),
    senders: {
      'sts:GetCallerIdentity': async (input, how) => own(await client.send(new GetCallerIdentityCommand(input), how)),
    },
  };
}
