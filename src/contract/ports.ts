import type { AccountCopy, CopyReport } from './copy.ts';
import type { Decision, Violation } from './decision.ts';
import type { LaunchPlan } from './launch.ts';
import type { Input, OperationName, Output } from './operations.ts';
import type { World } from './world.ts';

/** Who calls, and where. */
export interface Scope {
  readonly account: string;
  readonly region: string;
}

export type Call = <K extends OperationName>(operation: K, input: Input<K>) => Promise<Output<K>>;

/** A way out of a refusal that was verified by deciding again in a world that differs by it. */
export interface VerifiedFix {
  /** A command that can be pasted. */
  readonly command: string;
  readonly effect: string;
  /** Whether it is enough by itself; if not, `remaining` says what is still in the way. */
  readonly enough: boolean;
  readonly remaining: readonly string[];
  /** The violation it answers. */
  readonly answers: string;
}

export interface LaunchCheck {
  /** The moment it was judged at, milliseconds since 1970: the sandbox's clock, or the wall clock for AWS. */
  readonly at: number;
  readonly requested: number;
  readonly decision: Decision<LaunchPlan>;
  readonly fixes: readonly VerifiedFix[];
}

/** What was decided, and the moment that it was decided at (milliseconds since 1970). */
export interface Consulted<T> {
  readonly at: number;
  readonly value: T;
}

/** Licences that a Dedicated Host holds, and until when (milliseconds since 1970) an affinity rule ties them to it. */
export interface HostTie {
  readonly hostId: string;
  readonly licenseConfigurationArn: string;
  readonly units: number;
  /** Tracked machines that run on it. */
  readonly running: number;
  /** Absent without an affinity rule. */
  readonly tiedUntil?: number;
  /** When the next release run frees them; absent while a machine runs. */
  readonly releaseAt?: number;
}

/** What commands speak to. Throws only `Fault`. */
export interface Backend {
  readonly kind: 'local' | 'aws';
  readonly scope: Scope;
  readonly call: Call;
  /** In words, never what they are: where the credentials come from. Only AWS has any. */
  readonly credentials?: string;
  /** Several calls as one: all stay, or (when `steps` throws) none. */
  atomically<T>(steps: (call: Call) => Promise<T>): Promise<T>;
  /** Runs the steps for real and leaves nothing behind: no change, no event, no failure row. */
  rehearse<T>(steps: (call: Call) => Promise<T>): Promise<T>;
  checkLaunch(input: Input<'ec2:RunInstances'>): Promise<LaunchCheck>;
  /**
   * Decides something else over what the backend knows: many launches, a changed limit.
   * @param decide pure; it runs again while it leaves questions open that can still be read
   */
  consult<T>(decide: (world: World) => T): Promise<Consulted<T>>;
  /** What each of these hosts holds. Only the embedded engine knows: AWS does not expose the clocks of affinity. */
  ties?(hostIds: readonly string[]): Promise<readonly HostTie[]>;
  /**
   * Whether it is certain without asking AWS RAM that nobody else has a resource of the account. Only the embedded engine
   * knows; `false` says nothing.
   */
  unshared?(arn: string): Promise<boolean>;
  /** Alerts that calls have raised since they were last taken; AWS's answers do not carry them. */
  takeAlerts(): readonly Violation[];
  /** Flushes what may be written after the answer, and closes. */
  close(): void;
}

