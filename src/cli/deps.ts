import { join } from 'node:path';
import { NOUNS } from '../commands/manifest.ts';
import type { Noun } from '../commands/types.ts';
import type { Backend, Sandbox } from '../contract/ports.ts';
import type { Prompts } from '../contract/prompts.ts';
import type { ServeOptions, Serving } from '../contract/serving.ts';
import type { Settings } from '../contract/settings.ts';
import type { Io } from '../io.ts';
import { places } from '../settings/paths.ts';

/** A backend, and the engine's own controls where the backend is the embedded engine. */
export interface Opened {
  readonly backend: Backend;
  sandbox?(): Promise<Sandbox>;
  /** Opens the engine to AWS's own tools. */
  serve?(options: ServeOptions): Promise<Serving>;
  /** Finds out who calls, where that has to be asked for; `backend.scope` is known afterwards. */
  identify?(): Promise<void>;
}

/** How a run wants its backend. */
export interface Opening {
  readonly prompts: Prompts;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number | undefined;
  readonly quiet: boolean;
}

/** What a run needs besides the world: a test passes its own. */
export interface Deps {
  readonly version: string;
  readonly nouns: readonly Noun[];
  open(settings: Settings, io: Io, opening: Opening): Promise<Opened>;
}

export const nouns = NOUNS;

/** The one place that knows which backend a setting means. */
export async function open(settings: Settings, io: Io, opening: Opening): Promise<Opened> {
  return settings.backend.value === 'aws' ? openOnAws(settings, io, opening) : openInSandbox(settings, io);
}

async function openInSandbox(settings: Settings, io: Io): Promise<Opened> {
  const { openBackend } = await import('../local-engine/index.ts');
  const { ids } = io;
  const local = await openBackend({
    home: join(places(io.env).data, 'sandboxes'),
    sandbox: settings.sandbox.value,
    cwd: io.cwd,
    account: settings.account.value,
    region: settings.region.value,
    wall: io.now,
    ...(ids ? { random: (digits: number) => ids().padStart(digits, '0').slice(-digits) } : {}),
  });
  const serve = async (options: ServeOptions): Promise<Serving> => {
    const [{ serve }, service] = await Promise.all([import('../server/index.ts'), local.service()]);
    return serve(service, options);
  };
  return { ...local, serve };
}

async function openOnAws(settings: Settings, io: Io, { prompts, timeoutMs, quiet }: Opening): Promise<Opened> {
  const { openAws } = await import('../aws/index.ts');
  const { account, region, profile, endpointUrl } = settings;
  if (profile.value !== undefined) io.useProfile(profile.value);
  const backend = openAws({
    env: io.env,
    account: account.value,
    region: region.value,
    profile: profile.value,
    endpointUrl: endpointUrl.value,
    timeoutMs,
    wall: io.now,
    askMfaCode: async (serial) => (prompts.available ? prompts.text({ message: `MFA code of ${serial}` }) : undefined),
    tell: (line) => io.err(quiet ? '' : `${line}\n`),
  });
  return { backend, identify: () => backend.identify() };
}
