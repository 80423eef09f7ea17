import type { Shape } from '../contract/shape.ts';
import type { Glance, Kept, Service } from '../local-engine/service.ts';
import { credentialIn } from './credentials.ts';
import type { WireAnswer, WireRequest } from './message.ts';

/** How many answers are remembered, and how long each may be with its request, in characters: 16 MB at most. */
const MOST = 1_000;
const LONGEST = 16_384;

/** An answer with the request id that stands in it. */
interface Answered {
  readonly answer: WireAnswer;
  readonly requestId: string;
  readonly kept: Kept;
}

/** An answer without its request id. */
interface Remembered {
  readonly kept: Kept;
  readonly answer: WireAnswer;
  /** The headers that are the request id. */
  readonly marked: readonly string[];
  /** The pieces of the body between which the request id stands. */
  readonly pieces: readonly string[];
}

/**
 * Reads that were answered before. Clients ask the same over and over; as long as nothing changes in the sandbox they get
 * the bytes of the first answer with a request id of their own, and nobody parses, checks or looks up anything again.
 */
export class Asked {
  readonly #answers = new Map<string, Remembered>();

  constructor(private readonly service: Service) {}

  /**
   * The answer to a request that was answered before, where it still holds.
   * @param glance at the sandbox, for one of several requests that had all arrived before
   * @throws StoreError when the sandbox file cannot be used
   */
  again(request: WireRequest, glance?: Glance): WireAnswer | undefined {
    const key = keyOf(request);
    const known = key === undefined ? undefined : this.#answers.get(key);
    if (known === undefined) return undefined;
    const requestId = this.service.again(known.kept, glance);
    return requestId === undefined ? undefined : stamped(known, requestId);
  }

  /**
   * Remembers an answer that holds until something changes, in the place of the oldest one where there are too many.
   * @param input the shape of what was asked; one that takes members from headers is not remembered, since no key has them
   */
  remember(request: WireRequest, input: Shape, { answer, requestId, kept }: Answered): void {
    const key = takesHeaders(input) ? undefined : keyOf(request);
    if (key === undefined || key.length + answer.body.length > LONGEST) return;
    this.#answers.delete(key);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= MOST && oldest !== undefined) this.#answers.delete(oldest);
    const marked = Object.keys(answer.headers).filter((name) => answer.headers[name] === requestId);
    this.#answers.set(key, { kept, answer, marked, pieces: answer.body.split(requestId) });
  }
}

const takesHeaders = (shape: Shape): boolean =>
  shape.type === 'structure' && Object.values(shape.members).some(({ location }) => location === 'header');

/**
 * Everything that an answer depends on, but for the sandbox. Of the signature that is the credential alone: the rest of it
 * differs each time and is not looked at.
 * @returns nothing for a request that is signed in another way, or comes from a web page
 */
function keyOf({ method, path, query, header, body }: WireRequest): string | undefined {
  const credential = credentialIn(header('authorization') ?? '');
  if (credential === undefined || header('origin') !== undefined || header('sec-fetch-site') !== undefined)
    return undefined;
  return [method, path, query, header('host'), credential, header('x-amz-target'), body].join('\n');
}

function stamped({ answer, marked, pieces }: Remembered, requestId: string): WireAnswer {
  const headers = { ...answer.headers };
  for (const name of marked) headers[name] = requestId;
  return { status: answer.status, headers, body: pieces.length === 1 ? answer.body : pieces.join(requestId) };
}
