/** Every way in which a result can be written. */
export const OUTPUT_FORMATS = ['table', 'json', 'yaml', 'csv', 'text', 'name', 'markdown'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export const BACKENDS = ['local', 'aws'] as const;
export type BackendKind = (typeof BACKENDS)[number];

/** Where a setting's value was found, strongest first. */
export type Origin =
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'project'; readonly file: string }
  | { readonly kind: 'context'; readonly name: string; readonly file: string }
  | { readonly kind: 'user'; readonly file: string }
  | { readonly kind: 'default' };

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What may be stored in a settings file or in a context; an absent key is left to the next weaker place. */
export interface StoredSettings {
  readonly backend?: BackendKind;
  readonly sandbox?: string;
  readonly account?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpointUrl?: string;
  readonly output?: OutputFormat;
}

export type SettingName = keyof StoredSettings;

/** The settings of one run, each with its origin: flag > LM_* env > project file > context and user file > default. */
export interface Settings {
  readonly backend: Setting<BackendKind>;
  readonly sandbox: Setting<string>;
  readonly account: Setting<string | undefined>;
  readonly region: Setting<string | undefined>;
  readonly profile: Setting<string | undefined>;
  readonly endpointUrl: Setting<string | undefined>;
  readonly output: Setting<OutputFormat>;
}

/** A named set of settings. */
export interface NamedContext {
  readonly name: string;
  readonly values: StoredSettings;
}

/** The contexts of the user's settings file: what `lm context` speaks to. */
export interface ContextStore {
  readonly file: string;
  /** The context in use, and what chose it. */
  readonly current: { readonly name: string; readonly origin: Origin } | undefined;
  list(): readonly NamedContext[];
  save(name: string, values: StoredSettings): Promise<void>;
  /** Makes it the one in use; undefined means none. */
  use(name: string | undefined): Promise<void>;
  remove(name: string): Promise<void>;
}

/** In words for a person: `--region`, `LM_REGION`, `context prod`, the file, or `default`. */
export function originWords(origin: Origin): string {
  switch (origin.kind) {
    case 'flag':
    case 'env':
      return origin.name;
    case 'context':
      return `context ${origin.name}`;
    case 'project':
    case 'user':
      return origin.file;
    case 'default':
      return 'default';
  }
}
