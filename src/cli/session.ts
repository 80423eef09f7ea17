import type { Backend, Call, Sandbox } from '../contract/ports.ts';
import type { ServeOptions, Serving } from '../contract/serving.ts';
import type { Settings } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';
import type { Deps, Opened } from './deps.ts';

/** The backend of one run: opened when first asked for, closed at the end. */
export interface Session {
  backend(): Promise<Backend>;
  sandbox(): Promise<Sandbox>;
  serve(options: ServeOptions): Promise<Serving>;
  /** The kind of the backend if it was opened. */
  readonly opened: Backend['kind'] | undefined;
  /** What calls were let through with, in words; nothing if the backend was not opened. */
  alerts(): Promise<readonly string[]>;
  close(): void;
}

export function session(deps: Deps, settings: Settings, io: Io): Session {
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  const open = async (): Promise<Opened> => {
    opening ??= deps.open(settings, io);
    opened = await opening;
    return opened;
  };
  return {
    backend: async () => (await open()).backend,
    sandbox: async () => {
      const { sandbox, backend } = await open();
      return sandbox ?? noSandbox(backend.kind);
    },
    serve: async (options) => {
      const { serve, backend } = await open();
      return serve ? serve(options) : noSandbox(backend.kind);
    },
    get opened() {
      return opened?.backend.kind;
    },
    alerts: async () => {
      const raised = opened?.backend.takeAlerts() ?? [];
      if (raised.length === 0) return [];
      const { describe } = await import('../validation/catalogue/index.ts');
      return raised.map((violation) => `${violation.id}: ${describe(violation).message}`);
    },
    close: () => opened?.backend.close(),
  };
}

function noSandbox(kind: Backend['kind']): never {
  throw new UsageError(
    `a sandbox is part of the embedded engine, but this is the ${kind} backend`,
    'add --backend local',
  );
}

/** A call that opens the backend when it is first used, and with --debug says on stderr what was called and how long it took. */
export function lazyCall(of: Session, io: Io, debug: boolean): Call {
  const call: Call = async (operation, input) => (await of.backend()).call(operation, input);
  return debug ? timed(call, io) : call;
}

/** The same call, each use of it written to stderr with its milliseconds. */
export function timed(call: Call, io: Io): Call {
  return async (operation, input) => {
    const from = io.now();
    try {
      return await call(operation, input);
    } finally {
      io.err(`debug: ${operation} ${io.now() - from} ms\n`);
    }
  };
}
