import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'rolldown';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Input } from '../../src/contract/operations.ts';
import { openLocal } from '../../src/local-engine/index.ts';
import { openDatabase } from '../../src/local-engine/store/database.ts';
import { MIGRATIONS } from '../../src/local-engine/store/schema.ts';
import { chargesFollowMachines, hostsAddUp, sound, totalsAreSums } from '../support/scenario/invariants.ts';

/** What a worker is to do. */
export interface Order {
  readonly home: string;
  readonly sandbox: string;
  readonly launch: Input<'ec2:RunInstances'>;
  /**
   * `until-refused` says that it is ready, waits for a line on stdin and launches in a loop; `for-ever` starts at once and
   * also stops machines; `together` launches for ever as a server does for several clients at once; `on-request` launches once for each line on stdin; `load` loads the snapshot `from`, and `fill`
   * fills the sandbox with a copy of the sandbox `from`.
   */
  readonly mode: 'once' | 'until-refused' | 'for-ever' | 'together' | 'on-request' | 'load' | 'fill';
  readonly from?: string;
  readonly dieAtStatement?: number;
}

/** One line of a worker: ids that the engine acknowledged, ids of constraints that refused, or something that must not be. */
export type Reply =
  | { readonly ready: true }
  | { readonly launched: readonly string[] }
  | { readonly refused: readonly string[] }
  | { readonly replaced: true }
  | { readonly broke: string };

let folder = '';

/** Tests that start dozens of processes may take their time on a busy machine, in milliseconds. */
const PATIENCE = 240_000;

/** Bundles the worker once for a test file, and gives it a folder that goes afterwards. */
export function useWorker(): void {
  vi.setConfig({ testTimeout: PATIENCE });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lm-faults-'));
    await build({
      input: resolve('test/faults/worker.ts'),
      platform: 'node',
      external: [/^node:/, '@photostructure/sqlite'],
      transform: { target: 'node20' },
      output: { file: join(folder, 'worker.cjs'), format: 'cjs', codeSplitting: false },
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** The folder of the sandboxes of this test file. */
export const home = (): string => folder;

export interface Worker {
  readonly process: ChildProcess;
  /** Every line so far. */
  readonly replies: readonly Reply[];
  /** When the process has ended, by itself or killed. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** @param onReply told of every line as it arrives */
export function start(order: Order, onReply: (worker: ChildProcess, count: number) => void = () => undefined): Worker {
  const child = spawn(process.execPath, [join(folder, 'worker.cjs'), JSON.stringify(order)], {
    // The bundle stands outside the project; the native package does not.
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const replies: Reply[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const reply = replyOf(line);
    if (reply !== undefined) replies.push(reply);
    onReply(child, replies.length);
  });
  const closed = new Promise<void>((done) => lines.on('close', done));
  const exited = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on('exit', (code, signal) => done({ code, signal })),
  );
  return { process: child, replies, ended: closed.then(() => exited) };
}

/** A line that the kill cut in two is no acknowledgement. */
function replyOf(line: string): Reply | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export const launchedBy = (workers: readonly Worker[]): readonly string[] =>
  workers.flatMap(({ replies }) => replies.flatMap((reply) => ('launched' in reply ? reply.launched : [])));

export const brokenIn = (workers: readonly Worker[]): readonly string[] =>
  workers.flatMap(({ replies }) => replies.flatMap((reply) => ('broke' in reply ? [reply.broke] : [])));

/** A sandbox with one configuration under an AMI. @returns the launch that falls under it */
export async function prepare(
  sandbox: string,
  terms: Omit<Input<'license-manager:CreateLicenseConfiguration'>, 'Name'>,
  hosts = 0,
): Promise<Input<'ec2:RunInstances'>> {
  const { backend } = await openLocal({ home: folder, sandbox, wall: () => Date.now() });
  const { LicenseConfigurationArn } = await backend.call('license-manager:CreateLicenseConfiguration', {
    Name: 'licences',
    ...terms,
  });
  const { ImageId } = await backend.call('ec2:RegisterImage', { Name: 'web' });
  const ResourceArn = `arn:aws:ec2:${backend.scope.region}::image/${ImageId}`;
  await backend.call('license-manager:UpdateLicenseSpecificationsForResource', {
    ResourceArn,
    AddLicenseSpecifications: [{ LicenseConfigurationArn }],
  });
  if (hosts > 0) {
    const AvailabilityZone = `${backend.scope.region}a`;
    await backend.call('ec2:AllocateHosts', {
      InstanceFamily: 'm5',
      Quantity: hosts,
      AvailabilityZone,
      AutoPlacement: 'on',
    });
  }
  backend.close();
  const base = { ImageId, InstanceType: 'm5.large' as const, MinCount: 1, MaxCount: 1 };
  return hosts > 0 ? { ...base, Placement: { Tenancy: 'host' } } : base;
}

export interface Found {
  readonly instances: readonly string[];
  readonly consumed: number;
}

/** Opens what the processes left and checks that it is whole: file, references, totals, hosts. */
export function inspect(sandbox: string): Found {
  const db = openDatabase(join(folder, `${sandbox}.db`), { migrations: MIGRATIONS });
  try {
    sound(db);
    totalsAreSums(db);
    chargesFollowMachines(db);
    hostsAddUp(db);
    const total = db.get('SELECT coalesce(sum(consumed), 0) AS n FROM total');
    return {
      instances: db.all('SELECT id FROM instance ORDER BY key').map((row) => String(row.id)),
      consumed: Number(total?.n),
    };
  } finally {
    db.close();
  }
}
