import { Fault } from '../contract/fault.ts';
import type { OperationName } from '../contract/operations.ts';
import { HTTP } from '../contract/shapes/http.ts';
import { inputShape } from '../contract/shapes/index.ts';
import { OUTPUT_SHAPES } from '../contract/shapes/outputs.ts';
import type { Service } from '../local-engine/service.ts';
import type { Asked } from './asked.ts';
import { type Signed, signedFor } from './credentials.ts';
import type { WireAnswer, WireRequest } from './message.ts';
import { Problem, type ProblemKind } from './problem.ts';
import type { Protocol } from './protocol/protocol.ts';
import { operationOf, type Wanted, wantedBy } from './route.ts';

/** Told of an error that is nobody's request's fault, so that whoever runs the server can read it. */
export type OnTrouble = (error: unknown) => void;

/** What answers are made with. */
export interface Desk {
  readonly service: Service;
  readonly asked: Asked;
  readonly onTrouble: OnTrouble;
}

/**
 * Answers one request as AWS would: whom it is for, who asks, what is asked, and then the engine. It never throws: what
 * goes wrong becomes an answer in the form of the protocol that was spoken.
 */
export async function respond(request: WireRequest, desk: Desk): Promise<WireAnswer> {
  let protocol = protocolOf(request);
  try {
    const signed = signedFor(request);
    const wanted = wantedBy(request, signed);
    ({ protocol } = wanted);
    return await answered(request, wanted, signed, desk);
  } catch (error) {
    return refused(error, protocol, desk);
  }
}

/** The form in which a request must be answered that got nowhere: that of the service which it names. */
export const protocolOf = (request: WireRequest): Protocol => wantedBy(request, undefined).protocol;

async function answered(
  request: WireRequest,
  wanted: Wanted,
  signed: Signed | undefined,
  { service, asked }: Desk,
): Promise<WireAnswer> {
  const operation = operationOf(wanted);
  const caller = callerOf(signed, operation);
  const [taken, { output: shape }] = await Promise.all([inputShape(operation), OUTPUT_SHAPES[operation]()]);
  const input = wanted.protocol.read(request, taken, wanted.labels);
  const { output, requestId, kept } = await service.call(operation, input, caller);
  const { action, protocol } = wanted;
  const answer = protocol.answer({ action, output, shape, requestId, status: HTTP[operation]?.status });
  if (kept !== undefined) asked.remember(request, taken, { answer, requestId, kept });
  return answer;
}

function callerOf(signed: Signed | undefined, operation: OperationName): Signed {
  const service = operation.slice(0, operation.indexOf(':'));
  if (signed === undefined)
    throw new Problem('no-credentials', 'Request is missing Authentication Token: sign it with any access key id.');
  if (signed.service === service) return signed;
  const message = `Credential should be scoped to correct service: '${service}', found '${signed.service}'.`;
  throw new Problem('foreign-credentials', message);
}

/** The answer to a request that went wrong, in the form of its protocol. */
export function refused(error: unknown, protocol: Protocol, { service, onTrouble }: Omit<Desk, 'asked'>): WireAnswer {
  if (error instanceof Fault && !isUnknownAccount(error)) {
    const { code, message } = error;
    const requestId = error.requestId ?? service.requestId();
    return protocol.refuse({ code, message, status: protocol.statusOf(code), requestId });
  }
  const kind = kindOf(error);
  if (kind === 'internal') onTrouble(error);
  const message = error instanceof Error ? error.message : String(error);
  return protocol.refuse({ ...protocol.faults[kind], message, requestId: service.requestId() });
}

/** The caller's own account; one that Organizations does not find is an operation's refusal, with its constraint. */
const isUnknownAccount = ({ code, violations }: Fault): boolean =>
  code === 'AccountNotFoundException' && violations.length === 0;

function kindOf(error: unknown): ProblemKind {
  if (error instanceof Problem) return error.kind;
  return error instanceof Fault ? 'unknown-account' : 'internal';
}
