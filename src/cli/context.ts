import type { CommandContext, Danger } from '../commands/types.ts';
import type { Backend, Call } from '../contract/ports.ts';
import type { Note } from '../contract/result.ts';
import type { ContextStore, Settings } from '../contract/settings.ts';
import type { Io } from '../io.ts';
import { prompts } from '../prompts/gateway.ts';
import type { Switches } from './globals.ts';
import { lazyCall, type Session, timed } from './session.ts';
import { spinning } from './spinner.ts';

export interface ContextParts {
  readonly io: Io;
  readonly session: Session;
  readonly settings: Settings;
  readonly switches: Switches;
  readonly contexts: ContextStore;
  readonly input: Readonly<Record<string, unknown>>;
  /** Lines for stderr that the verb adds. */
  readonly notes: Note[];
}

/** What a verb may use of the world, for a real run. */
export function commandContext(parts: ContextParts): CommandContext {
  const { io, session, settings, switches, contexts, input, notes } = parts;
  const asking = prompts(io, switches.noInput);
  const show = (line: string): void => io.err(`${line}\n`);
  return {
    call: lazyCall(session, io, switches.debug),
    atomically: async (steps) => (await session.backend()).atomically(steps),
    backend: session.backend,
    sandbox: session.sandbox,
    copying: session.copying,
    dryRun: switches.dryRun,
    now: io.now,
    settings,
    contexts,
    input,
    wait: { wait: switches.wait, timeoutMs: switches.timeoutMs },
    prompts: asking,
    confirm: async (what: Danger) => {
      if (switches.dryRun) return;
      const { agree } = await import('../prompts/confirm.ts');
      await agree(what, { yes: switches.yes, confirm: switches.confirm, quiet: switches.quiet, show, prompts: asking });
    },
    readText: async (source) => (await import('./input.ts')).readSource(source, source, io),
    // What is left out at two places of an answer is said once.
    note: (kind, text) => {
      if (!notes.some((note) => note.kind === kind && note.text === text)) notes.push({ kind, text });
    },
    progress: (text, work) => spinning(io, switches.quiet, text, work),
    serve: session.serve,
    announce: (line, value) => io.out(`${settings.output.value === 'json' ? JSON.stringify(value) : line}\n`),
    warn: (line) => io.err(`${line}\n`),
    stopped: io.stopped,
    pause: io.pause,
  };
}

/** The same context inside a rehearsal: every way to the backend goes through the rehearsed call. */
export function rehearsedContext(
  ctx: CommandContext,
  backend: Backend,
  call: Call,
  io: Io,
  debug: boolean,
): CommandContext {
  const rehearsed = debug ? timed(call, io) : call;
  const atomically: Backend['atomically'] = (steps) => steps(rehearsed);
  const inside: Backend = {
    kind: backend.kind,
    scope: backend.scope,
    call: rehearsed,
    atomically,
    rehearse: atomically,
    checkLaunch: (input) => backend.checkLaunch(input),
    consult: (decide) => backend.consult(decide),
    takeAlerts: () => backend.takeAlerts(),
    close: () => undefined,
  };
  return { ...ctx, call: rehearsed, atomically, backend: async () => inside };
}
