import type { LicenseManagerClientConfig } from '@aws-sdk/client-license-manager';
import type { Input, OperationName, Output } from '../contract/operations.ts';

/** What every client of the SDK takes alike; the rest of a client's configuration stays the SDK's own. */
export type ClientConfig = Pick<
  LicenseManagerClientConfig,
  'region' | 'profile' | 'endpoint' | 'credentials' | 'logger' | 'maxAttempts' | 'requestHandler' | 'streamCollector'
> & {
  /** Handed on to the credential chain: for its own clients, of STS and of IAM Identity Center. */
  readonly clientConfig?: { readonly endpoint: string };
  /** Handed on to the credential chain: asks for the code of an MFA device, by its serial. */
  readonly mfaCodeProvider?: (serial: string) => Promise<string>;
};

/** How one request is sent. */
export interface Sending {
  readonly abortSignal?: AbortSignal;
}

export type Sender<K extends OperationName> = (input: Input<K>, how: Sending) => Promise<Output<K>>;
export type Senders = { readonly [K in OperationName]: Sender<K> };

export type Service = 'license-manager' | 'ec2' | 'resource-groups' | 'ram' | 'ssm' | 'sts' | 'organizations' | 'iam';
type OperationOf<S extends Service> = Extract<OperationName, `${S}:${string}`>;

/** Credentials with the SDK's own mark of where they were found. */
export interface FoundCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly $source?: object;
}

/** What a client has resolved: the same for every service, so one of them is asked. */
export interface Resolved {
  region(): Promise<string>;
  credentials(): Promise<FoundCredentials>;
}

/** A client of one service: its operations, what it resolved, and its end. */
export interface AwsClient<S extends Service> {
  readonly senders: Pick<Senders, OperationOf<S>>;
  readonly config: Resolved;
  close(): void;
}

/** An answer without the SDK's own member: what AWS sent. */
export function own<O extends { readonly $metadata: unknown }>(answer: O): Omit<O, '$metadata'> {
  const { $metadata: _, ...sent } = answer;
  return sent;
}