export interface AccountRow {
  readonly accountId: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface SandboxStatus {
  readonly name: string;
  readonly file: string;
  readonly schemaVersion: number;
  readonly now: Date;
  readonly wall: Date;
  readonly defaultAccount: string;
  readonly defaultRegion: string;
  readonly charging: 'per-host' | 'per-machine';
  readonly quotas: Readonly<Record<string, number>>;
  /** Actions that callers of the account are denied. */
  readonly denied: readonly string[];
  /** What of AWS's own fails in this sandbox, for trying out what then. */
  readonly failing: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sizeBytes: number;
  /** What it was copied from, where it is a copy of an account. */
  readonly copiedFrom?: CopyReport;
}

/** A sandbox as it was at a moment, kept in a file. */
export interface SnapshotRow {
  readonly name: string;
  readonly file: string;
  readonly savedAt: Date;
  readonly sizeBytes: number;
}

/** Snapshots of one open sandbox. A place is a name, or a file: a path with a slash, or one that ends in `.db`. */
export interface Snapshots {
  /** Those that were saved by name, by name. */
  list(): readonly SnapshotRow[];
  find(place: string): SnapshotRow | undefined;
  /** @throws Fault SnapshotAlreadyExists, unless one of that name may be replaced; a file never is */
  save(place: string, replace: boolean): SnapshotRow;
  /**
   * Puts it in place of all that the sandbox holds, as one transaction inside the sandbox's own file.
   * @throws StoreError for what is no snapshot, damaged, or newer than this `lm`; then nothing was changed
   */
  load(snapshot: SnapshotRow): void;
}

/** A host that has just failed. */
export interface HostFailure {
  readonly hostId: string;
  readonly state: string;
  /** When EC2 knows that it is lost. */
  readonly assessedAt: Date;
  /** Whether host recovery is on, for the host or its group. */
  readonly recovery: boolean;
  /** What would keep it from being recovered as licences are now, and what would be reported. */
  readonly violations: readonly Violation[];
  readonly alerts: readonly Violation[];
}

/** A notice to move a machine off a host that has left a shared group. AWS tells its receiver, and no API says it. */
export interface EvictionNotice {
  readonly instanceId: string;
  /** The account that the machine belongs to. */
  readonly accountId: string;
  readonly hostId: string;
  /** The account that the host belongs to. */
  readonly hostOwnerId: string;
  readonly groupArn: string;
  readonly notifiedAt: Date;
  readonly deadline: Date;
}

/** A report that License Manager has put into its bucket. */
export interface ReportFile {
  readonly id: string;
  /** Of the object: `Reports/NAME/YEAR/MONTH/DAY/ID.csv`. */
  readonly key: string;
  readonly generatorId: string;
  readonly type: string;
  /** The moment that it shows. */
  readonly takenAt: Date;
  readonly publishedAt: Date;
  readonly sizeBytes: number;
}

/** License Manager's bucket of the account and Region, which a sandbox keeps in its own file. */
export interface ReportShelf {
  /** Undefined while no report generator was ever made; `present` is false for one that was deleted. */
  bucket(): { readonly name: string; readonly present: boolean } | undefined;
  /** What stands in it, oldest first. */
  files(): readonly ReportFile[];
  /** The text of a file; undefined where it is gone. */
  read(id: string): string | undefined;
  /** Deletes the bucket with all that is in it, so that runs fail. */
  deleteBucket(): void;
  /** Makes it again under its old name, empty. */
  restoreBucket(): void;
}

/** What only the embedded engine has: the `local` noun speaks to this. */
export interface Sandbox {
  status(): SandboxStatus;
  /** Back to a fresh sandbox, as one transaction inside the same file. */
  reset(): void;
  /** Moves the sandbox's clock forward; returns what came due on the way, in order. */
  advanceClock(milliseconds: number): {
    readonly now: Date;
    readonly applied: readonly { readonly at: Date; readonly what: string }[];
  };
  accounts(): readonly AccountRow[];
  addAccount(accountId: string, name: string): AccountRow;
  useAccount(accountId: string): AccountRow;
  setting(name: string, value: string | number): void;
  /**
   * Lets an available host fail: EC2 assesses it until a moment, then recovers its machines or gives it up.
   * @throws Fault InvalidHostState for a host that is not available
   */
  failHost(scope: Scope, hostId: string): HostFailure;
  /** Notices that stand for the machines on a host, for one machine, or because hosts have left a group. */
  evictions(
    of: { readonly hostId: string } | { readonly instanceId: string } | { readonly groupArn: string },
  ): readonly EvictionNotice[];
  /** Denies callers of the account an action (`ssm:SendCommand`, `ssm:*`), or allows it again. */
  permission(action: string, allowed: boolean): void;
  /** Whether the Systems Manager agent of a machine that has reported answers while the machine runs. */
  agent(instanceId: string, reachable: boolean): void;
  snapshots(): Promise<Snapshots>;
  reports(): Promise<ReportShelf>;
  /**
   * Puts a copy of an account in place of all that the sandbox holds, as one transaction inside the sandbox's own file.
   * @param keep without it everything is done, and undone at the end
   */
  fillWith(copy: AccountCopy, keep: boolean): Promise<CopyReport>;
}
