import type { Finding } from '../contract/constraint.ts';
import { EXIT, type ExitCode } from '../contract/exit.ts';
import { Fault } from '../contract/fault.ts';
import { UsageError } from '../contract/usage.ts';
import type { LoadCatalogue } from './catalogue.ts';
import { exitOfCode } from './fault-exit.ts';
import { drawJson } from './formats/json.ts';
import type { Terminal } from './terminal.ts';

export interface ErrorOptions {
  /** As JSON for `-o json` and `-o yaml`, else as text. */
  readonly format?: string;
  readonly terminal: Terminal;
  readonly catalogue: LoadCatalogue;
  /** Adds the stack of what is not an expected failure. */
  readonly debug?: boolean;
}

export interface RenderedError {
  /** For stderr; ends in a line end. */
  readonly text: string;
  readonly exit: ExitCode;
}

/** An error in the words of the house, before it is drawn as text or JSON. */
export interface Telling {
  readonly code: string;
  readonly message: string;
  readonly findings: readonly Finding[];
  readonly hint: string | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly exit: ExitCode;
}

/**
 * Tells an error: what, why with numbers, how to fix it, by which rule. A Fault's exit code comes from the constraint
 * of its first violation, else from AWS's error code; a usage error exits 2, anything else 1.
 */
export async function renderError(error: unknown, options: ErrorOptions): Promise<RenderedError> {
  const telling = await tell(error, options.catalogue);
  if (options.format === 'json' || options.format === 'yaml') {
    return { text: `${await errorJson(telling)}\n`, exit: telling.exit };
  }
  const { errorText } = await import('./error-text.ts');
  const stack = options.debug && error instanceof Error && error.stack !== undefined ? error.stack : undefined;
  return { text: `${await errorText(telling, options.terminal, stack)}\n`, exit: telling.exit };
}

async function tell(error: unknown, catalogue: LoadCatalogue): Promise<Telling> {
  if (error instanceof Fault) return tellFault(error, catalogue);
  if (error instanceof UsageError) return told('UsageError', error.message, EXIT.usage, error.hint);
  if (isStoreError(error)) return told(`StoreError.${error.kind}`, error.message, EXIT.error);
  const reason = error instanceof Error ? error.message : String(error);
  return told(
    'InternalError',
    `internal error: ${reason}`,
    EXIT.error,
    'run it again with --debug to see where it happened',
  );
}

function told(code: string, message: string, exit: ExitCode, hint?: string): Telling {
  return { code, message, findings: [], hint, requestId: undefined, retryable: false, exit };
}

async function tellFault(fault: Fault, catalogue: LoadCatalogue): Promise<Telling> {
  const { code, message, violations, requestId, retryable } = fault;
  const [first] = violations;
  const base = { code, requestId, retryable, hint: retryable ? 'the call may be repeated as it is' : undefined };
  if (first === undefined) return { ...base, message, findings: [], exit: exitOfCode(code) };
  const { describe, exitOf } = await catalogue();
  const findings = violations.map(describe);
  const what = findings.length > 1 ? `refused for ${findings.length} reasons` : (findings[0]?.message ?? message);
  return { ...base, message: what, findings, exit: exitOf(first) };
}

/** The embedded engine's store speaks about its file with a kind and a whole message; its class is not known here. */
function isStoreError(error: unknown): error is Error & { readonly kind: string } {
  return error instanceof Error && error.name === 'StoreError' && 'kind' in error && typeof error.kind === 'string';
}

async function errorJson(telling: Telling): Promise<string> {
  const { code, message, findings, hint, requestId, retryable, exit } = telling;
  const { findingJson } = await import('./launch-check/json.ts');
  const error = {
    code,
    message,
    violations: findings.map(findingJson),
    hint: hint ?? null,
    requestId: requestId ?? null,
    retryable,
    exitCode: exit,
  };
  return drawJson({ error });
}
