import type { Input, OperationName, Output } from '../contract/operations.ts';
import { UsageError } from '../contract/usage.ts';
import type { AwsClient, FoundCredentials, Resolved, Senders, Service } from './client.ts';
import { translated } from './faults.ts';
import { type AwsOptions, clientConfig, profileOf } from './options.ts';

/** A client with its service's own operations, whichever service it is. */
interface Opened extends Omit<AwsClient<Service>, 'senders'> {
  readonly senders: Partial<Senders>;
}

const isService = (word: string): word is Service => Object.hasOwn(SERVICES, word);

/**
 * The service that an operation is sent to.
 * @throws UsageError for one that only a sandbox answers
 */
export function serviceOf(operation: OperationName): Service {
  const [service = ''] = operation.split(':');
  if (isService(service)) return service;
  throw new UsageError(
    `${operation} exists in a sandbox only: lm does not send it to AWS`,
    'add --backend local; on AWS itself the aws command has it',
  );
}

/** The clients of one run: each loads with the first call of its service, and all sign with the same credentials. */
export class Clients {
  readonly #opened = new Map<Service, Promise<Opened>>();
  #first: Resolved | undefined;

  constructor(private readonly options: AwsOptions) {}

  /** Sends one request, retries included. @throws Fault, or UsageError where no Region is known */
  async send<K extends OperationName>(operation: K, input: Input<K>): Promise<Output<K>> {
    const { timeoutMs } = this.options;
    try {
      const { senders } = await this.client(operation);
      const sender = senders[operation];
      if (sender === undefined) throw new TypeError(`no client sends ${operation}`);
      return await sender(input, timeoutMs === undefined ? {} : { abortSignal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw translated(error, { operation, profile: profileOf(this.options), timeoutMs });
    }
  }

  /** The Region that requests go to, and where the credentials were found. */
  async resolved(): Promise<{ readonly region: string; readonly credentials: FoundCredentials }> {
    const { config } = await this.client('sts:GetCallerIdentity');
    return { region: await config.region(), credentials: await config.credentials() };
  }

  close(): void {
    for (const client of this.#opened.values()) {
      client.then(
        (one) => one.close(),
        () => undefined,
      );
    }
  }

  private client(operation: OperationName): Promise<Opened> {
    const service = serviceOf(operation);
    const client = this.#opened.get(service) ?? this.open(service);
    this.#opened.set(service, client);
    return client;
  }

  private async open(service: Service): Promise<Opened> {
    const module = await SERVICES[service]();
    const client = module.open(clientConfig(this.options, service, this.#first?.credentials));
    this.#first ??= client.config;
    return client;
  }
}

interface ServiceModule {
  open(config: ReturnType<typeof clientConfig>): Opened;
}

const SERVICES: Readonly<Record<Service, () => Promise<ServiceModule>>> = {
  'license-manager': () => import('./license-manager.ts'),
  ec2: () => import('./ec2.ts'),
  'resource-groups': () => import('./resource-groups.ts'),
  ram: () => import('./ram.ts'),
  ssm: () => import('./ssm.ts'),
  organizations: () => import('./organizations.ts'),
  sts: () => import('./sts.ts'),
  iam: () => import('./iam.ts'),
};
