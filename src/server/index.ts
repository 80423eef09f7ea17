import type { ServeOptions, Serving } from '../contract/serving.ts';
import type { Service } from '../local-engine/service.ts';
import { Asked } from './asked.ts';
import { isLoopback, refusePages } from './guest.ts';
import { close, type Handler, httpServer, listen, type Patience } from './http.ts';
import type { WireAnswer, WireRequest } from './message.ts';
import { type OnTrouble, protocolOf, refused, respond } from './respond.ts';

/** How long events of reads may wait before they are written, in milliseconds. */
const EVENTS_WAIT = 500;

/**
 * Serves the engine over AWS's wire protocols.
 * @param patience how long a client may take, where that is not the usual; in milliseconds
 * @throws the system's error where the address or the port cannot be had
 */
export async function serve(
  service: Service,
  { address, port, onTrouble }: ServeOptions,
  patience?: Partial<Patience>,
): Promise<Serving> {
  const loopback = isLoopback(address);
  const events = eventsOf(service, onTrouble);
  const desk = { service, onTrouble, asked: new Asked(service) };
  const anew = async (request: WireRequest): Promise<WireAnswer> => {
    const answer = await respond(request, desk);
    events.wait();
    return answer;
  };
  const handler: Handler = {
    turn: () => {
      const glance = service.glance();
      return (request) => {
        try {
          const again = desk.asked.again(request, glance);
          if (again === undefined) refusePages(request, loopback);
          else events.wait();
          return again ?? anew(request);
        } catch (error) {
          return refused(error, protocolOf(request), desk);
        }
      };
    },
    refuse: (request, problem) => refused(problem, protocolOf(request), desk),
  };
  const server = httpServer(handler, patience);
  const taken = await listen(server, address, port);
  return {
    endpoint: `http://${address.includes(':') ? `[${address}]` : address}:${taken}`,
    address,
    port: taken,
    loopback,
    stop: async () => {
      await close(server);
      events.write();
    },
  };
}

/** Writes the events of reads in groups: nobody waits for them, but another process may want to see them. */
function eventsOf(service: Service, onTrouble: OnTrouble): { wait(): void; write(): void } {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      service.flush();
    } catch (error) {
      onTrouble(error);
    }
  };
  return {
    wait: () => {
      timer ??= setTimeout(write, EVENTS_WAIT).unref();
    },
    write,
  };
}
