import type { OperationName } from '../contract/operations.ts';
import type { Http } from '../contract/shape.ts';
import type { Labels } from './protocol/protocol.ts';

/** The operation that a method and a path name, and what the path says of its input. */
export interface Found {
  readonly operation: OperationName;
  readonly labels: Labels;
}

type Table = Readonly<Partial<Record<OperationName, Http>>>;

interface Route {
  readonly operation: OperationName;
  readonly service: string;
  readonly method: string;
  readonly pattern: RegExp;
}

/**
 * Finds operations by method and path, as REST protocols name them: a `{Member}` of the template is one segment of the path.
 * @param names every operation, so that the first of two that fit is always the same one
 * @returns a function of the service (any where none is known), the method and the path as it was sent
 */
export function router(
  names: readonly OperationName[],
  table: Table,
): (service: string | undefined, method: string, path: string) => Found | undefined {
  const routes = names.flatMap((operation): readonly Route[] => {
    const http = table[operation];
    if (http === undefined) return [];
    const [service = ''] = operation.split(':');
    return [{ operation, service, method: http.method, pattern: patternOf(http.path) }];
  });
  return (service, method, path) => {
    for (const route of routes) {
      if (route.method !== method || (service !== undefined && route.service !== service)) continue;
      const labels = labelsOf(route.pattern.exec(path));
      if (labels !== undefined) return { operation: route.operation, labels };
    }
    return undefined;
  };
}

const LABEL = /\{(\w+)\}/g;

function patternOf(template: string): RegExp {
  const parts = template.split(LABEL).map((part, at) => (at % 2 === 0 ? literal(part) : `(?<${part}>[^/]+)`));
  return new RegExp(`^${parts.join('')}$`);
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Undefined where the path does not fit, or holds an escape that is none. */
function labelsOf(match: RegExpExecArray | null): Labels | undefined {
  if (match === null) return undefined;
  try {
    const labels = Object.entries(match.groups ?? {});
    return Object.fromEntries(labels.map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined;
  }
}
