import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { WireAnswer, WireRequest } from './message.ts';
import { Problem } from './problem.ts';
import { Turn } from './turn.ts';

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
  /** Opens a turn of the event loop: every request that it is handed had arrived before. */
  turn(): (request: WireRequest) => WireAnswer | Promise<WireAnswer>;
  refuse(request: WireRequest, problem: Problem): WireAnswer;
}

/** An HTTP server that hands whole requests to the handler. */
export function httpServer(handler: Handler, patience: Partial<Patience> = {}): Server {
  const turn = new Turn<Exchange>((exchanges) => {
    const handle = handler.turn();
    for (const exchange of exchanges) {
      const { incoming, body } = exchange;
      settle(exchange, server, () =>
        body instanceof Problem ? handler.refuse(new Arrived(incoming, ''), body) : handle(new Arrived(incoming, body)),
      );
    }
  });
  const server = createServer({ ...PATIENCE, ...patience }, (incoming, outgoing) => {
    outgoing.on('error', ignore);
    readBody(incoming, (body) => turn.add({ incoming, outgoing, body }));
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

/** What a client does that goes away in the middle of a request or an answer: it is no event for anybody else. */
const ignore = (): void => undefined;

/** A request with its body, or what is wrong with that, and where the answer goes. */
interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly body: string | Problem;
}

/** Sends the answer. Whatever goes wrong is the end of this one connection, and no other's. */
function settle(
  { incoming, outgoing, body }: Exchange,
  server: Server,
  answer: () => WireAnswer | Promise<WireAnswer>,
): void {
  const drop = (): void => void incoming.destroy();
  // The rest of a body that is not wanted would stand in the way of the next request.
  const write = (made: WireAnswer): void => send(outgoing, made, body instanceof Problem || !server.listening);
  try {
    const made = answer();
    if (made instanceof Promise) made.then(write).catch(drop);
    else write(made);
  } catch {
    drop();
  }
}

/** A request that was read to its end. What nobody asks for is not looked up: a short answer takes less time than all of it. */
class Arrived implements WireRequest {
  constructor(
    private readonly incoming: IncomingMessage,
    readonly body: string,
  ) {}

  get method(): string {
    return this.incoming.method ?? 'GET';
  }

  get path(): string {
    const { url = '/' } = this.incoming;
    const end = url.indexOf('?');
    return end < 0 ? url : url.slice(0, end);
  }

  get query(): string {
    const { url = '/' } = this.incoming;
    const end = url.indexOf('?');
    return end < 0 ? '' : url.slice(end + 1);
  }

  readonly header = (name: string): string | undefined => {
    const { rawHeaders } = this.incoming;
    for (let at = 0; at < rawHeaders.length; at += 2) {
      const found = rawHeaders[at];
      if (found?.length === name.length && found.toLowerCase() === name) return rawHeaders[at + 1];
    }
    return undefined;
  };
}

/** Hands over the body as text, or what is wrong with it; nothing when the client goes away before the end. */
function readBody(incoming: IncomingMessage, done: (body: string | Problem) => void): void {
  let parts: Buffer[] = [];
  let size = 0;
  incoming.on('error', ignore);
  incoming.on('data', (part: Buffer) => {
    const before = size;
    size += part.length;
    if (size <= BODY_LIMIT) {
      parts.push(part);
      return;
    }
    parts = [];
    if (before <= BODY_LIMIT) done(new Problem('too-large', `The body is larger than ${BODY_LIMIT} bytes.`));
  });
  incoming.on('end', () => {
    if (size <= BODY_LIMIT) done(textOf(parts));
  });
}

function textOf(parts: readonly Buffer[]): string | Problem {
  const [first] = parts;
  const bytes = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
  return isUtf8(bytes) ? bytes.toString('utf8') : new Problem('malformed-body', 'The body is not valid UTF-8.');
}

/** Head and body in one piece, with the length that a client which keeps its connection needs. */
function send(outgoing: ServerResponse, { status, headers, body }: WireAnswer, last: boolean): void {
  const lines = ['content-length', String(Buffer.byteLength(body))];
  for (const name in headers) lines.push(name, headers[name] ?? '');
  if (last) lines.push('connection', 'close');
  outgoing.writeHead(status, lines);
  outgoing.end(body);
}
