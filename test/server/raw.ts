import { connect } from 'node:net';
import type { Served } from '../clients/server.ts';

/** The Authorization header of a client that signs for a service; the signature is nobody's. */
export function signature(service: string, key = '111122223333', region = 'us-east-1'): string {
  return `AWS4-HMAC-SHA256 Credential=${key}/20261121/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;
}

/** What a server said, as it stood on the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** POSTs a body as an AWS client would. */
export async function post(
  { endpoint }: Pick<Served, 'endpoint'>,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<RawAnswer> {
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** An AWS JSON 1.1 request. */
export const json = (served: Pick<Served, 'endpoint'>, target: string, body: string | object) =>
  post(
    served,
    { authorization: signature('license-manager'), 'x-amz-target': target },
    typeof body === 'string' ? body : JSON.stringify(body),
  );

/** A form, as EC2 and Query services read it. */
export const form = (served: Pick<Served, 'endpoint'>, service: string, body: string, key?: string) =>
  post(served, { authorization: signature(service, key) }, body);

/** Sends bytes over a bare connection. @returns what came back until the server closed it */
export function talk({ port }: Pick<Served, 'port'>, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('utf8');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    for (const part of parts) socket.write(part);
  });
}
