import * as ec2 from '@aws-sdk/client-ec2';
import * as lm from '@aws-sdk/client-license-manager';
import * as sts from '@aws-sdk/client-sts';
import type { OperationName } from '../../src/contract/operations.ts';
import { ACCOUNT, REGION } from './server.ts';

export interface SdkClients {
  readonly lm: lm.LicenseManagerClient;
  readonly ec2: ec2.EC2Client;
  readonly sts: sts.STSClient;
  /** Sends an operation by its name; the input is taken as it stands. @returns the answer without what is about the connection */
  send(operation: OperationName, input: object): Promise<object>;
}

/** The clients of the AWS SDK for JavaScript v3, pointed at a server. */
export function sdkClients(endpoint: string, account = ACCOUNT, region = REGION): SdkClients {
  const config = { endpoint, region, credentials: { accessKeyId: account, secretAccessKey: 'none' }, maxAttempts: 1 };
  const clients = {
    lm: new lm.LicenseManagerClient(config),
    ec2: new ec2.EC2Client(config),
    sts: new sts.STSClient(config),
  };
  const services = {
    'license-manager': { client: clients.lm, module: lm },
    ec2: { client: clients.ec2, module: ec2 },
    sts: { client: clients.sts, module: sts },
  };
  return {
    ...clients,
    send: async (operation, input) => {
      const [service, action] = operation.split(':');
      const { client, module } = Object.entries(services).find(([name]) => name === service)?.[1] ?? {};
      if (client === undefined || module === undefined) throw new Error(`no client for ${operation}`);
      const command: unknown = Reflect.construct(Reflect.get(module, `${action}Command`), [input]);
      const { $metadata: _, ...answer } = await Reflect.apply(client.send, client, [command]);
      return answer;
    },
  };
}
