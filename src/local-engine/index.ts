import type { Backend, Call, Consulted, HostTie, LaunchCheck, Sandbox, Scope } from '../contract/ports.ts';
import type { World } from '../contract/world.ts';
import { requireAccount } from './accounts.ts';
import { Engine } from './engine.ts';
import { type RandomHex, systemRandom } from './ids.ts';
import { alertFile } from './outbox.ts';
import type { Service } from './service.ts';
import { openDatabase } from './store/database.ts';
import { MIGRATIONS } from './store/schema.ts';

export interface LocalOptions {
  /** The folder of the sandboxes; one file each. */
  readonly home: string;
  readonly sandbox: string;
  /** The folder that relative paths of snapshots start from; without it, the process's own. */
  readonly cwd?: string;
  readonly account?: string;
  readonly region?: string;
  /** The machine's clock, in milliseconds since 1970. */
  readonly wall: () => number;
  readonly random?: RandomHex;
  /** Told of every SQL statement before it runs: for tests that die at the n-th. */
  readonly onStatement?: (sql: string) => void;
}

export interface Local {
  readonly backend: Backend;
  readonly sandbox: Sandbox;
  /** Calls of any account and Region on the same open file: what a server asks. */
  readonly service: Service;
}

/** The same without what most commands never use: the schedule loads when something is due, the sandbox when it is asked for. */
export interface Opened extends Pick<Local, 'backend'> {
  sandbox(): Promise<Sandbox>;
  service(): Promise<Service>;
}

/**
 * Opens a sandbox, making it when it is new.
 * @throws StoreError when the file cannot be used; Fault AccountNotFoundException for an account that it does not have
 */
export async function openLocal(options: LocalOptions): Promise<Local> {
  const { backend, sandbox, service } = await openBackend(options);
  return { backend, sandbox: await sandbox(), service: await service() };
}

/** As `openLocal`, for a command: it mostly needs the backend alone. */
export async function openBackend(options: LocalOptions): Promise<Opened> {
  const onStatement = options.onStatement === undefined ? {} : { onStatement: options.onStatement };
  const file = `${options.home}/${options.sandbox}`;
  const database = openDatabase(`${file}.db`, { migrations: MIGRATIONS, ...onStatement });
  const delivery = alertFile(`${file}.alerts.jsonl`);
  try {
    const { wall, random = systemRandom } = options;
    const engine = new Engine({ database, wall, random, delivery });
    return {
      backend: new LocalBackend(engine, await scopeOf(engine, options)),
      sandbox: async () => {
        const [{ SandboxAdmin }] = await Promise.all([import('./sandbox.ts'), engine.ready()]);
        return new SandboxAdmin(engine, database, options);
      },
      service: async () => {
        const [{ engineService }, { Disk }] = await Promise.all([
          import('./service.ts'),
          import('./store/disk.ts'),
          engine.ready(),
        ]);
        engine.share(new Disk(database.file));
        return engineService(engine, random, options);
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function scopeOf(engine: Engine, options: LocalOptions): Promise<Scope> {
  return engine.asking(({ tx, row }) => {
    const account = options.account ?? row.defaultAccount;
    if (options.account !== undefined) requireAccount(tx, account);
    return { account, region: options.region ?? row.defaultRegion };
  });
}

/** The embedded engine behind the port that every command speaks to. */
class LocalBackend implements Backend {
  readonly kind = 'local';

  constructor(
    private readonly engine: Engine,
    readonly scope: Scope,
  ) {}

  readonly call: Call = (operation, input) => this.engine.call(operation, input, this.scope);

  atomically<T>(steps: (call: Call) => Promise<T>): Promise<T> {
    return this.engine.atomically(() => steps(this.call));
  }

  rehearse<T>(steps: (call: Call) => Promise<T>): Promise<T> {
    return this.engine.rehearse(() => steps(this.call));
  }

  async checkLaunch(input: Parameters<Backend['checkLaunch']>[0]): Promise<LaunchCheck> {
    const { checkLaunch } = await import('./check-launch.ts');
    return this.engine.asking(({ tx, now }) => checkLaunch(tx, this.scope, input, now));
  }

  async consult<T>(decide: (world: World) => T): Promise<Consulted<T>> {
    const { sqlWorld } = await import('../world/sql.ts');
    return this.engine.asking(({ tx, now }) => ({ at: now, value: decide(sqlWorld(tx, this.scope)) }));
  }

  async ties(hostIds: readonly string[]): Promise<readonly HostTie[]> {
    const { tiesOf } = await import('./ties.ts');
    return this.engine.asking(({ tx }) => tiesOf(tx, this.scope, hostIds));
  }

  unshared(arn: string): Promise<boolean> {
    return this.engine.asking(({ tx }) => arn.includes(`:${this.scope.account}:`) && !tx.shareEntities.hold(arn));
  }

  takeAlerts(): ReturnType<Backend['takeAlerts']> {
    return this.engine.takeAlerts();
  }

  close(): void {
    this.engine.close();
  }
}
