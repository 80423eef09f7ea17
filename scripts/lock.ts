/** A package in package-lock.json, as far as it matters here. */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Missing {
  /** Where the package stands that wants it: `node_modules/vite/node_modules/rolldown`. */
  readonly under: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

const EXACT = /^\d+\.\d+\.\d+$/;

/** Optional dependencies on one exact version that Node would not find in that version from where they are wanted. */
export function missingFrom({ packages }: Lock): readonly Missing[] {
  return Object.entries(packages).flatMap(([under, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => EXACT.test(version) && foundFrom(packages, under, name)?.version !== version)
      .map(([name, version]) => ({ under, name, version, dev })),
  );
}

/** The package that Node finds: in the package's own node_modules, else in those of the folders above it. */
function foundFrom(packages: Lock['packages'], under: string, name: string): Locked | undefined {
  for (let at = under; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found !== undefined || at === '') return found;
    if (!at.includes('/node_modules/')) return packages[`node_modules/${name}`];
  }
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'wasm32'] as const;
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'] as const;

/** What a platform package is for, as its name says: `binding-linux-arm64-musl`. */
function platformOf(name: string): object {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc }),
    ...(os === undefined || os === 'wasm32' ? {} : { os: [os] }),
  };
}

/** The lock with an entry for every optional dependency, in npm's order. */
export function completed<L extends Lock>(lock: L): L {
  const added = missingFrom(lock).map(({ under, name, version, dev }) => [
    `${under}/node_modules/${name}`,
    { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) },
  ]);
  const packages = Object.fromEntries(
    [...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { ...lock, packages };
}
