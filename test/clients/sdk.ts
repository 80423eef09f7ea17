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
  const open: Readonly<Record<string, () => Promise<Opened>>> = {
    'license-manager': async () => ({ client: clients.lm, module: lm }),
    ec2: async () => ({ client: clients.ec2, module: ec2 }),
    sts: async () => ({ client: clients.sts, module: sts }),
    ...Object.fromEntries(Object.entries(OTHERS).map(([name, load]) => [name, () => load(config)])),
  };
  const opened = new Map<string, Promise<Opened>>();
  return {
    ...clients,
    send: async (operation, input) => {
      const [service = '', action] = operation.split(':');
      const found = opened.get(service) ?? open[service]?.();
      if (found === undefined) throw new Error(`no client for ${operation}`);
      opened.set(service, found);
      const { client, module } = await found;
      const command: unknown = Reflect.construct(Reflect.get(module, `${action}Command`), [input]);
      const { $metadata: _, ...answer } = await Reflect.apply(client.send, client, [command]);
      return answer;
    },
  };
}

/** A client, and the module that has its commands. */
interface Opened {
  readonly client: { send: CallableFunction };
  readonly module: object;
}

type Config = Pick<lm.LicenseManagerClientConfig, 'region' | 'maxAttempts'> & {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** Clients that few tests need, loaded when one is. */
const OTHERS: Readonly<Record<string, (config: Config) => Promise<Opened>>> = {
  iam: (config) => import('@aws-sdk/client-iam').then((module) => ({ client: new module.IAMClient(config), module })),
  organizations: (config) =>
    import('@aws-sdk/client-organizations').then((module) => ({
      client: new module.OrganizationsClient(config),
      module,
    })),
  ram: (config) => import('@aws-sdk/client-ram').then((module) => ({ client: new module.RAMClient(config), module })),
  'resource-groups': (config) =>
    import('@aws-sdk/client-resource-groups').then((module) => ({
      client: new module.ResourceGroupsClient(config),
      module,
    })),
  sns: (config) => import('@aws-sdk/client-sns').then((module) => ({ client: new module.SNSClient(config), module })),
  ssm: (config) => import('@aws-sdk/client-ssm').then((module) => ({ client: new module.SSMClient(config), module })),
};
