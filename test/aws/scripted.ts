import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, vi } from 'vitest';
import { openAws } from '../../src/aws/index.ts';
import type { AwsOptions } from '../../src/aws/options.ts';

/**
 * One answer of the script: an object is JSON (or XML as text), `cut` breaks off in the middle, `stall` stops there and keeps the
 * connection, `silence` never answers.
 */
export type Reply = { readonly status?: number; readonly body: object | string } | 'cut' | 'stall' | 'silence';

export interface Sent {
  /** `license-manager:ListLicenseConfigurations` is `ListLicenseConfigurations`. */
  readonly operation: string;
  readonly body: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Scripted {
  readonly endpoint: string;
  /** What was asked, in order. */
  readonly sent: readonly Sent[];
}

const SECRET = 'the-secret-that-nobody-may-see';
export const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: '111122223333',
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_SESSION_TOKEN: `session-${SECRET}`,
  AWS_REGION: 'us-east-1',
};

/** A server on loopback that answers each operation with its replies in turn; the last one stands for all that follow. */
export function scripted(): (script: Readonly<Record<string, readonly Reply[]>>) => Promise<Scripted> {
  const closing: (() => void)[] = [];
  beforeEach(() => {
    // Nothing of the machine's own may be found: no profile, no instance role.
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_REGION', undefined);
    vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const close of closing.splice(0)) close();
  });
  return async (script) => {
    const sent: Sent[] = [];
    const server = createServer((request, response) => {
      void answer(request, response, script, sent);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { endpoint: `http://127.0.0.1:${port}`, sent };
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  script: Readonly<Record<string, readonly Reply[]>>,
  sent: Sent[],
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString();
  const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
  const [path = ''] = (request.url ?? '').split('?');
  // REST services say by the path what is asked.
  const operation = target ?? new URLSearchParams(body).get('Action') ?? path;
  const before = sent.filter((one) => one.operation === operation).length;
  sent.push({ operation, body, url: request.url ?? '', headers: request.headers });
  const replies = script[operation] ?? [{ status: 400, body: refusal('UnknownOperationException', operation) }];
  const reply = replies[Math.min(before, replies.length - 1)] ?? 'silence';
  if (reply === 'silence') return;
  if (reply === 'cut' || reply === 'stall') {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': '900' });
    response.write('{"LicenseConfigurations": [{"Name": "win', () => {
      if (reply === 'cut') response.destroy();
    });
    return;
  }
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  response.writeHead(reply.status ?? 200, {
    'x-amzn-requestid': 'req-1',
    'content-type': 'application/x-amz-json-1.1',
  });
  response.end(text);
}

/** An error as the json 1.1 services send it. */
export const refusal = (code: string, message: string): object => ({ __type: code, message });

/** An error as EC2 sends it. */
export const ec2Refusal = (code: string, message: string): string =>
  `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>req-2</RequestID></Response>`;

/** The answer of an EC2 operation, or of sts:GetCallerIdentity, as XML. */
export const ec2 = (operation: string, inside: string): string =>
  `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>req-3</requestId>${inside}</${operation}Response>`;

export const IDENTITY: Reply = {
  body:
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    '<Arn>arn:aws:iam::111122223333:user/ops</Arn><UserId>AIDA</UserId><Account>111122223333</Account>' +
    '</GetCallerIdentityResult><ResponseMetadata><RequestId>req-4</RequestId></ResponseMetadata></GetCallerIdentityResponse>',
};

/** The live backend against a scripted server, with dummy credentials; `told` collects its lines for stderr. */
export function awsAt({ endpoint }: Scripted, options: Partial<AwsOptions> = {}, told: string[] = []) {
  return openAws({
    env: CREDENTIALS,
    endpointUrl: endpoint,
    wall: () => Date.UTC(2026, 10, 21, 3),
    askMfaCode: async () => undefined,
    tell: (line) => void told.push(line),
    token: () => 'token-1',
    ...options,
  });
}
