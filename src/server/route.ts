import type { OperationName } from '../contract/operations.ts';
import { operationNames } from '../contract/shapes/names.ts';
import type { Signed } from './credentials.ts';
import type { WireRequest } from './message.ts';
import { Problem } from './problem.ts';
import { parametersOf } from './protocol/form.ts';
import { json11 } from './protocol/json11.ts';
import type { Protocol } from './protocol/protocol.ts';
import { query } from './protocol/query.ts';
import { SERVICES, type WireService } from './services.ts';

/** What a request says it wants, before anything is known about it. */
export interface Wanted {
  /** In which form it must be answered, whatever it is. */
  readonly protocol: Protocol;
  readonly service: WireService | undefined;
  /** The operation without its service, as written. */
  readonly action: string;
}

/**
 * The service and operation of a request: from X-Amz-Target, else from Action and Version of a form. A form whose version
 * is no service's is taken for the service it was signed for.
 */
export function wantedBy(request: WireRequest, signed: Signed | undefined): Wanted {
  const target = request.header('x-amz-target');
  if (target !== undefined) {
    const dot = target.lastIndexOf('.');
    const service = SERVICES.find((one) => one.target !== undefined && one.target === target.slice(0, dot));
    return { protocol: service?.protocol ?? json11, service, action: target.slice(dot + 1) };
  }
  const bySignature = SERVICES.find(({ name }) => name === signed?.service);
  if (bySignature?.target !== undefined) return { protocol: bySignature.protocol, service: bySignature, action: '' };
  const parameters = parametersOf(request);
  const version = parameters.get('Version');
  const service = SERVICES.find((one) => one.version !== undefined && one.version === version) ?? bySignature;
  return { protocol: service?.protocol ?? query(''), service, action: parameters.get('Action') ?? '' };
}

/** @throws Problem (unknown-operation) for one that no service here has */
export function operationOf({ service, action }: Wanted): OperationName {
  const found = operationNames.find((name) => name === `${service?.name}:${action}`);
  if (found !== undefined) return found;
  throw new Problem('unknown-operation', unknown(service, action));
}

function unknown(service: WireService | undefined, action: string): string {
  if (service === undefined) {
    const served = SERVICES.map(({ name }) => name).join(', ');
    return `The request names no service that is served here: ${served}.`;
  }
  if (action === '') return `The request names no operation of ${service.name}.`;
  return `The action ${action} is not valid for this web service, or the sandbox does not have it yet.`;
}
