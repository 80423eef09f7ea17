import type { Backend, Call, Sandbox } from '../contract/ports.ts';
import type { Prompts } from '../contract/prompts.ts';
import type { Note, Result } from '../contract/result.ts';
import type { ServeOptions, Serving } from '../contract/serving.ts';
import type { ContextStore, Settings } from '../contract/settings.ts';
import type { Param, Params } from './params.ts';

export interface Example {
  /** What somebody wants, in their words. */
  readonly intent: string;
  /** The whole line, `lm` included. */
  readonly command: string;
}

/** A verb as data, before anything of it is loaded. */
export interface Declaration<A extends Params = Params, O extends Params = Params> {
  /** One word, or two for a verb of a group (`clock advance`). */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  /** In the order in which they are written. Only the last may be a list. */
  readonly arguments: A;
  readonly options: O;
  readonly examples: readonly Example[];
  /** Whether it changes anything: such a verb knows --dry-run. */
  readonly mutates: boolean;
}

type Value<P> = P extends Param<infer T> ? (P['required'] extends true ? T : T | undefined) : never;

/** What `run` gets: one member for each argument and option, typed by its declaration. */
export type ArgsOf<D extends Declaration> = {
  readonly [K in keyof D['arguments']]: Value<D['arguments'][K]>;
} & { readonly [K in keyof D['options']]: Value<D['options'][K]> };

/** A verb as the program sees it: its declaration, and what to do with the values once they are checked. */
export interface Verb extends Declaration {
  /** @param values checked against the declaration; throws if they do not fit, which is our own error */
  run(values: unknown, ctx: CommandContext): Promise<Result>;
  /** Asks for everything when the verb is typed alone in a terminal; returns the values for `run`. */
  readonly wizard?: (ctx: CommandContext) => Promise<unknown>;
}

export interface NounManifest {
  readonly verbs: readonly Verb[];
  /** What the noun does by itself (`lm whoami`). */
  readonly self?: Verb;
  /** What to type instead where a verb (`path` are its words) gets a word that it has no argument for. */
  readonly spareWord?: (path: string, verb: Declaration, word: string) => string | undefined;
}

export interface Noun {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  load(): Promise<NounManifest>;
  /** Some of its verbs, where loading all for a line of theirs costs too much. */
  everyday?(): Promise<NounManifest>;
}

/** What must be shown and agreed before something is destroyed. */
export interface Danger {
  /** What is touched, one line each. */
  readonly lines: readonly string[];
  /** `confirm`: y/N or --yes; `type-name`: the name typed or --confirm NAME. */
  readonly danger: 'confirm' | 'type-name';
  /** What is destroyed: the name that must be typed. */
  readonly name: string;
}

/** Everything a verb may use of the world. */
export interface CommandContext {
  /** Calls AWS or the engine; inside a dry run everything it does is undone at the end. */
  readonly call: Call;
  /** Several calls as one: all stay or none. */
  atomically<T>(steps: (call: Call) => Promise<T>): Promise<T>;
  /** Opens the backend when first asked. */
  backend(): Promise<Backend>;
  /** The embedded engine's own controls; a `UsageError` on any other backend. */
  sandbox(): Promise<Sandbox>;
  /**
   * AWS to read from and the sandbox to fill, whichever of them is the backend. It is known who calls; the sandbox is open
   * as its own default account.
   */
  copying(): Promise<{ readonly from: Backend; readonly into: Sandbox }>;
  readonly dryRun: boolean;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly settings: Settings;
  readonly contexts: ContextStore;
  /** What `--input` brought, with AWS's field names; empty without it. Options written out are stronger. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly wait: { readonly wait: boolean; readonly timeoutMs: number | undefined };
  /** Returns when agreed (or in a dry run); otherwise throws `Cancelled`, or `UsageError` when nobody can be asked. */
  confirm(what: Danger): Promise<void>;
  readonly prompts: Prompts;
  /**
   * All of a file, or of standard input for `-`, as text.
   * @throws UsageError when it cannot be read
   */
  readText(source: string): Promise<string>;
  /** Adds a line for stderr after the data. */
  note(kind: Note['kind'], text: string): void;
  /** Shows a spinner (on a terminal only) while the work lasts; `say` replaces its text by how far the work has come. */
  progress<T>(text: string, work: (say: (text: string) => void) => Promise<T>): Promise<T>;
  /** Puts the embedded engine behind HTTP; a `UsageError` on any other backend. */
  serve(options: ServeOptions): Promise<Serving>;
  /** For a verb that stays: one line on stdout at once, the value as one line of JSON where that is the output. */
  announce(line: string, value: object): void;
  /** For a verb that stays: one line on stderr at once. */
  warn(line: string): void;
  /** Returns when a signal asks the program to end. */
  stopped(): Promise<void>;
  /** Waits so many milliseconds, or less when the promise is kept before. */
  pause(milliseconds: number, sooner: Promise<void>): Promise<void>;
}

/** Keeps the types of a declaration so that `ArgsOf<typeof it>` can be read from it. */
export function declare<const A extends Params, const O extends Params>(
  declaration: Declaration<A, O>,
): Declaration<A, O> {
  return declaration;
}

/**
 * Joins a declaration with the module that runs it, which loads only when the verb is used.
 * @param load `() => import('./verb.ts')`, a module that exports `run(args, ctx)`
 * @param wizard `() => import('./wizard.ts')`, a module that exports `ask(ctx)` and returns the same args
 */
export function verb<A extends Params, O extends Params>(
  declaration: Declaration<A, O>,
  load: () => Promise<{ run(args: ArgsOf<Declaration<A, O>>, ctx: CommandContext): Promise<Result> }>,
  wizard?: () => Promise<{ ask(ctx: CommandContext): Promise<ArgsOf<Declaration<A, O>>> }>,
): Verb {
  return {
    ...declaration,
    async run(values, ctx) {
      const { run } = await load();
      if (!fits(declaration, values)) throw new TypeError(`lm ${declaration.name}: values do not fit its declaration`);
      return run(values, ctx);
    },
    ...(wizard ? { wizard: async (ctx: CommandContext) => (await wizard()).ask(ctx) } : {}),
  };
}

/** The one place where parsed text becomes typed arguments: every member is looked at. */
function fits<A extends Params, O extends Params>(
  declaration: Declaration<A, O>,
  values: unknown,
): values is ArgsOf<Declaration<A, O>> {
  if (typeof values !== 'object' || values === null) return false;
  const given = new Map<string, unknown>(Object.entries(values));
  return Object.entries({ ...declaration.arguments, ...declaration.options }).every(([name, param]) => {
    const value = given.get(name);
    return value === undefined ? !param.required : param.holds(value);
  });
}
