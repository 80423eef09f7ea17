/**
 * Who may import whom: docs/ARCHITECTURE.md as a table. A file belongs to the first layer whose prefix its path starts
 * with; its imports (types too, since a type couples as well) must lie in the layer itself or in one it names.
 */
interface Layer {
  readonly name: string;
  readonly prefix: string;
  readonly may: readonly string[];
  /** Whether it may use Node's own modules: files, network, processes. */
  readonly node?: true;
}

export const LAYERS: readonly Layer[] = [
  { name: 'version', prefix: 'src/version.ts', may: [] },
  { name: 'main', prefix: 'src/main.ts', may: ['*'], node: true },
  { name: 'io', prefix: 'src/io.ts', may: ['io', 'contract'], node: true },
  { name: 'io', prefix: 'src/descriptors.ts', may: ['io'], node: true },
  { name: 'code-cache', prefix: 'src/code-cache.ts', may: [], node: true },
  { name: 'io', prefix: 'src/terminal-env.ts', may: ['io', 'contract'] },
  { name: 'io', prefix: 'src/signals.ts', may: [] },
  { name: 'io', prefix: 'src/decoded.ts', may: [] },
  { name: 'contract', prefix: 'src/contract/', may: [] },
  { name: 'validation', prefix: 'src/validation/', may: ['contract'] },
  { name: 'world', prefix: 'src/world/', may: ['contract', 'validation', 'store', 'aws'] },
  { name: 'clock', prefix: 'src/local-engine/clock.ts', may: [] },
  { name: 'ids', prefix: 'src/local-engine/ids.ts', may: [] },
  { name: 'moments', prefix: 'src/local-engine/moments.ts', may: [] },
  { name: 'fingerprint', prefix: 'src/local-engine/fingerprint.ts', may: [] },
  { name: 'outbox', prefix: 'src/local-engine/outbox.ts', may: ['contract', 'store'], node: true },
  { name: 'store', prefix: 'src/local-engine/store/', may: ['contract', 'clock', 'ids'], node: true },
  { name: 'ledger', prefix: 'src/local-engine/ledger/', may: ['contract', 'validation', 'store', 'ids', 'moments'] },
  {
    name: 'schedule',
    prefix: 'src/local-engine/schedule/',
    may: ['contract', 'validation', 'ledger', 'store', 'ids', 'moments'],
  },
  {
    name: 'operations',
    prefix: 'src/local-engine/operations/',
    may: ['contract', 'validation', 'frame', 'ledger', 'store', 'ids', 'moments'],
  },
  { name: 'frame', prefix: 'src/local-engine/operation.ts', may: ['contract', 'validation', 'store', 'ids'] },
  { name: 'frame', prefix: 'src/local-engine/paging.ts', may: ['contract', 'validation', 'store', 'fingerprint'] },
  {
    name: 'engine',
    prefix: 'src/local-engine/',
    may: [
      ...['contract', 'validation', 'world', 'frame', 'operations', 'schedule', 'ledger', 'store'],
      ...['clock', 'ids', 'outbox', 'moments', 'fingerprint'],
    ],
  },
  { name: 'commands', prefix: 'src/commands/', may: ['contract', 'validation'] },
  { name: 'prompts', prefix: 'src/prompts/', may: ['contract', 'validation', 'commands', 'io'], node: true },
  { name: 'settings', prefix: 'src/settings/', may: ['contract', 'validation', 'io'], node: true },
  { name: 'render', prefix: 'src/render/', may: ['contract'] },
  // The one place that knows which backend a setting means.
  {
    name: 'wiring',
    prefix: 'src/cli/deps.ts',
    may: ['contract', 'commands', 'settings', 'io', 'engine', 'aws', 'server'],
    node: true,
  },
  {
    name: 'cli',
    prefix: 'src/cli/',
    may: ['contract', 'validation', 'commands', 'prompts', 'settings', 'render', 'io', 'wiring'],
    node: true,
  },
  { name: 'server', prefix: 'src/server/', may: ['contract', 'engine'], node: true },
  { name: 'aws', prefix: 'src/aws/', may: ['contract', 'validation', 'world'], node: true },
];

/** The layer a file of `src/` belongs to. */
export const layerOf = (path: string): Layer | undefined => LAYERS.find(({ prefix }) => path.startsWith(prefix));
