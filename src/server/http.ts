import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { WireAnswer, WireRequest } from './message.ts';
import { Problem } from './problem.ts';

/** The largest body that is read, in bytes; EC2 and License Manager take no larger request either. */
export const BODY_LIMIT = 1024 * 1024;

const SECOND = 1000;
/** How long clients may take, in milliseconds, so that one who sends half a request holds nothing that another needs. */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How often it is looked whether somebody took too long. */
  readonly connectionsCheckingInterval: number;
}

const PATIENCE: Patience = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 30 * SECOND,
  keepAliveTimeout: 60 * SECOND,
  connectionsCheckingInterval: SECOND,
};

/** How long a connection may stand still in the middle of an answer, in milliseconds. */
const STANDSTILL = 120 * SECOND;

/** How long a stopping server lets a request that has begun go on, in milliseconds. */
const GRACE = 2 * SECOND;

/** Answers requests that were read to their end, and those that were not, with the problem that stopped them. */
export interface Handler {
  handle(request: WireRequest): Promise<WireAnswer>;
  refuse(request: WireRequest, problem: Problem): WireAnswer;
}

/** An HTTP server that hands whole requests to the handler. */
export function httpServer(handler: Handler, patience: Partial<Patience> = {}): Server {
  const server = createServer({ ...PATIENCE, ...patience }, (incoming, outgoing) => {
    // A client that goes away in the middle of either is no event for anybody else.
    outgoing.on('error', () => undefined);
    exchange(incoming, outgoing, handler, () => !server.listening).catch(() => incoming.destroy());
  });
  return server.setTimeout(STANDSTILL);
}

/** @returns the port that was taken. @throws the system's error where the address or the port cannot be had */
export function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port }, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** Takes no more connections, lets requests that have begun end, and then closes whatever is still open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function exchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: Handler,
  isLast: () => boolean,
): Promise<void> {
  const head = headOf(incoming);
  const body = await bodyOf(incoming);
  if (body instanceof Problem) {
    // The rest of the body is not wanted, so the connection cannot be used again.
    send(outgoing, handler.refuse({ ...head, body: '' }, body), true);
    return;
  }
  send(outgoing, await handler.handle({ ...head, body }), isLast());
}

function headOf(incoming: IncomingMessage): Omit<WireRequest, 'body'> {
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  const { headers } = incoming;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { method: incoming.method ?? 'GET', path, query: query.join('?'), header };
}

/** The body as text, or what is wrong with it. Rejects when the client goes away before the end. */
function bodyOf(incoming: IncomingMessage): Promise<string | Problem> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= BODY_LIMIT) parts.push(part);
      else resolve(new Problem('too-large', `The body is larger than ${BODY_LIMIT} bytes.`));
    });
    incoming.on('end', () => resolve(textOf(Buffer.concat(parts))));
    incoming.on('error', reject);
    incoming.on('close', () => {
      if (!incoming.complete) reject(new Error('the client went away'));
    });
  });
}

const textOf = (bytes: Buffer): string | Problem =>
  isUtf8(bytes) ? bytes.toString('utf8') : new Problem('malformed-body', 'The body is not valid UTF-8.');

function send(outgoing: ServerResponse, { status, headers, body }: WireAnswer, last: boolean): void {
  const length = Buffer.byteLength(body);
  outgoing.writeHead(status, { ...headers, 'content-length': length, ...(last ? { connection: 'close' } : {}) });
  outgoing.end(body);
}
