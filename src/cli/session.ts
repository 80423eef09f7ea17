import type { Backend, Call, Sandbox } from '../contract/ports.ts';
import type { ServeOptions, Serving } from '../contract/serving.ts';
import type { Settings } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import type { Io } from '../io.ts';
import type { Deps, Opened, Opening } from './deps.ts';

/** The backend of one run: opened when first asked for, closed at the end. */
export interface Session {
  /** The backend, once it is known who calls. */
  backend(): Promise<Backend>;
  /** Its call alone: a plain read need not find out who calls first. */
  call(): Promise<Call>;
  sandbox(): Promise<Sandbox>;
  serve(options: ServeOptions): Promise<Serving>;
  /** AWS and the sandbox at once, whichever of them is the backend. */
  copying(): Promise<{ readonly from: Backend; readonly into: Sandbox }>;
  /** The kind of the backend if it was opened. */
  readonly opened: Backend['kind'] | undefined;
  /** What calls were let through with, in words; nothing if the backend was not opened. */
  alerts(): Promise<readonly string[]>;
  close(): void;
}

export interface SessionOptions extends Opening {
  /** Whether something may be changed: on AWS the account and Region are then named first. */
  readonly changes: boolean;
}

export function session(deps: Deps, settings: Settings, io: Io, options: SessionOptions): Session {
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  const open = async (): Promise<Opened> => {
    opening ??= deps.open(settings, io, options);
    opened = await opening;
    return opened;
  };
  const beside: Backend[] = [];
  let named = !options.changes || options.quiet;
  const identified = async (): Promise<Backend> => {
    const { backend, identify } = await open();
    await identify?.();
    if (!named && backend.kind === 'aws') io.err(banner(backend, settings));
    named = true;
    return backend;
  };
  return {
    backend: identified,
    call: async () => (options.changes ? await identified() : (await open()).backend).call,
    sandbox: async () => {
      const { sandbox, backend } = await open();
      return sandbox ? sandbox() : noSandbox(backend.kind);
    },
    serve: async (options) => {
      const { serve, backend } = await open();
      return serve ? serve(options) : noSandbox(backend.kind);
    },
    copying: async () => {
      const { sandbox, from } = await bothOf(deps, settings, io, options, beside);
      return { from, into: sandbox ?? noSandbox('aws') };
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
    close: () => {
      for (const backend of [...beside, ...(opened ? [opened.backend] : [])]) backend.close();
    },
  };
}

/** Opens AWS as the settings say, and the sandbox without the account and Region, which are meant for AWS. */
async function bothOf(deps: Deps, settings: Settings, io: Io, options: SessionOptions, beside: Backend[]) {
  const none = { value: undefined, origin: { kind: 'default' } } as const;
  const inSandbox = {
    ...settings,
    backend: { ...settings.backend, value: 'local' },
    account: none,
    region: none,
  } as const;
  const onAws = { ...settings, backend: { ...settings.backend, value: 'aws' } } as const;
  const { backend: from, identify } = await deps.open(onAws, io, options);
  beside.push(from);
  await identify?.();
  const { backend, sandbox } = await deps.open(inSandbox, io, options);
  beside.push(backend);
  return { from, sandbox: await sandbox?.() };
}

/** `[aws: 111122223333 prod eu-west-1]`: what is about to be changed. */
function banner({ scope }: Backend, { profile }: Settings): string {
  return `[aws: ${[scope.account, ...(profile.value === undefined ? [] : [profile.value]), scope.region].join(' ')}]\n`;
}

function noSandbox(kind: Backend['kind']): never {
  throw new UsageError(
    `a sandbox is part of the embedded engine, but this is the ${kind} backend`,
    'add --backend local',
  );
}

/** A call that opens the backend when it is first used, and with --debug says on stderr what was called and how long it took. */
export function lazyCall(of: Session, io: Io, debug: boolean): Call {
  const call: Call = async (operation, input) => (await of.call())(operation, input);
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
