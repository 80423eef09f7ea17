import type { GivenGlobals } from '../commands/globals.ts';
import type { CommandContext } from '../commands/types.ts';
import { EXIT, type ExitCode } from '../contract/exit.ts';
import type { Note, Result } from '../contract/result.ts';
import type { OutputFormat, Setting } from '../contract/settings.ts';
import type { Io } from '../io.ts';
import { prompts } from '../prompts/gateway.ts';
import { askMissing } from '../prompts/missing.ts';
import { contextStore } from '../settings/contexts.ts';
import { readProjectFile, readUserFile } from '../settings/files.ts';
import { isSettingName } from '../settings/keys.ts';
import { places } from '../settings/paths.ts';
import { resolveSettings } from '../settings/resolve.ts';
import { bindValues } from './bind.ts';
import { remembered } from './carried-out.ts';
import { type ContextParts, commandContext, rehearsedContext } from './context.ts';
import type { Deps } from './deps.ts';
import { switchesOf } from './globals.ts';
import { guarded } from './guarded.ts';
import type { Line } from './line.ts';
import { present } from './present.ts';
import { veil, watchBirths } from './rehearsal.ts';
import { session } from './session.ts';

type VerbLine = Extract<Line, { readonly kind: 'verb' }>;

/** Runs a parsed line: settings, input, missing values, the verb, its result on stdout, and the backend closed after it. */
export async function execute(line: VerbLine, io: Io, deps: Deps): Promise<ExitCode> {
  const { settingsFile } = places(io.env);
  const project = readProjectFile(io.cwd);
  const user = readUserFile(settingsFile);
  const settings = resolveSettings({ flags: settingFlags(line.globals), env: io.env, project, user });
  const switches = switchesOf(line.globals);
  const output = outputOf(settings.output, switches.query);
  const { debug, noColor, query, quiet } = switches;
  return guarded(io, { output, debug, noColor }, async () => {
    const { noInput, timeoutMs } = switches;
    const opening = { prompts: prompts(io, noInput), timeoutMs, quiet, changes: line.verb.mutates };
    const open = session(deps, settings, io, opening);
    const contexts = contextStore(settingsFile, io.env, project);
    const input = switches.input === undefined ? {} : await (await import('./input.ts')).readInput(switches.input, io);
    const parts: ContextParts = { io, session: open, settings, switches, contexts, input, notes: [] };
    try {
      const { bare, born } = await outcome(line, parts);
      const result = veil(completed(bare, await open.alerts(), open.opened, parts.notes), born);
      await present(result, io, { output, query, quiet, noColor });
      return result.exit ?? EXIT.done;
    } finally {
      open.close();
    }
  });
}

/** What a verb returned, and the ids that exist only in the rehearsal it ran in. */
interface Outcome {
  readonly bare: Result;
  readonly born: ReadonlySet<string>;
}

async function outcome(line: VerbLine, parts: ContextParts): Promise<Outcome> {
  const ctx = commandContext(parts);
  const values = await valuesFor(line, ctx);
  if (line.verb.mutates && parts.switches.dryRun) return rehearse(line, values, ctx, parts);
  if (!line.verb.mutates) return { bare: await line.verb.run(values, ctx), born: new Set() };
  const changes = remembered(ctx.call);
  try {
    return { bare: await line.verb.run(values, { ...ctx, call: changes.call }), born: new Set() };
  } catch (error) {
    changes.confess(parts.io);
    throw error;
  }
}

/** What was written, then what `--input` brought, then what is asked: by the verb's wizard if nothing was given at all. */
async function valuesFor(line: VerbLine, ctx: CommandContext): Promise<unknown> {
  const { verb, given, path } = line;
  const nothing = given.arguments.length === 0 && given.options.size === 0 && Object.keys(ctx.input).length === 0;
  if (verb.wizard && nothing && ctx.prompts.available) return verb.wizard(ctx);
  return askMissing(path, verb, bindValues(verb, given, ctx.input), ctx.prompts);
}

/** Everything really happens, inside a transaction that is undone; ids born in it are to be hidden, for the real run has others. */
async function rehearse(line: VerbLine, values: unknown, ctx: CommandContext, parts: ContextParts): Promise<Outcome> {
  const { io, switches } = parts;
  const backend = await ctx.backend();
  const outcome = await backend.rehearse(async (call) => {
    const watched = watchBirths(call);
    const inside = rehearsedContext(ctx, backend, watched.call, io, switches.debug);
    return { bare: await line.verb.run(values, inside), born: watched.born };
  });
  if (!switches.quiet) io.err('dry run: nothing was changed\n');
  return outcome;
}

/** Adds the alerts that calls raised and the verb's own lines, and to a JSON object which backend answered. */
function completed(
  result: Result,
  alerts: readonly string[],
  backend: string | undefined,
  own: readonly Note[],
): Result {
  const { value } = result;
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  const named = backend !== undefined && isRecord && !('backend' in value) ? { backend, ...value } : value;
  const raised = alerts.map((text) => ({ kind: 'alert', text }) as const);
  return { ...result, value: named, notes: [...raised, ...(result.notes ?? []), ...own] };
}

function settingFlags(globals: GivenGlobals): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(globals).filter(([name]) => isSettingName(name)));
}

/** `--query` picks from data, so it means JSON unless another format was chosen. */
function outputOf(output: Setting<OutputFormat>, query: string | undefined): OutputFormat {
  return query !== undefined && output.origin.kind === 'default' ? 'json' : output.value;
}
