import type { AccountCopy, CopyReport } from '../contract/copy.ts';
import { Fault } from '../contract/fault.ts';
import type {
  AccountRow,
  EvictionNotice,
  HostFailure,
  ReportShelf,
  Sandbox,
  SandboxStatus,
  Scope,
  Snapshots,
} from '../contract/ports.ts';
import { DEFAULT_QUOTAS } from '../validation/quotas.ts';
import { requireAccount } from './accounts.ts';
import type { Engine, Moment } from './engine.ts';
import { evictionsOf } from './evictions.ts';
import { failHost } from './fail-host.ts';
import type { Database } from './store/database.ts';
import { StoreError } from './store/errors.ts';
import { MIGRATIONS } from './store/schema.ts';
import type { Tx } from './store/store.ts';
import type { SandboxRow } from './store/tables/sandbox.ts';
import { emptyTables, fileSize } from './store/whole.ts';

interface Named {
  readonly sandbox: string;
  readonly account?: string;
  readonly region?: string;
  readonly cwd?: string;
  readonly wall: () => number;
}

const CHARGING = ['per-host', 'per-machine'] as const;

/** What only the embedded engine has: its clock, accounts, settings, and a way back to the beginning. */
export class SandboxAdmin implements Sandbox {
  constructor(
    private readonly engine: Engine,
    private readonly database: Database,
    private readonly options: Named,
  ) {}

  status(): SandboxStatus {
    return this.engine.ask(({ tx, row, now }) => ({
      name: this.options.sandbox,
      file: this.database.file,
      schemaVersion: MIGRATIONS.length,
      now: new Date(now),
      wall: new Date(this.options.wall()),
      defaultAccount: row.defaultAccount,
      defaultRegion: row.defaultRegion,
      charging: row.charging,
      quotas: Object.fromEntries(
        Object.entries(DEFAULT_QUOTAS).map(([name, value]) => [name, tx.sandbox.quota(name) ?? value]),
      ),
      denied: tx.permissions.denied(this.options.account ?? row.defaultAccount),
      failing: tx.failing.all(),
      counts: tx.sandbox.counts(),
      sizeBytes: fileSize(this.database),
      ...copiedFrom(tx),
    }));
  }

  reset(): void {
    this.engine.startOver((tx) => {
      emptyTables(tx.db);
      return undefined;
    });
  }

  async fillWith(copy: AccountCopy, keep: boolean): Promise<CopyReport> {
    const { planCopy, fill } = await import('./import/index.ts');
    const plan = planCopy(copy, this.options.wall());
    const refill = (tx: Tx): SandboxRow => {
      emptyTables(tx.db);
      return fill(tx, plan);
    };
    try {
      if (keep) this.engine.startOver(refill);
      else await this.engine.rehearse(async () => this.engine.ask(({ tx }) => refill(tx)));
    } catch (error) {
      throw contradiction(error, copy);
    }
    return plan.report;
  }

  advanceClock(milliseconds: number): ReturnType<Sandbox['advanceClock']> {
    this.engine.change(
      () => undefined,
      ({ row }) => ({ clockOffset: row.clockOffset + milliseconds }),
    );
    return this.engine.change(({ now, applied }) => ({
      now: new Date(now),
      applied: applied.map((one) => ({ at: new Date(one.at), what: one.what })),
    }));
  }

  accounts(): readonly AccountRow[] {
    return this.engine.ask((moment) => accountRows(moment));
  }

  addAccount(accountId: string, name: string): AccountRow {
    return this.engine.change(({ tx, now }) => {
      if (tx.sandbox.account(accountId) !== undefined) {
        throw new Fault({
          code: 'DuplicateAccountException',
          message: `account ${accountId} is in this sandbox already`,
        });
      }
      tx.sandbox.addAccount({ id: accountId, name }, now);
      return { accountId, name, isDefault: false };
    });
  }

  useAccount(accountId: string): AccountRow {
    return this.engine.change(
      ({ tx }) => {
        const account = requireAccount(tx, accountId);
        return { accountId, name: account.name, isDefault: true };
      },
      () => ({ defaultAccount: accountId }),
    );
  }

  setting(name: string, value: string | number): void {
    if (name === 'charging') this.setCharging(String(value));
    else if (name === 'kms') this.setKms(value === 'reachable');
    else this.engine.change(({ tx }) => tx.sandbox.setQuota(name, Number(value)));
  }

  failHost(scope: Scope, hostId: string): HostFailure {
    return this.engine.change((moment) => failHost(moment, scope, hostId));
  }

  evictions(of: Parameters<Sandbox['evictions']>[0]): readonly EvictionNotice[] {
    return this.engine.ask(({ tx }) => evictionsOf(tx, of));
  }

  async snapshots(): Promise<Snapshots> {
    const { SnapshotFolder } = await import('./store/snapshot-folder.ts');
    // What is due by now belongs to the sandbox as it stands, and a new one is to be filled.
    this.engine.ask(() => undefined);
    return new SnapshotFolder(this.database, this.options);
  }

  async reports(): Promise<ReportShelf> {
    const { SandboxReports } = await import('./sandbox-reports.ts');
    return new SandboxReports(this.engine, this.options);
  }

  permission(action: string, allowed: boolean): void {
    this.engine.change(({ tx, row }) => {
      const account = this.options.account ?? row.defaultAccount;
      if (allowed) tx.permissions.allow(account, action);
      else tx.permissions.deny(account, action);
    });
  }

  agent(instanceId: string, reachable: boolean): void {
    this.engine.change(({ tx, row }) => {
      const { account = row.defaultAccount, region = row.defaultRegion } = this.options;
      tx.in({ account, region }).nodes.setReachable(instanceId, reachable);
    });
  }

  /** Whether conversions reach AWS's activation server for Windows. */
  private setKms(reachable: boolean): void {
    this.engine.change(({ tx, now }) => (reachable ? tx.failing.mend('kms') : tx.failing.fail('kms', now)));
  }

  /** What is taken already was counted the present way, so the way changes only while no host or core is charged. */
  private setCharging(value: string): void {
    const charging = CHARGING.find((one) => one === value);
    if (charging === undefined)
      throw new Fault({
        code: 'InvalidParameterValue',
        message: `charging is per-host or per-machine, found "${value}"`,
      });
    this.engine.change(
      ({ tx }) => {
        const taken = tx.sandbox.takenByHostTypes();
        if (taken > 0) {
          throw new Fault({
            code: 'ConflictException',
            message: `${taken} licences are taken under Core and Socket configurations; stop those machines first`,
          });
        }
      },
      () => ({ charging }),
    );
  }
}

/** What changes while it is read can be listed twice, or under a name that is taken: no such copy is kept. */
function contradiction(error: unknown, { scope }: AccountCopy): unknown {
  if (!(error instanceof StoreError) || error.kind !== 'constraint') return error;
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new Fault({
    code: 'InconsistentCopy',
    message: `what was read of account ${scope.account} in ${scope.region} contradicts itself (${reason}), so nothing was imported. To fix: run it again; it may have changed while it was read`,
  });
}

function copiedFrom(tx: Tx): Pick<SandboxStatus, 'copiedFrom'> {
  const report = tx.sandbox.copiedFrom();
  return report === undefined ? {} : { copiedFrom: report };
}

function accountRows({ tx, row }: Moment): readonly AccountRow[] {
  return tx.sandbox.accounts().map(({ id, name }) => ({ accountId: id, name, isDefault: id === row.defaultAccount }));
}
