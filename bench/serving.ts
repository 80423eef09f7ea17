import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { plainEnvironment } from './process.ts';

/** A server in a process of its own. */
export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

function running(child: ChildProcess, port: number): Running {
  return {
    port,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function started(args: readonly string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const { port }: { port: number } = JSON.parse(line);
  return running(child, port);
}

/** Serves the sandbox of a home on a free port of the loopback address. */
export function serveSandbox(home: string): Promise<Running> {
  const words = ['local', 'serve', '--port', '0', '-o', 'json'];
  return started([resolve('bin/lm.js'), ...words], plainEnvironment({ LM_HOME: home, CI: 'true' }));
}

/** Node's own server with one answer, which it gives to everything: what no server on Node can be faster than. */
export function serveConstant(body: string): Promise<Running> {
  const program = `
    const body = ${JSON.stringify(body)};
    const server = require('node:http').createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      });
    });
    server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));`;
  return started(['-e', program], plainEnvironment());
}

export interface Request {
  readonly service: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function onTheWire({ service, headers, body }: Request, port: number): string {
  const scope = `111122223333/20260101/us-east-1/${service}/aws4_request`;
  const lines = {
    host: `127.0.0.1:${port}`,
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  return `POST / HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`;
}

/** The bytes of one answer in what was read so far, or nothing while it is not whole. */
function wholeAnswer(read: string): { readonly status: string; readonly body: string } | undefined {
  const end = read.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(read.slice(0, end))?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${read.slice(0, end)}`);
  const body = read.slice(end + 4, end + 4 + length);
  return body.length < length ? undefined : { status: read.slice(9, 12), body };
}

/** Sends a request over and over on one connection, each as soon as the one before is answered; gives the last answer. */
function repeat(bytes: string, port: number, times: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    let left = times;
    let read = '';
    socket.setEncoding('latin1').on('error', reject);
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk: string) => {
      read += chunk;
      const answer = wholeAnswer(read);
      if (answer === undefined) return;
      read = '';
      left -= 1;
      if (answer.status === '200' && left > 0) return void socket.write(bytes);
      socket.destroy();
      if (answer.status === '200') resolve(answer.body);
      else reject(new Error(`answered ${answer.status}: ${answer.body}`));
    });
  });
}

/** One answer, as a client would read it. @throws Error where the server refuses */
export function answerOf(request: Request, { port }: Running): Promise<string> {
  return repeat(onTheWire(request, port), port, 1);
}

/**
 * Requests a second over a number of connections that are never idle.
 *
 * @param times requests of each connection
 */
export async function rate(request: Request, { port }: Running, connections: number, times: number): Promise<number> {
  const bytes = onTheWire(request, port);
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, () => repeat(bytes, port, times)));
  return (connections * times) / (Number(process.hrtime.bigint() - start) / 1e9);
}
