import type { OperationName } from '../contract/operations.ts';
import { HTTP } from '../contract/shapes/http.ts';
import { operationNames } from '../contract/shapes/names.ts';
import type { Signed } from './credentials.ts';
import type { WireRequest } from './message.ts';
import { type Found, router } from './paths.ts';
import { Problem } from './problem.ts';
import { parametersOf } from './protocol/form.ts';
import { json11 } from './protocol/json11.ts';
import type { Labels, Protocol } from './protocol/protocol.ts';
import { query } from './protocol/query.ts';
import { SERVICES, type WireService } from './services.ts';

/** What a request says it wants, before anything is known about it. */
export interface Wanted {
  /** In which form it must be answered, whatever it is. */
  readonly protocol: Protocol;
  readonly service: WireService | undefined;
  /** The operation without its service, as written. */
  readonly action: string;
  /** What the path says of the input. */
  readonly labels: Labels;
}

const NO_LABELS: Labels = {};
/** The form of an answer to a request that names a target which is no service's. */
const TARGETED = json11('InternalFailure');
const byPath = router(operationNames, HTTP);

/**
 * The service and operation of a request: from X-Amz-Target, else from method and path, else from Action and Version of a
 * form. A form whose version is no service's is taken for the service it was signed for.
 */
export function wantedBy(request: WireRequest, signed: Signed | undefined): Wanted {
  const target = request.header('x-amz-target');
  if (target !== undefined) {
    const dot = target.lastIndexOf('.');
    const service = SERVICES.find((one) => one.target !== undefined && one.target === target.slice(0, dot));
    return { protocol: service?.protocol ?? TARGETED, service, action: target.slice(dot + 1), labels: NO_LABELS };
  }
  const bySignature = SERVICES.find(({ name }) => name === signed?.service);
  if (bySignature?.target !== undefined)
    return { protocol: bySignature.protocol, service: bySignature, action: '', labels: NO_LABELS };
  return restWanted(request, bySignature) ?? formWanted(request, bySignature);
}

/** A request that was signed for a REST service; or for none, or another one, and stands at a path that one has. */
function restWanted({ method, path }: WireRequest, bySignature: WireService | undefined): Wanted | undefined {
  if (bySignature?.byPath === true) {
    const found = byPath(bySignature.name, method, path);
    return { protocol: bySignature.protocol, service: bySignature, ...named(found) };
  }
  const found = path === '/' ? undefined : byPath(undefined, method, path);
  const service = SERVICES.find(({ name }) => found?.operation.startsWith(`${name}:`));
  return service && { protocol: service.protocol, service, ...named(found) };
}

const named = (found: Found | undefined): Pick<Wanted, 'action' | 'labels'> =>
  found === undefined
    ? { action: '', labels: NO_LABELS }
    : { action: found.operation.slice(found.operation.indexOf(':') + 1), labels: found.labels };

function formWanted(request: WireRequest, bySignature: WireService | undefined): Wanted {
  const parameters = parametersOf(request);
  const version = parameters.get('Version');
  const service = SERVICES.find((one) => one.version !== undefined && one.version === version) ?? bySignature;
  const action = parameters.get('Action') ?? '';
  return { protocol: service?.protocol ?? query(''), service, action, labels: NO_LABELS };
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
