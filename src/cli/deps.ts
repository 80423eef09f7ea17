import { join } from 'node:path';
import { NOUNS } from '../commands/manifest.ts';
import type { Noun } from '../commands/types.ts';
import { Fault } from '../contract/fault.ts';
import type { Backend, Sandbox } from '../contract/ports.ts';
import type { Settings } from '../contract/settings.ts';
import type { Io } from '../io.ts';
import { places } from '../settings/paths.ts';

/** A backend, and the engine's own controls where the backend is the embedded engine. */
export interface Opened {
  readonly backend: Backend;
  readonly sandbox?: Sandbox;
}

/** What a run needs besides the world: a test passes its own. */
export interface Deps {
  readonly version: string;
  readonly nouns: readonly Noun[];
  open(settings: Settings, io: Io): Promise<Opened>;
}

export const nouns = NOUNS;

/** The one place that knows which backend a setting means. */
export async function open(settings: Settings, io: Io): Promise<Opened> {
  if (settings.backend.value === 'aws') {
    throw new Fault({
      code: 'BackendNotAvailable',
      message: 'the aws backend is not part of this version yet; use --backend local',
    });
  }
  const { openLocal } = await import('../local-engine/index.ts');
  const { ids } = io;
  return openLocal({
    home: join(places(io.env).data, 'sandboxes'),
    sandbox: settings.sandbox.value,
    account: settings.account.value,
    region: settings.region.value,
    wall: io.now,
    ...(ids ? { random: (digits: number) => ids().padStart(digits, '0').slice(-digits) } : {}),
  });
}
