import { Readable } from 'node:stream';
import { Fault } from '../contract/fault.ts';
import type { ClientConfig, Service } from './client.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How to reach AWS, and as whom. What is not said here the SDK finds by its own chain. */
export interface AwsOptions {
  readonly env: Environment;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  /** The account that the caller expects to be; any other is refused. */
  readonly account?: string | undefined;
  /** Longest wait for one answer, retries included, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** Longest wait for one attempt to be answered, or for its answer to go on, in milliseconds; a minute where not given. */
  readonly answerMs?: number | undefined;
  /** Asks a person for the code of an MFA device; undefined where nobody is there. */
  readonly askMfaCode: (serial: string) => Promise<string | undefined>;
  /** A fresh client token. */
  readonly token: () => string;
  /** The machine's clock, in milliseconds since 1970. */
  readonly wall: () => number;
  /** Says one line on stderr: what stays done when a later call of several fails. */
  readonly tell: (line: string) => void;
}

/** Attempts are given up after this many milliseconds without a connection, or without an answer. */
const CONNECTION_MS = 10_000;
const ANSWER_MS = 60_000;

const quiet = (): void => undefined;
/** The SDK warns on the console, beside whatever is drawn there. */
const QUIET = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

/** In the place of an agent for TLS, where no request will need one: making one would load TLS. */
const NO_AGENT = { keepAlive: true, destroy: quiet };

const ENDPOINTS: Readonly<Record<Service, string>> = {
  'license-manager': 'AWS_ENDPOINT_URL_LICENSE_MANAGER',
  ec2: 'AWS_ENDPOINT_URL_EC2',
  'resource-groups': 'AWS_ENDPOINT_URL_RESOURCE_GROUPS',
  ram: 'AWS_ENDPOINT_URL_RAM',
  ssm: 'AWS_ENDPOINT_URL_SSM',
  organizations: 'AWS_ENDPOINT_URL_ORGANIZATIONS',
  sts: 'AWS_ENDPOINT_URL_STS',
  iam: 'AWS_ENDPOINT_URL_IAM',
};

/** The profile that was asked for, by option or environment. */
export const profileOf = ({ profile, env }: Pick<AwsOptions, 'profile' | 'env'>): string | undefined =>
  profile ?? (env.AWS_PROFILE || undefined);

/** The configuration of one service's client; credentials that were found for another service are used again. */
export function clientConfig(
  options: AwsOptions,
  service: Service,
  found: ClientConfig['credentials'] | undefined,
): ClientConfig {
  const { env, answerMs = ANSWER_MS } = options;
  const profile = profileOf(options);
  // The SDK reads AWS_REGION alone; every other AWS tool takes AWS_DEFAULT_REGION too.
  const region = options.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined);
  const endpoint = options.endpointUrl ?? endpointFrom(env, service);
  const credentials = found ?? fromEnvironment(env, profile);
  return {
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    // The clients that fetch credentials read the variables themselves; of the option they would not know.
    ...(options.endpointUrl === undefined ? {} : { clientConfig: { endpoint: options.endpointUrl } }),
    logger: QUIET,
    requestHandler: {
      ...{ connectionTimeout: CONNECTION_MS, requestTimeout: answerMs, throwOnRequestTimeout: true },
      ...(endpoint?.startsWith('http:') === true ? { httpsAgent: NO_AGENT } : {}),
    },
    streamCollector: collector(answerMs),
    mfaCodeProvider: (serial) => mfaCode(options, serial),
  };
}

function endpointFrom(env: Environment, service: Service): string | undefined {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return undefined;
  return env[ENDPOINTS[service]] || env.AWS_ENDPOINT_URL || undefined;
}

/**
 * Reads an answer to its end, and gives up when nothing more comes: the time limits of the SDK end with the first byte. The SDK's own reader
 * asks first whether it is one of the streams that browsers have, and Node loads all of those to be asked.
 */
const collector =
  (answerMs: number) =>
  (answer: unknown): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (!(answer instanceof Readable)) throw new TypeError('an answer is a stream of Node');
      const parts: Uint8Array[] = [];
      if ('setTimeout' in answer && typeof answer.setTimeout === 'function')
        answer.setTimeout(answerMs, () => answer.destroy(new StandsStill(answerMs)));
      answer.on('data', (part: Uint8Array) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
      answer.on('error', reject);
    });

/** An answer of which nothing more came. The SDK repeats what bears this name. */
class StandsStill extends Error {
  override readonly name = 'TimeoutError';

  constructor(answerMs: number) {
    super(`its answer stopped in the middle for ${answerMs / 1000} s`);
  }
}

/** The first link of the SDK's chain, which a profile switches off. */
function fromEnvironment(env: Environment, profile: string | undefined): ClientConfig['credentials'] | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (profile !== undefined || !accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

async function mfaCode(options: AwsOptions, serial: string): Promise<string> {
  const code = await options.askMfaCode(serial);
  if (code !== undefined) return code;
  throw new Fault({
    code: 'CredentialsProviderError',
    message:
      `profile ${profileOf(options) ?? 'default'} needs a code of the MFA device ${serial}, and nobody is there to type it. ` +
      'To fix: run it in a terminal, without --no-input',
  });
}
